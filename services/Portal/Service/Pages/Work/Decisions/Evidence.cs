using Oversight.Portal.Api;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Work.Decisions;

/// <summary>A claim on which a proposal rests or may rest.</summary>
/// <param name="Claim">Its id.</param>
/// <param name="Entry">What it says; null where the body's history does not show it.</param>
/// <param name="Source">Who said it.</param>
public sealed record Evidence(string Claim, HistoryEntry? Entry, Source? Source)
{
    /// <summary>What it says, of one of several grades which.</summary>
    public string InWords => Entry is null ? "" : $"{Dates.Day(Entry.On)}: {Entry.Title}{(Source?.Says is { } says && Dates.Day(says) != Dates.Day(Entry.On) ? $", {Say.Grades(says)}" : "")}";

    /// <summary>Every claim of a history once, in its order.</summary>
    public static IReadOnlyList<Evidence> Of(IEnumerable<HistoryEntry> entries) =>
        [.. entries.SelectMany(entry => entry.Sources.Where(source => source.ClaimId is not null).Select(source => new Evidence(source.ClaimId!, entry, source))).DistinctBy(one => one.Claim)];

    /// <summary>Those that are named, by their own ids or by those of their facts.</summary>
    public static IReadOnlyList<Evidence> Of(IEnumerable<HistoryEntry> entries, IReadOnlyList<string> named)
    {
        var all = Of(entries);
        return [.. named.Select(id => all.FirstOrDefault(one => one.Claim == id) ?? all.FirstOrDefault(one => one.Entry!.Id == id) ?? new Evidence(id, null, null))];
    }
}
