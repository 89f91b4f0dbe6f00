using Marten;
using Oversight.Core;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Lineage;

/// <summary>Where a body comes from and what became of it.</summary>
/// <param name="Existed">Did it exist in law on the day asked about: Yes, No or CannotTell.</param>
/// <param name="Because">Why not, or why it cannot be told; null where it did.</param>
/// <param name="NameInLaw">Its name in law that day; several where it cannot be told.</param>
/// <param name="NameInUse">The name in use that day; several where it cannot be told.</param>
/// <param name="Renames">Its renamings by that day, oldest first.</param>
/// <param name="Predecessors">What had become part of it by that day.</param>
/// <param name="Successors">What it had become part of by that day.</param>
/// <param name="JointInspections">Inspections of it, or of its predecessors, with another body as one by that day, oldest first.</param>
/// <param name="InheritsFrom">All whose findings it inherits: its predecessors, and theirs.</param>
public sealed record LineageShown(
    Answer Existed, string? Because, IReadOnlyList<string> NameInLaw, IReadOnlyList<string> NameInUse, IReadOnlyList<RenameShown> Renames,
    IReadOnlyList<SuccessionShown> Predecessors, IReadOnlyList<SuccessionShown> Successors, IReadOnlyList<JointInspectionShown> JointInspections,
    IReadOnlyList<OtherBody> InheritsFrom)
{
    internal static async Task<LineageShown> Of(IQuerySession session, BodyRecord record, LineageReading lineage, Viewpoint viewpoint, CancellationToken ct)
    {
        var ancestors = await session.Ancestors(lineage, viewpoint, ct);
        var joints = InspectionsAsOne.Of(lineage, await session.Origins(lineage, viewpoint, ct));
        var others = ancestors.Concat(lineage.Successors.Select(one => one.Successor)).Concat(joints.SelectMany(one => new[] { one.Of, one.Joint.With }).OfType<string>()).Distinct().ToArray();
        var names = others.Length == 0 ? [] : (await session.LoadManyAsync<BodyRecord>(ct, others)).ToDictionary(other => other.Id, other => NameOf(other, viewpoint));
        OtherBody Other(string id) => new(id, names.GetValueOrDefault(id, id));
        IReadOnlyList<string> Called(Func<Rename, Dated> date) => [.. lineage.NamesThen(NameOf(record, viewpoint), date).Select(name => name ?? "not known")];

        return new(
            lineage.Existed, Why(lineage, Other), Called(rename => rename.InLaw ?? rename.InUse!), Called(rename => rename.InUse ?? rename.InLaw!),
            [.. lineage.Renames.Where(rename => rename.When.HappenedBy(lineage.AsOf) != Answer.No).Select(rename => new RenameShown(
                rename.FormerName, rename.Name, DateShown.Of(lineage.IfHappened(rename.InLaw)), DateShown.Of(lineage.IfHappened(rename.InUse)), SourceShown.Of(rename.Said, said => $"{said.LawOn ?? said.InUseOn}"), rename.Marks.InWords,
                SourceShown.Of(rename.Sides.Overruled, said => $"{said.LawOn ?? said.InUseOn}"), rename.Sides.Trail.Steps))],
            [.. lineage.Predecessors.Select(one => Shown(one, lineage, Other(one.Predecessor)))], [.. lineage.Successors.Select(one => Shown(one, lineage, Other(one.Successor)))],
            [.. joints.Select(one => new JointInspectionShown(
                one.Of is null ? null : Other(one.Of), Other(one.Joint.With), one.Joint.Inspection, DateShown.Of(one.Joint.When)!, SourceShown.Of(one.Joint.Said, said => $"{said.On}"), one.Marks.InWords,
                SourceShown.Of(one.Joint.Sides.Overruled, said => $"{said.On}"), one.Joint.Sides.Trail.Steps))],
            [.. ancestors.Select(Other)]);
    }

    private static string NameOf(BodyRecord record, Viewpoint viewpoint) => BodyProfile.RegisteredBy(record, viewpoint)?.Name ?? record.Id;

    private static string? Why(LineageReading lineage, Func<string, OtherBody> other) =>
        lineage.Existed == Answer.Yes ? null
        : lineage.Ended?.HappenedBy(lineage.AsOf) is Answer.Yes or Answer.CannotTell
            ? $"became part of {string.Join(" and ", lineage.Successors.Select(one => other(one.Successor).Name))} on {lineage.Ended}"
        : lineage.Begun is not null ? $"was formed on {lineage.Begun}"
        : lineage.Existed == Answer.No ? "could not be known yet to be formed" : "has no beginning on record";

    private static SuccessionShown Shown(Succession one, LineageReading lineage, OtherBody other) => new(
        other, one.Formed, DateShown.Of(one.InLaw)!, DateShown.Of(lineage.IfHappened(one.InUse)), [.. one.Said.Select(seen => seen.Value.Note).Where(note => note.Length > 0).Distinct().Order(StringComparer.Ordinal)],
        SourceShown.Of(one.Said, said => $"{said.LawOn}"), one.Marks.InWords,
        SourceShown.Of(one.Sides.Overruled, said => $"{said.LawOn}"), one.Sides.Trail.Steps);
}

/// <summary>Another body.</summary>
public sealed record OtherBody(string Id, string Name);

/// <summary>A date as its sources give it; <paramref name="On"/> is null where they differ even in the year.</summary>
public sealed record DateShown(PartialDate? On, DateOnly Earliest, DateOnly Latest)
{
    internal static DateShown? Of(Dated? date) => date is null ? null : new(date.On, date.Earliest, date.Latest);
}

/// <summary>A renaming, in law and in use; overruled is who says otherwise, where that was settled.</summary>
public sealed record RenameShown(string? FormerName, string Name, DateShown? InLaw, DateShown? InUse, IReadOnlyList<SourceShown> Sources, IReadOnlyList<string> Marks,
    IReadOnlyList<SourceShown> Overruled, IReadOnlyList<TrailStep> Trail);

/// <summary>A predecessor or a successor.</summary>
/// <param name="Body">The other body.</param>
/// <param name="Formed">Was the later of the two new then?</param>
/// <param name="InLaw">When it was so in law.</param>
/// <param name="InUse">When it was so in daily work, where a source gives another day.</param>
/// <param name="Notes">What else sources say.</param>
/// <param name="Sources">Who says so, with the date that each gives.</param>
/// <param name="Marks">What a reader must know beside it.</param>
/// <param name="Overruled">Who says otherwise, where that was settled.</param>
/// <param name="Trail">Who settled, corrected, withdrew or disputed it, when, why and by which source.</param>
public sealed record SuccessionShown(
    OtherBody Body, bool Formed, DateShown InLaw, DateShown? InUse, IReadOnlyList<string> Notes, IReadOnlyList<SourceShown> Sources, IReadOnlyList<string> Marks,
    IReadOnlyList<SourceShown> Overruled, IReadOnlyList<TrailStep> Trail);

/// <summary>An inspection of two bodies as one; of is the predecessor that was inspected, where it was not the body itself.</summary>
public sealed record JointInspectionShown(OtherBody? Of, OtherBody With, string Inspection, DateShown On, IReadOnlyList<SourceShown> Sources, IReadOnlyList<string> Marks,
    IReadOnlyList<SourceShown> Overruled, IReadOnlyList<TrailStep> Trail);
