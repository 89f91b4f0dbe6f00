using Oversight.Core;
using Oversight.Ingestion.Facts;

namespace Oversight.Ingestion.Conflicts;

/// <summary>One side of a disagreement, and when this system first saw that it was one.</summary>
public sealed record Side(string Value, Provenance Provenance, DateTimeOffset RecordedAt);

/// <summary>On what sources disagree about one fact.</summary>
public sealed record Disagreement(string FactId, string About, IReadOnlyList<Side> Sides)
{
    /// <summary>The steps taken to settle it.</summary>
    public IReadOnlyList<Kept<Settling>> Settlings { get; init; } = [];

    /// <summary>Changes with every side and every step, as the decider counts it; whoever settles says which one they have seen.</summary>
    public int Revision => Sides.Count + Settlings.Count;

    /// <summary>What of it was on record.</summary>
    public Disagreement RecordedBy(Viewpoint view) => this with
    {
        Sides = [.. Sides.Where(side => view.HasRecorded(side.RecordedAt))], Settlings = [.. Settlings.Where(step => view.HasRecorded(step.RecordedAt))],
    };
}

/// <summary>The disagreements in one stream of facts.</summary>
/// <param name="Id">The stream.</param>
/// <param name="Body">The body it is about.</param>
/// <param name="Disagreements">By fact, in the order in which they were found.</param>
public sealed record FactConflicts(string Id, string Body, IReadOnlyList<Disagreement> Disagreements)
{
    /// <summary>Adds the sides that a conflict names for the first time.</summary>
    public static FactConflicts Evolve(FactConflicts? conflicts, string id, FactEvent.ConflictFound found, DateTimeOffset recordedAt)
    {
        ArgumentNullException.ThrowIfNull(found);
        conflicts ??= new(id, found.Body, []);
        var before = conflicts.Disagreements.FirstOrDefault(known => known.FactId == found.FactId) ?? new(found.FactId, found.About, []);
        var seen = before.Sides.Select(side => side.Provenance.ClaimId).ToHashSet();
        var after = before with
        {
            Sides =
            [
                .. before.Sides,
                .. found.Claims.Where(claim => !seen.Contains(claim.Provenance.ClaimId)).Select(claim => new Side(claim.Value, claim.Provenance, recordedAt)),
            ],
        };
        return conflicts with
        {
            Disagreements = before.Sides.Count == 0
                ? [.. conflicts.Disagreements, after]
                : [.. conflicts.Disagreements.Select(known => known.FactId == after.FactId ? after : known)],
        };
    }

    /// <summary>Adds a step taken to settle one of them.</summary>
    public static FactConflicts? Evolve(FactConflicts? conflicts, Settling settling, DateTimeOffset recordedAt) => conflicts is null ? null : conflicts with
    {
        Disagreements = [.. conflicts.Disagreements.Select(known => known.FactId == settling.FactId ? known with { Settlings = [.. known.Settlings, new(settling, recordedAt)] } : known)],
    };

    /// <summary>The disagreements as they stood: those of which two sides that say different things could be seen.</summary>
    public IEnumerable<(Disagreement Seen, int Revision)> Seen(Viewpoint view) => Disagreements
        .Select(known => known.RecordedBy(view))
        .Select(known => (Seen: known with { Sides = [.. known.Sides.Where(side => IsSeen(side, view))] }, known.Revision))
        .Where(known => known.Seen.Sides.Select(side => side.Value).Distinct().Skip(1).Any());

    /// <summary>What has to be said about a side.</summary>
    public static Mark? MarkOf(Side side, Viewpoint view) => side.Provenance.PublishedOn switch
    {
        null => Mark.PublicationDateUnknown,
        { } published when published.OnOrBefore(view.KnownAt) == Answer.CannotTell => Mark.PublicationDateImprecise,
        _ => null,
    };

    private static bool IsSeen(Side side, Viewpoint view)
    {
        var (published, moved) = (side.Provenance.PublishedOn, MovedOn(side));
        return view.HasRecorded(side.RecordedAt) && view.Knew(published, moved?.First) != Answer.No && (moved ?? published)?.OnOrBefore(view.AsOf) != Answer.No;
    }

    private static readonly string[] Dated = ["phase/", "engage-step/", "section-55/", "investigation/"];

    // A move or a step comes to be when it takes effect; a grade or a figure when it is published.
    private static PartialDate? MovedOn(Side side) =>
        Array.Exists(Dated, kind => side.Provenance.FactId.StartsWith(kind, StringComparison.Ordinal)) ? PartialDate.Parse(side.Value.Split(' ', ',')[0]) : null;
}
