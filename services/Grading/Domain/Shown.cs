using Oversight.Core;
using Oversight.Grading.Programmes;

namespace Oversight.Grading;

/// <summary>A claim that is shown from a viewpoint.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Holds">Was it out on the day the reader asks about?</param>
/// <param name="SurelyKnown">Was it certainly published by the day of the reader's knowledge?</param>
internal sealed record Shown<TClaim>(TClaim Claim, Answer Holds, bool SurelyKnown)
    where TClaim : IClaim
{
    /// <summary>What is recorded, may be known, and may hold.</summary>
    public static Shown<TClaim>[] From(IEnumerable<TClaim> claims, Func<TClaim, PublicationWindow?> window, Viewpoint view) =>
        claims.Where(claim => view.HasRecorded(claim.RecordedAt))
            .Select(claim => (Claim: claim, Publication: Publication.Of(claim, window(claim))))
            .Where(it => it.Publication.IsShown(view))
            .Select(it => new Shown<TClaim>(it.Claim, it.Publication.OutBy(view.AsOf), it.Publication.OutBy(view.KnownAt) == Answer.Yes))
            .Where(it => it.Holds != Answer.No)
            .DistinctBy(it => it.Claim.Source.ClaimId)
            .OrderBy(it => it.Claim.Source.PublishedOn is null).ThenBy(it => it.Claim.Source.PublishedOn)
            .ThenBy(it => it.Claim.Source.Cited, StringComparer.Ordinal).ThenBy(it => it.Claim.Source.ClaimId)
            .ToArray();

    /// <summary>Does nobody say when any of them came out?</summary>
    public static bool AllUndated(IEnumerable<TClaim> claims) => claims.All(claim => claim.Source.PublishedOn is null);

    /// <summary>Does what they say rest on dates of which none was certainly reached? What is not dated has a mark of its own.</summary>
    public static bool NoneSurelyKnown(IReadOnlyCollection<TClaim> claims, Shown<TClaim>[] shown)
    {
        var sure = shown.Where(it => it.SurelyKnown).Select(it => it.Claim.Source.ClaimId).ToHashSet();
        return !AllUndated(claims) && !claims.Any(claim => sure.Contains(claim.Source.ClaimId));
    }
}
