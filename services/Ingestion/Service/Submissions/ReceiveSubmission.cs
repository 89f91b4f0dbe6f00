using System.ComponentModel;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Oversight.Hosting;
using Oversight.Ingestion.Candidates;
using Oversight.Ingestion.Formats;
using Oversight.Ingestion.Text;

namespace Oversight.Ingestion.Submissions;

internal static class ReceiveSubmission
{
    // Somewhat more is kept than read, so that a file too large to read can still be looked at.
    private const long MostRead = 64L << 20, MostKept = 256L << 20;
    private const int LongestName = 200;

    public static void MapReceiveSubmission(this IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/submissions", Receive)
        .Accepts<Stream>(MediaTypes.Csv, MediaTypes.Json, MediaTypes.Ndjson, MediaTypes.PlainText, MediaTypes.Html, MediaTypes.Pdf, "*/*")
        .ByPerson("submission.send", orAnybodyHere: true)
        .WithName("receive-submission").WithTags("Submissions")
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status408RequestTimeout).ProducesProblem(StatusCodes.Status507InsufficientStorage)
        .WithSummary("Takes a file of records into the record, row by row, or a document, whose candidate claims wait for somebody to accept them; the same again changes nothing.");

    private static async Task<Results<Ok<SubmissionAnswer>, ProblemHttpResult>> Receive(
        Acting acting, HttpRequest request, Originals originals, SubmissionReader reader, IHostApplicationLifetime life, CancellationToken ct,
        [Description("The file's name, for people and for places; its extension may say what it is.")] string? name = null,
        [Description("The body that the whole file is about, for a timeline without a column body, or for a document that leaves it open.")] string? body = null,
        [Description("Where a document was published: its address, or in words; its name by default.")] string? source = null)
    {
        if (!MediaTypes.TryFromHeader(request.ContentType, out var said))
        {
            return Refused(null, "",
                new("file.media-type-unknown", $"{Shown.Of(request.ContentType!)} cannot be read; send text/csv, application/json, application/x-ndjson, text/plain, text/html or application/pdf as the body itself.", null));
        }

        if (source is not null && Claims.SourceFlaw(source) is { } flaw)
        {
            return Refused(null, NameOf(name), new("source.malformed", flaw, null));
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        var file = NameOf(name ?? FromDisposition(request));
        Arrived arrived;
        try
        {
            arrived = await originals.Keep(request.Body, request.ContentLength, MostKept, ct);
        }
        catch (UnreadableFileException unkept)
        {
            return Refused(null, file, unkept.Refusal);
        }
        catch (BadHttpRequestException slow) when (slow.StatusCode == StatusCodes.Status408RequestTimeout)
        {
            return Refused(null, file, new(SlowUploads.Rule, slow.Message, null));
        }

        var charset = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.CharSet : null;
        var (mediaType, refusal) = MediaTypes.Settle(said, charset, file, arrived.Beginning);
        if (refusal is null && source is not null && !MediaTypes.IsDocument(mediaType))
        {
            await arrived.DisposeAsync();
            return Refused(null, file, new("source.of-records", "source is for a document: records cite their own sources, row by row. Send them without it.", null));
        }

        file = file == "" ? $"submission.{MediaTypes.Ending(mediaType)}" : file;
        refusal ??= arrived.Length > MostRead
            ? new("file.too-large", $"The file has {arrived.Length} bytes; at most {MostRead >> 20} MiB are read at a time. Send it in several files.", null)
            : null;

        var about = body ?? Timeline.BodyInName(file);
        var id = Submission.IdOf(arrived.Sha256, mediaType, about);
        var command = new SubmissionCommand.Receive(file, mediaType, arrived.Sha256, arrived.Length, about, acting.By.Said(), source?.Trim());
        using var hold = reader.Hold(id);
        await using (arrived)
        {
            await reader.Receive(id, command, refusal, arrived, ct);
        }

        // From here on the submission is ours: it is read to its end even if its sender goes away.
        var result = refusal is null ? await reader.Read(id, fromBeginning: true, life.ApplicationStopping) : null;
        refusal ??= result!.Refusal;
        return refusal is null ? TypedResults.Ok(result!.Answer(file)) : Refused(id, file, refusal);
    }

    private static ProblemHttpResult Refused(string? id, string file, FileRefusal refusal) => TypedResults.Problem(
        refusal.Because, title: refusal.Rule, type: $"urn:oversight:rule:{refusal.Rule}",
        statusCode: refusal.Rule switch
        {
            "file.media-type-unknown" => StatusCodes.Status415UnsupportedMediaType,
            "file.too-large" => StatusCodes.Status413PayloadTooLarge,
            SlowUploads.Rule => StatusCodes.Status408RequestTimeout,
            Originals.Full => StatusCodes.Status507InsufficientStorage,
            _ => StatusCodes.Status422UnprocessableEntity,
        },
        extensions: new Dictionary<string, object?> { ["submission"] = id, ["file"] = file, ["line"] = refusal.Line, ["rule"] = refusal.Rule });

    private static string? FromDisposition(HttpRequest request) =>
        ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition, out var disposition) ? (disposition.FileNameStar ?? disposition.FileName)?.Trim('"') : null;

    // A name is for people: whatever path or hidden character a sender puts into it is left out.
    private static string NameOf(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var plain = new string([.. last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && !Shown.IsHidden(c))]).Trim();
        return plain.Length <= LongestName ? plain : plain[^LongestName..];
    }
}
