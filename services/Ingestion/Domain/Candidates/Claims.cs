using System.Diagnostics;
using Oversight.Core;
using Oversight.Ingestion.Documents;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Text;
using static Oversight.Ingestion.Facts.FactCommand;

namespace Oversight.Ingestion.Candidates;

/// <summary>Makes out of an accepted candidate the claim that a row of a file would have made.</summary>
public static class Claims
{
    private const string AllCrime = "all crime excluding fraud", OfCrime = "crime recording: ", AnyCrime = "crime recording";
    private const int LongestName = 200, LongestSource = 2_000, MostDaysAhead = 366;

    internal static FactCommand Of(Proposal read, Corrections said, CandidateEvent.CandidatesRead document, DateOnly today)
    {
        var from = new ReadFrom(
            Source(said.Source) ?? document.Cited, document.Submission, read.Line, Date("publishedOn", said.PublishedOn, today, daysAhead: 1) ?? document.PublishedOn);
        var body = Needed("body", said.Body ?? read.Body, "which body it is about");
        var date = Date("date", said.Date, today, MostDaysAhead) ?? read.Date;
        string Programme() => Name("programme", said.Programme ?? read.Programme, "under which programme or inspection");
        string Area(string what) => Name("area", said.Area ?? read.Area, what);
        decimal Percent() => Share(said.Percent) ?? Needed("percent", read.Percent, "the share as a percentage");
        PartialDate On(PartialDate? otherwise = null) => Needed("date", date ?? otherwise, "when it was");
        decimal Rest() => Share(said.Percent) ?? 100 - Needed("percent", read.Percent, "the share as a percentage");
        // A share that somebody corrected may have been counted from something else.
        var sample = said.Percent is null ? read.OutOf : null;
        // What cannot be counted stands on the timeline in its own words.
        ClaimTimelineEntry Entry(string kind, PartialDate? otherwise = null) => new(body, On(otherwise), Name("kind", said.Kind ?? kind, "what kind of entry it is"), read.Quote, from);

        return read.Kind switch
        {
            CandidateKind.Judgment => new ClaimGrade(body, Programme(), Area("which area was graded"), Grade(said.Grade ?? read.Grade), from),
            CandidateKind.Phase => Move(body, said.Phase ?? read.Phase, On(), read.Quote, from),
            CandidateKind.Audit => read.Rule switch
            {
                "audit.crimes-recorded" => new ClaimRecordingAudit(body, Programme(), Category(Area("which crimes were counted")), Percent(), null, sample, from),
                "audit.crimes-not-recorded" => new ClaimRecordingAudit(body, Programme(), Category(Area("which crimes were counted")), Rest(), null, sample, from),
                "audit.stop-search-with-grounds" => new ClaimStopSearchAudit(body, Programme(), Percent(), sample, from),
                "audit.stop-search-without-grounds" => new ClaimStopSearchAudit(body, Programme(), Rest(), sample, from),
                _ => Entry("inspection", from.PublishedOn),
            },
            CandidateKind.Cause => read.Rule switch
            {
                "cause.raised" => new ClaimCause(body, Area("what the cause is called"), Programme(), date, Acceleration.Unknown, null, read.Quote, from),
                "cause.accelerated" => new ClaimCause(body, Area("what the cause is called"), Programme(), date, Acceleration.Yes, null, read.Quote, from),
                "cause.closed" => new ClaimCauseStep(body, Area("what the cause is called"), Programme(), CauseStep.Closed, On(from.PublishedOn), null, null, null, null, null, read.Quote, from),
                _ => new ClaimCauseStep(body, Area("what the cause is called"), Programme(), CauseStep.StillOpen, On(from.PublishedOn), null, null, null, null, null, read.Quote, from),
            },
            CandidateKind.Practice => new ClaimPractice(body, read.Quote, null, Programme(), from),
            CandidateKind.Finding or CandidateKind.Tally => Entry("inspection", from.PublishedOn),
            CandidateKind.Investigation => Entry("investigation"),
            CandidateKind.Statement => Entry("statement", from.PublishedOn),
            _ => throw new UnreachableException(),
        };
    }

    // A rate of "crime" is a rate of all crime, as the public record words it.
    private static string Category(string area) => area == AnyCrime ? AllCrime : area.StartsWith(OfCrime, StringComparison.Ordinal) ? area[OfCrime.Length..] : area;

    private static ClaimPhaseMove Move(string body, string? text, PartialDate on, string quote, ReadFrom from) =>
        Enum.TryParse<Phase>(Needed("phase", text, "into which phase it moved"), ignoreCase: true, out var phase) && Enum.IsDefined(phase) && !char.IsDigit(text![0])
            ? new(body, phase, phase.ToString(), on, null, null, quote, from)
            : throw Malformed($"phase is engage or scan, not {Shown.Of(text!)}.");

    private static Grade Grade(string? text) => Grades.TryParse(Needed("grade", text, "which grade was given"), out var grade) ? grade
        : throw Malformed($"{Shown.Of(text!)} is no grade; known are {string.Join(", ", Grades.All)}.");

    private static decimal? Share(decimal? percent) => percent is < 0 or > 100 ? throw Malformed($"{percent} is no percentage between 0 and 100.") : percent;

    private static PartialDate? Date(string field, string? text, DateOnly today, int daysAhead) => text is null ? null
        : !PartialDate.TryParse(text, out var date) ? throw Malformed($"{field} is {PartialDate.ADate}, not {Shown.Of(text)}.")
        : date.First.DayNumber - today.DayNumber > daysAhead ? throw Malformed($"{field} {date} lies too far ahead: today is {today:yyyy-MM-dd}.")
        : date;

    private static string? Source(string? text) => text is null ? null : SourceFlaw(text) is { } flaw ? throw Malformed(flaw) : text.Trim();

    /// <summary>What is wrong with a source that somebody cites; null where nothing is.</summary>
    public static string? SourceFlaw(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Trim() is not { Length: > 0 and <= LongestSource } trimmed ? $"source is an address, or where it was read in words, of at most {LongestSource} characters."
            : trimmed.Any(c => char.IsControl(c) || Shown.IsHidden(c)) ? $"source {Shown.Of(text)} has a hidden character in it."
            : trimmed.Contains("://", StringComparison.Ordinal) && !trimmed.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !trimmed.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                ? $"{Shown.Of(text)} is an address of another kind than http or https."
            : !trimmed.Contains("://", StringComparison.Ordinal) && !trimmed.Contains(' ')
                ? $"source {Shown.Of(text)} is neither an address such as https://example.org/report nor a place in words, such as letter of 3 May 2022."
            : null;
    }

    private static string Name(string field, string? text, string what) =>
        Needed(field, text, what).Trim() is var name && (name.Length > LongestName || !name.Any(char.IsLetterOrDigit) || name.Any(c => char.IsControl(c) || Shown.IsHidden(c)))
            ? throw Malformed($"{field} is at most {LongestName} characters with nothing hidden in them, not {Shown.Of(name)}.")
            : Letters.Composed(name);

    private static string Needed(string field, string? value, string what) => string.IsNullOrWhiteSpace(value) ? throw Incomplete(field, what) : value;

    private static T Needed<T>(string field, T? value, string what)
        where T : struct => value ?? throw Incomplete(field, what);

    private static RejectedException Incomplete(string field, string what) => new("candidate.incomplete", $"The document does not tell {what}; say it as {field}.");

    private static RejectedException Malformed(string because) => new("candidate.malformed", because);
}
