using Oversight.Core;

namespace Oversight.Monitoring.Lineage;

/// <summary>An inspection of several bodies as one, as one body's lineage tells it.</summary>
/// <param name="Of">The predecessor that was inspected; null where it was the body itself.</param>
/// <param name="Joint">With whom, and when.</param>
/// <param name="Marks">What to say beside it.</param>
public sealed record InspectedAsOne(string? Of, JointInspection Joint, IReadOnlyList<Mark> Marks);

/// <summary>What was inspected as one before it was one in law belongs to what became of it.</summary>
public static class InspectionsAsOne
{
    /// <summary>Those of a body and, once each, those of its predecessors, that had, or may have, happened by the day asked about.</summary>
    public static IReadOnlyList<InspectedAsOne> Of(LineageReading body, IEnumerable<LineageReading> predecessors) =>
    [
        .. body.JointInspections.Select(joint => (Of: (string?)null, Id: body.Id, Joint: joint))
            .Concat(predecessors.SelectMany(from => from.JointInspections.Select(joint => (Of: (string?)from.Id, from.Id, Joint: joint))))
            .Where(one => one.Joint.When.HappenedBy(body.AsOf) != Answer.No)
            .DistinctBy(one => (string.Join('/', new[] { one.Id, one.Joint.With }.Order(StringComparer.Ordinal)), NameBasedId.Slug(one.Joint.Inspection), one.Joint.When.Earliest))
            .OrderBy(one => one.Joint.When.Earliest).ThenBy(one => one.Id, StringComparer.Ordinal)
            .Select(one => new InspectedAsOne(one.Of, one.Joint,
                [.. one.Joint.Marks.Concat(one.Of is not null && one.Joint.When.Latest < body.Begun?.Earliest ? [Mark.BeforeItExistedInLaw] : []).Distinct().Order()])),
    ];
}
