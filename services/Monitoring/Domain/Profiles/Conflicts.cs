using Oversight.Core;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Profiles;

/// <summary>A fact on which sources disagree.</summary>
/// <param name="FactId">The fact.</param>
/// <param name="About">The fact in words.</param>
/// <param name="Sides">What they say, with who says so.</param>
public sealed record Conflict(string FactId, string About, IReadOnlyList<Seen<ConflictSide>> Sides)
{
    /// <summary>What was settled and said of it later.</summary>
    public FactTrail Trail { get; init; } = FactTrail.None;

    /// <summary>The side that counts; null while it is open, or while that side cannot be seen.</summary>
    public SettledSide? Settled => Trail.Settled;

    public IEnumerable<Mark> Marks => [Settled is null ? Mark.Conflicting : Mark.Settled, .. Trail.Marks];

    /// <summary>Every conflict of which two sides could be known and had, or may have, arisen.</summary>
    public static IReadOnlyList<Conflict> All(BodyRecord record, Viewpoint viewpoint, Trail? trail = null) =>
        [.. record.Conflicts.Select(side => Seen<ConflictSide>.From(viewpoint, side, Happened(side.Value.FactId)))
            .OfType<Seen<ConflictSide>>()
            .Where(side => Happened(side.Value.FactId) is { } day ? day <= viewpoint.AsOf : side.PublishedOn?.OnOrBefore(viewpoint.AsOf) != Answer.No)
            .GroupBy(side => side.Value.FactId).Where(fact => fact.Skip(1).Any()).OrderBy(fact => fact.Key, StringComparer.Ordinal)
            .Select(fact => new Conflict(fact.Key, fact.Min(side => side.Value.About)!,
                [.. fact.OrderBy(side => side.Value.Value, StringComparer.Ordinal)])
            {
                Trail = trail?.Of(fact.Key, viewpoint).Among(fact.Count(), counts => fact.Any(side => side.Value.Value == counts.Value)) ?? FactTrail.None,
            })];

    // A move's fact is named after the first date that was claimed for it.
    private static DateOnly? Happened(string factId) =>
        PartialDate.TryParse(factId[(factId.LastIndexOf('/') + 1)..], out var date) ? date.First : null;
}
