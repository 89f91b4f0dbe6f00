using System.CommandLine;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Oversight.Cli;

/// <summary>Talks to the one public address, or to a service at its own.</summary>
internal sealed class Client : IDisposable
{
    public static readonly Option<string> Url = new("--url")
    {
        Description = "Where Oversight answers; by default where OVERSIGHT_URL says, or where ./oversight up started it here.",
        HelpName = "ADDRESS",
        Recursive = true,
    };

    private readonly HttpClient _http;

    private Client(Uri address)
    {
        Address = address;

        // A proxy cannot reach what answers on this machine only.
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = !address.IsLoopback, AutomaticDecompression = DecompressionMethods.All })
        {
            BaseAddress = address,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/json, application/problem+json, image/svg+xml");
    }

    public Uri Address { get; }

    public static Client For(ParseResult parsed)
    {
        // No address is guessed: what answers there could be somebody else's.
        var text = parsed.GetValue(Url) ?? (Environment.GetEnvironmentVariable("OVERSIGHT_URL") is { Length: > 0 } set ? set
            : throw new Failure("Nothing runs here; ./oversight up starts it. Where Oversight runs elsewhere, say so with --url or OVERSIGHT_URL.", Failure.Unreachable));
        return At(text) ?? throw new Failure($"'{Output.Plain(text)}' is not an address such as http://127.0.0.1:8080.", Failure.Misused);
    }

    /// <summary>A service at its own address, behind the public one.</summary>
    public static Client Of(string service) => At(Environment.GetEnvironmentVariable($"Oversight__Services__{service}") ?? "") ?? throw new Failure(
        $"Where {service} itself answers is not known here. ./oversight knows it where it started the services; elsewhere set Oversight__Services__{service}.", Failure.Misused);

    private static Client? At(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? new(address) : null;

    /// <summary>Reads under <c>/api/v1/</c>; parameters without a value are left out.</summary>
    public Task<JsonNode> Read(string path, IEnumerable<(string Name, string? Value)> query, CancellationToken ct) =>
        Ask(HttpMethod.Get, AddressOf(path, query), null, ct);

    /// <summary>Reads what is no JSON, such as a picture.</summary>
    public Task<string> Text(string path, IEnumerable<(string Name, string? Value)> query, CancellationToken ct) =>
        Ask(HttpMethod.Get, AddressOf(path, query), null, async (answer, patience) =>
            answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(patience) : throw (await ProblemOf(answer, patience)).AsFailure(this), ct);

    public Task<JsonNode> Ask(HttpMethod method, string address, JsonNode? body, CancellationToken ct) => Ask(method, address, body, Answered, ct);

    private static string AddressOf(string path, IEnumerable<(string Name, string? Value)> query)
    {
        var given = query.Where(parameter => parameter.Value is not null).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}");
        return $"api/v1/{path}?{string.Join('&', given)}".TrimEnd('?');
    }

    /// <summary>From here on every request says who asks.</summary>
    public void Show(string token) => _http.DefaultRequestHeaders.Authorization = new("Bearer", token);

    /// <summary>Which state that is, by the words of whoever answers.</summary>
    public Task<string> ETag(string path, CancellationToken ct) => Ask(HttpMethod.Get, $"api/v1/{path}", null, async (answer, patience) =>
    {
        await Answered(answer, patience);
        return answer.Headers.ETag?.Tag ?? throw new Failure($"Oversight at {Address} does not say which state it shows.");
    }, ct);

    /// <summary>Acts on a state that was seen.</summary>
    public Task<JsonNode> Act(string path, JsonNode body, string seen, CancellationToken ct) => Ask(HttpMethod.Post, $"api/v1/{path}", body, Answered, ct, seen);

    /// <summary>Takes something away; nothing is answered.</summary>
    public Task<bool> Delete(string path, CancellationToken ct) => Ask(HttpMethod.Delete, $"api/v1/{path}", null, async (answer, patience) =>
        answer.IsSuccessStatusCode ? true : throw (await ProblemOf(answer, patience)).AsFailure(this), ct);

    private async Task<T> Ask<T>(
        HttpMethod method, string address, JsonNode? body, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken ct, string? seen = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : new StringContent(body.ToJsonString(), null, "application/json") };
        if (seen is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", seen);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        try
        {
            using var answer = await Send(request, patience.Token);
            return await read(answer, patience.Token);
        }
        catch (Exception fault) when (IsLostConnection(fault))
        {
            throw Unreachable(fault);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new Failure($"Oversight at {Address} has not answered within a minute.", Failure.Unreachable);
        }
    }

    public Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken ct) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);

    public static bool IsLostConnection(Exception fault) => fault is HttpRequestException or IOException;

    public Failure Unreachable(Exception fault) => new(
        $"Oversight cannot be reached at {Address.GetLeftPart(UriPartial.Authority)} ({Output.Plain(fault.Message)}). Start it with ./oversight up.", Failure.Unreachable);

    /// <summary>The body of an answer, or the failure that it tells of.</summary>
    public async Task<JsonNode> Answered(HttpResponseMessage answer, CancellationToken ct) =>
        !answer.IsSuccessStatusCode ? throw (await ProblemOf(answer, ct)).AsFailure(this)
        : await Json(answer, ct) ?? throw new Failure($"What answers at {Address} is not Oversight: its answer is not JSON.", Failure.Unreachable);

    public static async Task<Problem> ProblemOf(HttpResponseMessage answer, CancellationToken ct) => Problem.From(answer.StatusCode, await Json(answer, ct));

    private static async Task<JsonNode?> Json(HttpResponseMessage answer, CancellationToken ct)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(ct);
        try
        {
            return await JsonNode.ParseAsync(body, cancellationToken: ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();
}
