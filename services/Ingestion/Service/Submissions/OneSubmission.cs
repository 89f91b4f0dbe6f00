using System.Text;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using Oversight.Ingestion.Formats;
using Oversight.Ingestion.Text;
using static Oversight.Ingestion.Submissions.SubmissionEvent;

namespace Oversight.Ingestion.Submissions;

/// <summary>All about one submission.</summary>
public sealed record OneSubmissionAnswer(
    string Submission, string Name, string MediaType, string Sha256, long Length, string? Body, string? By, DateTimeOffset ReceivedAt, SubmissionState State,
    int Accepted, int Unchanged, int Conflicting, IReadOnlyList<RefusedRowAnswer> Refused, string? Rule, string? Because, int? Line);

internal static class OneSubmission
{
    public static void MapOneSubmission(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/submissions/{id}", async Task<Results<Ok<OneSubmissionAnswer>, ProblemHttpResult>> (string id, IQuerySession session, CancellationToken ct) =>
                await Find(session, id, ct) is { } found ? TypedResults.Ok(found) : Unknown(id))
            .WithName("submission").WithTags("Submissions").WithSummary("What came of one submission, with every refused row.");

        routes.MapGet("/api/v1/submissions/{id}/refused.csv", async Task<Results<ContentHttpResult, ProblemHttpResult>> (string id, IQuerySession session, CancellationToken ct) =>
                await Find(session, id, ct) is { } found ? TypedResults.Content(Csv(found.Refused), $"{MediaTypes.Csv}; charset=utf-8") : Unknown(id))
            .WithName("submission-refused").WithTags("Submissions").WithSummary("The refused rows of one submission as CSV.");

        routes.MapGet("/api/v1/submissions/{id}/original", async Task<Results<FileStreamHttpResult, ProblemHttpResult>> (
                string id, IQuerySession session, Originals originals, HttpResponse response, CancellationToken ct) =>
            {
                if (await Find(session, id, ct) is not { } found)
                {
                    return Unknown(id);
                }

                response.Headers.XContentTypeOptions = "nosniff";
                return TypedResults.Stream(originals.Open(id), found.MediaType, found.Name, entityTag: new($"\"{found.Sha256}\""));
            })
            .WithName("submission-original").WithTags("Submissions").WithSummary("The document as it was received, byte for byte.");
    }

    private static async Task<OneSubmissionAnswer?> Find(IQuerySession session, string id, CancellationToken ct)
    {
        var stored = await session.Events.FetchStreamAsync(Submission.StreamOf(id), token: ct);
        var submission = stored.Select(e => (SubmissionEvent)e.Data).Aggregate(Submission.Initial, Submission.Evolve);
        if (submission.Received is not { } received)
        {
            return null;
        }

        // Of a part read more than once the last reading counts.
        var at = stored.Last(e => e.Data is SubmissionReceived);
        var parts = stored.Where(e => e.Version > at.Version).Select(e => e.Data).OfType<RowsRead>().GroupBy(part => part.FromLine).Select(readings => readings.Last());
        var state = submission.Refusal is not null ? SubmissionState.Refused : submission.IsRead ? SubmissionState.Read : SubmissionState.Reading;
        var counts = submission.Parts.Values;
        return new(id, received.Name, received.MediaType, received.Sha256, received.Length, received.Body, received.By, at.Timestamp.ToUniversalTime(), state,
            counts.Sum(part => part.Accepted), counts.Sum(part => part.Unchanged), counts.Sum(part => part.Conflicting),
            [.. parts.SelectMany(part => part.Refused).OrderBy(row => row.Line).Select(row => RefusedRowAnswer.Of(received.Name, row))],
            submission.Refusal?.Rule, submission.Refusal?.Because, submission.Refusal?.Line);
    }

    private static string Csv(IEnumerable<RefusedRowAnswer> refused)
    {
        var csv = new StringBuilder(CsvText.Row("file", "line", "field", "rule", "message"));
        foreach (var row in refused)
        {
            csv.Append(CsvText.Row(row.File, row.Line.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Field, row.Rule, row.Message));
        }

        return csv.ToString();
    }

    private static ProblemHttpResult Unknown(string id) => TypedResults.Problem(
        $"There is no submission {Shown.Of(id)}.", statusCode: StatusCodes.Status404NotFound, title: "submission.unknown", type: "urn:oversight:rule:submission.unknown");
}
