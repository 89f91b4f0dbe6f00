using System.Globalization;
using Oversight.Portal.Api;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages;

/// <summary>Submissions in words and tables.</summary>
internal static class SubmissionTables
{
    public static string Kind(string mediaType) => mediaType switch
    {
        "text/csv" => "rows (CSV)",
        "application/json" or "application/x-ndjson" => "records (JSON)",
        "text/html" => "web page",
        "application/pdf" => "PDF document",
        "text/plain" => "plain text",
        _ => mediaType,
    };

    public static string Outcome(SubmissionShown one) => one.State switch
    {
        "Refused" => "refused as a whole",
        "Reading" => "still being read",
        _ when one.IsDocument => $"read; {Say.Count(one.Candidates.Count, "candidate")} in it",
        _ => $"{one.Accepted} accepted, {one.Unchanged} unchanged, {one.Conflicting} conflicting, {one.RefusedInAll} refused",
    };

    public static Table Refused(SubmissionShown one) => new("Lines that were refused",
        [new("Line", "line"), new("Field", "field"), new("Why", "message"), new("Rule", "rule")],
        [.. one.Refused.Select(line => (IReadOnlyList<Cell>)
        [
            new($"{line.Line}", Href: $"/provenance/{one.Submission}?line={line.Line}"), line.Field ?? "the whole line", line.Message, line.Rule,
        ])], "No line was refused.", HideCaption: true);

    public static Table Of(IEnumerable<SubmissionLine> submissions, Instants instants) => new("Submissions, the newest first",
        [new("Name", "submission", Named: "name"), new("Received", "receivedAt"), new("Kind", "mediaType"), new("Length", "length", true), new("State", "state"), new("Accepted", "accepted", true), new("Unchanged", "unchanged", true),
            new("Conflicting", "conflicting", true), new("Refused", "refused", true)],
        [.. submissions.Select(one => (IReadOnlyList<Cell>)
        [
            new(one.Name, one.Submission, instants.OnlyRecorded.AddedTo($"/work/submissions/{one.Submission}")), new(Dates.Instant(one.ReceivedAt), one.ReceivedAt), Kind(one.MediaType), new(Say.Length(one.Length), one.Length.ToString(CultureInfo.InvariantCulture)),
            new(one.State == "Refused" ? $"refused: {one.Because}" : one.State.ToLowerInvariant(), Say.Code(one.State)), Number(one.Accepted), Number(one.Unchanged), Number(one.Conflicting), Number(one.Refused),
        ])], instants.RecordedAt is null ? "Nothing was sent that fits. Send a file above, or see all submissions." : "Nothing that fits had been sent by then. Go to another time, or see all submissions.", Sortable: true, HideCaption: true);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
