using Oversight.Core;
using Oversight.Grading.ProgrammeRecords;
using Oversight.Grading.Programmes;

namespace Oversight.Grading.Lineage;

/// <summary>From which body another one came, as one source tells of it.</summary>
/// <param name="Predecessor">The earlier body.</param>
/// <param name="Formed">Was the later one new?</param>
/// <param name="LawOn">When it was so in law.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="RecordedAt">When it was recorded here.</param>
/// <param name="Sequence">Its position in the store.</param>
/// <param name="MoreSince">Since when there are more sources of the same than are listed.</param>
public sealed record PredecessorClaim(
    string Predecessor, bool Formed, PartialDate LawOn, Provenance Source, DateTimeOffset RecordedAt, long Sequence, DateTimeOffset? MoreSince = null) : IClaim
{
    public bool Repeats(IClaim other) => other is PredecessorClaim same
        && (Predecessor, Formed, LawOn, Source.PublishedOn) == (same.Predecessor, same.Formed, same.LawOn, same.Source.PublishedOn);
}

/// <summary>From which bodies one came.</summary>
/// <param name="Id">The body.</param>
/// <param name="Claims">Who says so.</param>
public sealed record Predecessors(string Id, IReadOnlyList<PredecessorClaim> Claims)
{
    /// <summary>After one more source.</summary>
    public static Predecessors Evolve(Predecessors? known, GradingEvent.PredecessorNoted e, DateTimeOffset recordedAt, long sequence) => new(
        e.Body, (known?.Claims ?? []).With(new PredecessorClaim(e.Predecessor, e.Formed, e.LawOn, e.Source, recordedAt, sequence), full => full with { MoreSince = recordedAt }));

    /// <summary>The first day on which it can have existed in law, as far as that could be known; null for a body that is not known to have been new.</summary>
    public DateOnly? Begun(Viewpoint view)
    {
        // That it is new counts whoever knew it; when it began, as far as it was known.
        var recorded = Claims.Where(claim => view.HasRecorded(claim.RecordedAt)).ToArray();
        var formedFrom = recorded.Where(claim => claim.Formed).Select(claim => claim.Predecessor).ToHashSet(StringComparer.Ordinal);
        var dates = recorded.Where(claim => formedFrom.Contains(claim.Predecessor) && view.Knew(claim.Source.PublishedOn, claim.LawOn.First) != Answer.No)
            .Select(claim => claim.LawOn).ToArray();
        return dates.Where(date => !Array.Exists(dates, other => other.Refines(date))).Select(date => (DateOnly?)date.First).Min();
    }

    /// <summary>What to say of a claim that certainly came out before that day.</summary>
    internal static Mark[] Marks(DateOnly? begun, IEnumerable<IClaim> claims, PublicationWindow? window) =>
        begun is { } day && claims.Any(claim => Publication.Of(claim, window).OutBy(day.AddDays(-1)) == Answer.Yes) ? [Mark.BeforeItExistedInLaw] : [];
}
