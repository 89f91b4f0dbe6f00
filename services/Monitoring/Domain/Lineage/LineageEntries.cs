using Oversight.Core;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Lineage;

/// <summary>How the lineage of a body reads in its timeline, and what its predecessors leave there.</summary>
public static class LineageEntries
{
    private const string Lineage = "lineage", Joint = "joint-inspection";

    /// <summary>A body's own timeline with those of its predecessors, each entry of theirs with its origin.</summary>
    /// <param name="own">The body's own, newest first.</param>
    /// <param name="lineage">Where the body comes from.</param>
    /// <param name="inherited">The predecessors and their own timelines.</param>
    public static IReadOnlyList<HistoryEntry> WithInherited(
        IReadOnlyList<HistoryEntry> own, LineageReading lineage, IEnumerable<(string Predecessor, IReadOnlyList<HistoryEntry> Entries)> inherited)
    {
        // What happened to both stands in both timelines.
        var told = own.Where(IsLineage).Select(entry => entry.Id).ToHashSet();
        return [.. History.NewestFirst(own.Concat(inherited.SelectMany(from => from.Entries
            .Where(entry => !IsLineage(entry) || told.Add(entry.Id)).Select(entry => From(from.Predecessor, entry, lineage)))))];
    }

    internal static IEnumerable<HistoryEntry> Of(LineageReading lineage) =>
    [
        .. lineage.Successions.Select(succession => Entry(
            $"lineage/{succession.Predecessor}/into/{succession.Successor}", Lineage, succession.InLaw,
            succession.Predecessor == lineage.Id ? $"Became part of {succession.Successor}"
                : succession.Formed ? $"Formed from {succession.Predecessor}" : $"Took over {succession.Predecessor}",
            lineage.IfHappened(succession.InUse), succession.Said, said => said.LawOn, said => said.Note, succession.Marks)),
        .. lineage.Renames.Select(rename => Entry(
            IdOf(lineage, rename), Lineage, rename.When,
            $"{(rename.FormerName is null ? "" : $"{rename.FormerName} ")}renamed {rename.Name}{(rename.InLaw is null ? "" : " in law")}",
            rename.InLaw is null ? null : lineage.IfHappened(rename.InUse), rename.Said, said => said.LawOn ?? said.InUseOn, said => said.Note, rename.Marks)),
        .. lineage.Renames.Where(rename => rename.InLaw is not null && rename.InUse is not null && rename.InUse.On != rename.InLaw.On).Select(rename => Entry(
            $"{IdOf(lineage, rename)}/in-use", Lineage, rename.InUse!, $"{rename.Name} came into use as its name",
            null, [.. rename.Said.Where(seen => seen.Value.InUseOn is not null)], said => said.InUseOn, _ => "", rename.Marks)),
        .. lineage.JointInspections.Select(joint => Entry(
            $"joint/{string.Join('/', new[] { lineage.Id, joint.With }.Order(StringComparer.Ordinal))}/{NameBasedId.Slug(joint.Inspection)}/{joint.When.Earliest:yyyy-MM-dd}",
            Joint, joint.When, $"Inspected as one with {joint.With}: {joint.Inspection}", null, joint.Said, said => said.On, said => said.Note, joint.Marks)),
    ];

    /// <summary>Says where an entry lies outside of the time in which the body existed.</summary>
    internal static HistoryEntry Placed(HistoryEntry entry, LineageReading lineage) =>
        entry.On is not { } on || IsLineage(entry) ? entry
        : on.Last < lineage.Begun?.Earliest ? Marked(entry, Mark.BeforeItExistedInLaw)
        : on.First > lineage.Ended?.Latest ? Marked(entry, Mark.AfterItHadMerged)
        : entry;

    private static HistoryEntry From(string predecessor, HistoryEntry entry, LineageReading heir)
    {
        var origin = entry.InheritedFrom ?? predecessor;
        var theirs = entry with
        {
            Id = IsLineage(entry) ? entry.Id : $"{predecessor}/{entry.Id}", InheritedFrom = origin,
            Links = [.. entry.Links.Select(link => link with { Id = $"{predecessor}/{link.Id}" })],
        };
        return entry.Kind == Joint && entry.On?.Last < heir.Begun?.Earliest ? Marked(theirs, Mark.BeforeItExistedInLaw) : theirs;
    }

    private static bool IsLineage(HistoryEntry entry) => entry.Kind is Lineage or Joint;

    private static HistoryEntry Marked(HistoryEntry entry, Mark mark) => entry with { Marks = [.. entry.Marks.Append(mark).Distinct().Order()] };

    private static string IdOf(LineageReading lineage, Rename rename) => $"lineage/{lineage.Id}/renamed/{NameBasedId.Slug(rename.Name)}/{rename.When.Earliest:yyyy-MM-dd}";

    private static HistoryEntry Entry<T>(
        string id, string kind, Dated when, string title, Dated? inUse, IReadOnlyList<Seen<T>> said, Func<T, PartialDate?> on, Func<T, string> note, IEnumerable<Mark> marks)
        where T : notnull
    {
        string?[] detail =
        [
            when.IsConflicting ? $"Sources date it {string.Join(" and ", said.Select(seen => on(seen.Value)).OfType<PartialDate>().Distinct().Order().Select(date => date.InWords))}" : null,
            inUse is null ? null : $"in use since {inUse}",
            .. said.Select(seen => note(seen.Value)).Where(text => text.Length > 0).Distinct().Order(StringComparer.Ordinal),
        ];
        return new(id, when.On, null, kind, title, string.Join("; ", detail.OfType<string>()) is { Length: > 0 } text ? text : null,
            SourceShown.Of(said, value => when.IsConflicting ? $"{on(value)}" : null), [.. marks], []);
    }
}
