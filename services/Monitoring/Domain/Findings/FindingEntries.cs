using System.Globalization;
using Oversight.Core;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Findings;

/// <summary>A practice that an inspection praised.</summary>
public sealed record Practice(string Name, string? Label, string Inspection, string Programme);

/// <summary>What an inspection found and gives no grade to.</summary>
public sealed record Finding(string Inspection, string Programme, string Topic, string? Standard, int? Count, int? OutOf, decimal? Percent, string Text) : IWorded<Finding>
{
    Finding IWorded<Finding>.Read(Wording words) => this with { Text = words.Of(Text) };
}

/// <summary>How findings without a grade read in a timeline, at the day on which they were published.</summary>
internal static class FindingEntries
{
    public static HistoryEntry Of(Seen<Practice> practice) => new(
        $"practice/{EntryOf.Short(practice.Value.ToString())}", practice.PublishedOn, null, "practice", $"{practice.Value.Inspection}: praised for {practice.Value.Name}",
        practice.Value.Label is { } label ? $"The inspectorate calls it {label} practice" : null, SourceShown.Of([practice], _ => null), [.. practice.Marks], []);

    public static HistoryEntry Of(Seen<Finding> finding, SaidLater later)
    {
        var found = finding.Value;
        return new(
            $"finding/{EntryOf.Short(finding.Whole.ToString())}", finding.PublishedOn, null, "finding",
            $"{found.Inspection}: {string.Join(", ", new[] { found.Topic, Figure(found) }.Where(part => part != ""))}",
            string.Join("; ", new[] { found.Text, found.Standard is null ? "" : $"standard: {found.Standard}" }.Where(part => part != "")) is { Length: > 0 } detail ? detail : null,
            SourceShown.Of([finding], _ => null), [.. finding.Marks, .. found is { Count: null, Percent: null } ? [] : EntryOf.MarksOf(found.OutOf), .. later.MarksOf(finding, InWords(found))], []);
    }

    // As a conflict names it.
    private static string InWords(Finding found) => string.Create(CultureInfo.InvariantCulture,
        $"{found.Count}{(found.OutOf is null ? "" : $" of {found.OutOf}")}{(found.Percent is null ? "" : found.Count is null ? $"{found.Percent}%" : $", {found.Percent}%")}") is { Length: > 0 } words ? words : "in words";

    private static string Figure(Finding found) => string.Join(", ", new[]
    {
        found.Count is null ? "" : $"{found.Count}{(found.OutOf is null ? "" : $" of {found.OutOf}")}",
        found.Percent is { } percent ? $"{percent.ToString(CultureInfo.InvariantCulture)}%" : "",
    }.Where(part => part != ""));
}
