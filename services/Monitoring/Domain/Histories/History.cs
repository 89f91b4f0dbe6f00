using Oversight.Core;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.EntryLinks;
using Oversight.Monitoring.Findings;
using Oversight.Monitoring.Investigations;
using Oversight.Monitoring.Lineage;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.ReportResponses;
using Oversight.Monitoring.Stays;
using Oversight.Monitoring.Trails;

namespace Oversight.Monitoring.Histories;

/// <summary>What happened to and around a body, newest first.</summary>
public static class History
{
    /// <summary>Everything that had, or may have, happened and could be known.</summary>
    /// <remarks>What nobody dates comes last. Order within a day is not known, so it follows from the wording and not from what arrived first.</remarks>
    public static IReadOnlyList<HistoryEntry> Of(string body, IEnumerable<Recorded> events, Viewpoint viewpoint)
    {
        var all = events.Where(recorded => viewpoint.HasRecorded(recorded.RecordedAt)).ToArray();
        var record = BodyRecords.Fold(body, all) with { Moves = Noted.Moves(all), Labels = Noted.Labels(all) };
        var trail = TrailEntries.Fold(body, all);
        var moves = Moves.All(record, viewpoint, trail);
        var lineage = LineageReading.Of(BodyLineage.Fold(body, all), viewpoint, trail);
        var stays = StaysInFull.Of(record, EngageRecord.Fold(body, all), viewpoint, trail, BodyCauses.Fold(body, all).Titles(viewpoint));

        var later = new SaidLater(trail, Conflict.All(record, viewpoint, trail), viewpoint);

        var entries = moves.Select(EntryOf.Move)
            .Concat(BodyProfile.QuotedBy(record, viewpoint).Select(EntryOf.Label))
            .Concat(EntryOf.Reports(Noted.Judgments(all, viewpoint), later))
            .Concat(Noted.Audits(all, viewpoint).Select(audit => EntryOf.Audit(audit, later)))
            .Concat(record.Names.Where(name => name is { Kind: "former", To: not null } && !lineage.Tells(name)).Select(EntryOf.FormerName))
            .Concat(LineageEntries.Of(lineage))
            .Concat(Noted.Happenings(all, viewpoint).Select(EntryOf.Happening))
            .Concat(Noted.Practices(all, viewpoint).Select(FindingEntries.Of))
            .Concat(Noted.Findings(all, viewpoint).Select(finding => FindingEntries.Of(finding, later)))
            .Concat(CauseEntries.Of(body, all, record, trail, viewpoint))
            .Concat(StepEntries.Of(stays, viewpoint))
            .Concat(ResponseEntries.Of(body, all, trail, viewpoint))
            .Concat(InvestigationEntries.Of(body, all, trail, viewpoint))
            .Select(later.Beside)
            .Concat(TrailEntries.Of(all, viewpoint));
        var newestFirst = NewestFirst(Retold.Once(entries.Where(entry => entry.On?.OnOrBefore(viewpoint.AsOf) != Answer.No)).Select(entry => LineageEntries.Placed(Marked(entry, viewpoint), lineage)));
        return [.. ClaimedLinks.Added(StepEntries.Linked(Links.Added([.. newestFirst], moves), stays), all, viewpoint).Select(entry => entry.ToldOn(viewpoint.KnownAt))];
    }

    /// <summary>The links that join nothing in the body's whole timeline; what only lies outside the day asked about is not told of.</summary>
    /// <param name="body">The body.</param>
    /// <param name="entries">Its timeline from the viewpoint.</param>
    /// <param name="events">Its stream.</param>
    /// <param name="viewpoint">From where.</param>
    public static IReadOnlyList<UnmatchedLink> Unmatched(string body, IReadOnlyList<HistoryEntry> entries, IReadOnlyList<Recorded> events, Viewpoint viewpoint)
    {
        var all = events.Where(recorded => viewpoint.HasRecorded(recorded.RecordedAt)).ToArray();
        return ClaimedLinks.Unmatched(entries, all, viewpoint).Count == 0 ? []
            : ClaimedLinks.Unmatched(Of(body, all, new(DateOnly.MaxValue, DateOnly.MaxValue)), all, viewpoint);
    }

    internal static IEnumerable<HistoryEntry> NewestFirst(IEnumerable<HistoryEntry> entries) => entries
        .OrderBy(entry => entry.On is null).ThenByDescending(entry => entry.On)
        .ThenBy(entry => entry.Kind, StringComparer.Ordinal).ThenBy(entry => entry.Title, StringComparer.Ordinal)
        .ThenBy(entry => entry.Id, StringComparer.Ordinal);

    private static HistoryEntry Marked(HistoryEntry entry, Viewpoint viewpoint)
    {
        var doubt = entry.On is not { } on ? [Mark.DateUnknown]
            : on.OnOrBefore(viewpoint.AsOf) == Answer.CannotTell ? [Mark.DateImprecise] : Array.Empty<Mark>();
        return entry with { Marks = [.. entry.Marks.Concat(doubt).Distinct().Order()] };
    }
}
