using Oversight.Core;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Lineage;

/// <summary>How the lineage of a body reads in its timeline, and what its predecessors leave there.</summary>
public static class LineageEntries
{
    private const string Lineage = "lineage", Joint = "joint-inspection", Joints = "joint/";

    /// <summary>A body's own timeline with those of its predecessors, each entry of theirs with its origin.</summary>
    /// <param name="own">The body's own, newest first.</param>
    /// <param name="lineage">Where the body comes from.</param>
    /// <param name="inherited">The predecessors and their own timelines.</param>
    public static IReadOnlyList<HistoryEntry> WithInherited(
        IReadOnlyList<HistoryEntry> own, LineageReading lineage, IEnumerable<(string Predecessor, IReadOnlyList<HistoryEntry> Entries)> inherited)
    {
        // What happened to several stands in the timelines of all; one inspection of more than two is told best where most of them are named.
        var told = own.Where(IsLineage).ToList();
        var theirs = inherited.SelectMany(from => from.Entries.Select(entry => (from.Predecessor, Entry: entry))).ToArray();
        foreach (var one in theirs.Where(one => IsLineage(one.Entry)).OrderByDescending(one => BodiesIn(one.Entry.Id).Length).Select(one => one.Entry))
        {
            if (!told.Exists(other => other.Id == one.Id || IsPartOf(one, other)))
            {
                told.Add(one);
            }
        }

        return [.. History.NewestFirst(own.Concat(theirs.Where(one => !IsLineage(one.Entry) || (told.Contains(one.Entry) && !own.Contains(one.Entry)))
            .Select(one => From(one.Predecessor, one.Entry, lineage))))];
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
        .. AsOne(lineage.JointInspections).Select(joint => Entry(
            $"{Joints}{string.Join('/', joint.Select(one => one.With).Append(lineage.Id).Order(StringComparer.Ordinal))}/{NameBasedId.Slug(joint[0].Inspection)}/{joint.Min(one => one.When.Earliest):yyyy-MM-dd}",
            Joint, Dated.Of(joint.SelectMany(one => one.Said).Select(seen => seen.Value.On))!,
            $"Inspected as one with {string.Join(" and ", joint.Select(one => one.With).Order(StringComparer.Ordinal))}: {joint[0].Inspection}", null,
            [.. joint.SelectMany(one => one.Said)], said => said.On, said => said.Note, joint.SelectMany(one => one.Marks).Distinct().Order())),
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

    // Sources name two bodies at a time; where one inspection took in more, it is one all the same.
    private static List<List<JointInspection>> AsOne(IEnumerable<JointInspection> joints)
    {
        var all = new List<List<JointInspection>>();
        foreach (var joint in joints)
        {
            if (all.Find(one => one.TrueForAll(other => NameBasedId.Slug(other.Inspection) == NameBasedId.Slug(joint.Inspection) && other.With != joint.With
                && other.When.Earliest <= joint.When.Latest && joint.When.Earliest <= other.When.Latest)) is { } same)
            {
                same.Add(joint);
            }
            else
            {
                all.Add([joint]);
            }
        }

        return all;
    }

    private static bool IsPartOf(HistoryEntry joint, HistoryEntry other) =>
        joint.Kind == Joint && other.Kind == Joint && joint.Id.Split('/').TakeLast(2).SequenceEqual(other.Id.Split('/').TakeLast(2)) && BodiesIn(joint.Id).All(BodiesIn(other.Id).Contains);

    private static string[] BodiesIn(string id) => id.StartsWith(Joints, StringComparison.Ordinal) ? id[Joints.Length..].Split('/')[..^2] : [];

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
