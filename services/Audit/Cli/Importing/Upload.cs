using System.Net;

namespace Oversight.Cli.Importing;

/// <summary>Sends one file, again where the connection is lost: what had already arrived changes nothing the second time.</summary>
internal sealed class Upload(Client client, string? body, string? source, Progress progress)
{
    private const long LargeEnoughToAskFirst = 1 << 20;
    private static readonly double[] Pauses = [0.5, 1, 2, 4, 8, 8, 8];

    private bool _reached;

    /// <returns>What came of it.</returns>
    /// <exception cref="Failure">The system cannot be reached, or failed.</exception>
    public async Task<Outcome> Send(FileToSend file, CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            var sent = 0L;
            string why;
            Failure failure;
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Address(file))
                {
                    Content = new FileContent(file, bytes => progress.Sent(sent += bytes)),
                };

                // A file that is refused for its size is then refused before it is sent.
                request.Headers.ExpectContinue = file.Length > LargeEnoughToAskFirst;
                using var answer = await client.Send(request, ct);
                _reached = true;
                if (answer.IsSuccessStatusCode)
                {
                    return Outcome.From(file, await client.Answered(answer, ct));
                }

                var problem = await Client.ProblemOf(answer, ct);
                if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge
                    or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity)
                {
                    return Outcome.From(file, problem);
                }

                failure = problem.AsFailure(client);
                why = $"the answer was {(int)answer.StatusCode}";
                if (!problem.IsPassing)
                {
                    throw failure;
                }
            }
            catch (Exception fault) when (Client.IsLostConnection(fault))
            {
                failure = client.Unreachable(fault);
                why = "the connection was lost";

                // Nothing has answered yet, so most likely nothing is there: waiting would only hide it.
                if (!_reached && fault is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError })
                {
                    throw failure;
                }
            }

            if (attempt == Pauses.Length)
            {
                throw failure;
            }

            progress.Say($"{file.Name}: {why}; it is sent again in {Pauses[attempt]:0.#} s, and what had arrived then counts as unchanged.");
            await Task.Delay(TimeSpan.FromSeconds(Pauses[attempt]), ct);
        }
    }

    private string Address(FileToSend file) =>
        $"api/v1/submissions?name={Uri.EscapeDataString(file.Name)}" + (body is null ? "" : $"&body={Uri.EscapeDataString(body)}")
        + (source is null ? "" : $"&source={Uri.EscapeDataString(source)}");
}
