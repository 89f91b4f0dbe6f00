using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Oversight.Hosting;
using Oversight.Ingestion.Candidates;
using Oversight.Ingestion.Formats;
using Oversight.Ingestion.Readers;
using Oversight.Ingestion.Text;

namespace Oversight.Ingestion.Submissions;

/// <summary>All about one submission.</summary>
/// <param name="RefusedInAll">How many rows were not taken.</param>
/// <param name="Refused">The first ten thousand of them, and why; refused.csv has them all.</param>
/// <param name="Source">Where a document was published, if its sender said so.</param>
/// <param name="Candidates">What a document seems to say, and what people made of it.</param>
public sealed record OneSubmissionAnswer(
    string Submission, string Name, string MediaType, string Sha256, long Length, string? Body, string? By, DateTimeOffset ReceivedAt, SubmissionState State,
    int Accepted, int Unchanged, int Conflicting, int RefusedInAll, IReadOnlyList<RefusedRowAnswer> Refused, string? Rule, string? Because, int? Line,
    string? Source, IReadOnlyList<CandidateAnswer> Candidates);

internal static class OneSubmission
{
    public static void MapOneSubmission(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/submissions/{id}", async Task<Results<Ok<OneSubmissionAnswer>, ProblemHttpResult>> (string id, Until until, NpgsqlDataSource postgres, CandidateStore candidates, CancellationToken ct) =>
                await OnRecord.Find(postgres, id, until.Limit, ct) is { } found ? TypedResults.Ok(await Answer(found, until, postgres, candidates, ct)) : Unknown(id))
            .AsRecorded().WithName("submission").WithTags("Submissions").WithSummary("What came of one submission, with the refused rows.");

        routes.MapGet("/api/v1/submissions/{id}/refused.csv", async Task<Results<PushStreamHttpResult, ProblemHttpResult>> (string id, Until until, NpgsqlDataSource postgres, CancellationToken ct) =>
                await OnRecord.Find(postgres, id, until.Limit, ct) is { } found
                    ? TypedResults.Stream(to => Csv(found, postgres, to, ct), $"{MediaTypes.Csv}; charset=utf-8") : Unknown(id))
            .AsRecorded().WithName("submission-refused").WithTags("Submissions").WithSummary("Every refused row of one submission as CSV.");

        routes.MapGet("/api/v1/submissions/{id}/original", async Task<Results<FileStreamHttpResult, ProblemHttpResult>> (
                string id, Until until, NpgsqlDataSource postgres, Originals originals, HttpResponse response, CancellationToken ct) =>
            {
                if (await OnRecord.Find(postgres, id, until.Limit, ct) is not { Received: var found })
                {
                    return Unknown(id);
                }

                response.Headers.XContentTypeOptions = "nosniff";
                return TypedResults.Stream(originals.Open(id), found.MediaType, found.Name, entityTag: new($"\"{found.Sha256}\""));
            })
            .AsRecorded().WithName("submission-original").WithTags("Submissions").WithSummary("The document as it was received, byte for byte.");

        routes.MapGet("/api/v1/submissions/{id}/text", async Task<Results<ContentHttpResult, ProblemHttpResult>> (
                string id, Until until, NpgsqlDataSource postgres, Originals originals, CancellationToken ct) =>
                await OnRecord.Find(postgres, id, until.Limit, ct) is not { } found ? Unknown(id)
                : found.State == SubmissionState.Read && DocumentReader.FormOf(found.Received.MediaType) is { } form
                    ? TypedResults.Content(DocumentReader.Read(await Bytes(originals, id, found.Received.Length, ct), form).Text, "text/plain; charset=utf-8")
                    : TypedResults.Problem("It is no document that was read: its original is all there is.", statusCode: StatusCodes.Status404NotFound,
                        title: "submission.no-text", type: "urn:oversight:rule:submission.no-text"))
            .ProducesProblem(StatusCodes.Status404NotFound)
            .AsRecorded().WithName("submission-text").WithTags("Submissions").WithSummary("The plain text that was read in a document, in which the places of its candidates count.");
    }

    private static async Task<byte[]> Bytes(Originals originals, string id, long length, CancellationToken ct)
    {
        await using var original = originals.Open(id);
        var bytes = new byte[length];
        await original.ReadExactlyAsync(bytes, ct);
        return bytes;
    }

    private static async Task<OneSubmissionAnswer> Answer(OnRecord found, Until until, NpgsqlDataSource postgres, CandidateStore candidates, CancellationToken ct)
    {
        var (received, refusal, parts) = (found.Received, found.Submission.Refusal, found.Submission.Parts.Values);
        return new(found.Id, received.Name, received.MediaType, received.Sha256, received.Length, received.Body, received.By, found.ReceivedAt, found.State,
            parts.Sum(part => part.Accepted), parts.Sum(part => part.Unchanged), parts.Sum(part => part.Conflicting), found.Refused.Sum(part => part.Rows),
            await found.RefusedRows(postgres, ct).Take(WhatCameOfIt.MostListed).Select(row => RefusedRowAnswer.Of(received.Name, row)).ToListAsync(ct),
            refusal?.Rule, refusal?.Because, refusal?.Line, received.Source,
            MediaTypes.IsDocument(received.MediaType) ? [.. CandidateAnswer.All(await candidates.Of(found.Id, until.Limit, ct))] : []);
    }

    private static async Task Csv(OnRecord found, NpgsqlDataSource postgres, Stream to, CancellationToken ct)
    {
        await using var csv = new StreamWriter(to, leaveOpen: true);
        await csv.WriteAsync(CsvText.Row("file", "line", "field", "rule", "message"));
        await foreach (var row in found.RefusedRows(postgres, ct))
        {
            await csv.WriteAsync(CsvText.Row(found.Received.Name, row.Line.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Field, row.Rule, row.Message));
        }
    }

    private static ProblemHttpResult Unknown(string id) => TypedResults.Problem(
        $"There is no submission {Shown.Of(id)}.", statusCode: StatusCodes.Status404NotFound, title: "submission.unknown", type: "urn:oversight:rule:submission.unknown");
}
