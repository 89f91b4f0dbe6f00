using Oversight.Core;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Histories;

/// <summary>An entry of a timeline that reads otherwise than it did.</summary>
/// <param name="Before">How it read; null for a new one.</param>
/// <param name="After">How it reads; null for one that is gone.</param>
public sealed record Change(HistoryEntry? Before, HistoryEntry? After);

/// <summary>What has become of a timeline since an earlier instant of this system.</summary>
public static class Changes
{
    /// <summary>Entries that are new, gone or read otherwise, the newest first; the day and the publications asked about are the same for both.</summary>
    public static IReadOnlyList<Change> Since(DateTimeOffset instant, string body, IReadOnlyCollection<Recorded> events, Viewpoint viewpoint)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(viewpoint);
        var before = History.Of(body, events, viewpoint with { RecordedAt = instant }).ToLookup(entry => entry.Id);
        var after = History.Of(body, events, viewpoint);
        var kept = after.ToLookup(entry => entry.Id);
        return
        [
            .. after.Where(entry => before[entry.Id].FirstOrDefault() is not { } earlier || Differ(earlier, entry)).Select(entry => new Change(before[entry.Id].FirstOrDefault(), entry)),
            .. before.Where(entries => !kept.Contains(entries.Key)).Select(entries => new Change(entries.First(), null)),
        ];
    }

    // That one more source says the same is worth telling; what else belongs to an entry is told where that stands.
    private static bool Differ(HistoryEntry one, HistoryEntry other) =>
        (one.On, one.Until, one.Kind, one.Title, one.Detail) != (other.On, other.Until, other.Kind, other.Title, other.Detail)
        || !one.Marks.SequenceEqual(other.Marks) || one.Sources.Count != other.Sources.Count;
}
