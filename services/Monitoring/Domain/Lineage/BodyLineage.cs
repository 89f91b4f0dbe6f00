using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Trails;

namespace Oversight.Monitoring.Lineage;

/// <summary>What a source says of a body that became, or became part of, another one.</summary>
public sealed record SuccessionSaid(string Predecessor, string Successor, bool Formed, PartialDate LawOn, PartialDate? InUseOn, string Note) : ISaid<SuccessionSaid>, IWorded<SuccessionSaid>
{
    SuccessionSaid IWorded<SuccessionSaid>.Read(Wording words) => this with { Note = words.Of(Note) };

    string ISaid<SuccessionSaid>.InWords => Dated.InWords(LawOn, InUseOn);

    bool ISaid<SuccessionSaid>.Contradicts(SuccessionSaid other) => Sides.Differ(LawOn, other.LawOn) || Sides.Differ(InUseOn, other.InUseOn);
}

/// <summary>What a source says of a renaming; it gives one of the two dates or both.</summary>
public sealed record RenameSaid(string? FormerName, string Name, PartialDate? LawOn, PartialDate? InUseOn, string Note) : ISaid<RenameSaid>, IWorded<RenameSaid>
{
    RenameSaid IWorded<RenameSaid>.Read(Wording words) => this with { Note = words.Of(Note) };

    string ISaid<RenameSaid>.InWords => Dated.InWords(LawOn, InUseOn);

    bool ISaid<RenameSaid>.Contradicts(RenameSaid other) => Sides.Differ(LawOn, other.LawOn) || Sides.Differ(InUseOn, other.InUseOn);
}

/// <summary>What a source says of an inspection of two bodies as one.</summary>
public sealed record JointInspectionSaid(string With, string Inspection, PartialDate On, string Note) : ISaid<JointInspectionSaid>, IWorded<JointInspectionSaid>
{
    JointInspectionSaid IWorded<JointInspectionSaid>.Read(Wording words) => this with { Note = words.Of(Note) };

    string ISaid<JointInspectionSaid>.InWords => Dated.InWords(On, null);

    bool ISaid<JointInspectionSaid>.Contradicts(JointInspectionSaid other) => Sides.Differ(On, other.On);
}

/// <summary>All that sources say about where a body comes from; what holds is worked out at each read.</summary>
/// <param name="Id">The body.</param>
/// <param name="Successions">What it became part of, and what became part of it.</param>
/// <param name="Renames">What it was renamed.</param>
/// <param name="JointInspections">With whom it was inspected.</param>
public sealed record BodyLineage(
    string Id, IReadOnlyList<Backed<SuccessionSaid>> Successions, IReadOnlyList<Backed<RenameSaid>> Renames, IReadOnlyList<Backed<JointInspectionSaid>> JointInspections)
{
    public static BodyLineage Empty(string id) => new(id, [], [], []);

    /// <summary>Everything in a stream, every source listed.</summary>
    public static BodyLineage Fold(string body, IEnumerable<Recorded> events) =>
        events.Aggregate(Empty(body), (lineage, recorded) => Evolve(lineage, recorded, int.MaxValue));

    /// <param name="lineage">Before.</param>
    /// <param name="recorded">One more event; others than those about lineage change nothing.</param>
    /// <param name="mostSources">How many sources that say the same are listed one by one.</param>
    public static BodyLineage Evolve(BodyLineage lineage, Recorded recorded, int mostSources = BodyRecords.MostSources) => recorded.Event switch
    {
        BodyEvent.SuccessionNoted e => lineage with
        {
            Successions = lineage.Successions.And(new(e.Predecessor, e.Successor, e.Formed, e.LawOn, e.InUseOn, e.Note), recorded.Said(e.Provenance), mostSources),
        },
        BodyEvent.RenameNoted e => lineage with
        {
            Renames = lineage.Renames.And(new(e.FormerName, e.Name, e.LawOn, e.InUseOn, e.Note), recorded.Said(e.Provenance), mostSources),
        },
        BodyEvent.JointInspectionNoted e => lineage with
        {
            JointInspections = lineage.JointInspections.And(new(e.With, e.Inspection, e.On, e.Note), recorded.Said(e.Provenance), mostSources),
        },
        _ => lineage,
    };
}
