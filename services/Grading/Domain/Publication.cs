using Oversight.Core;
using Oversight.Grading.Programmes;

namespace Oversight.Grading;

/// <summary>A claim as the record holds it.</summary>
public interface IClaim
{
    /// <summary>Where it was read.</summary>
    Provenance Source { get; }

    /// <summary>When it was recorded here.</summary>
    DateTimeOffset RecordedAt { get; }
}

/// <summary>When a claim came out, as far as that is known.</summary>
/// <param name="On">Null where nobody says.</param>
/// <param name="NotBefore">The first report of the programme; null where the programme is unknown.</param>
/// <param name="NotAfter">The last report of the programme, or the day it was recorded here, for by then it was out.</param>
public sealed record Publication(PartialDate? On, DateOnly? NotBefore, DateOnly NotAfter)
{
    public static Publication Of(IClaim claim, PublicationWindow? window)
    {
        var recorded = DateOnly.FromDateTime(claim.RecordedAt.UtcDateTime);
        var last = window?.Last.Last;
        return new(claim.Source.PublishedOn, window?.First.First, last < recorded ? last.Value : recorded);
    }

    /// <summary>Was it out by the end of <paramref name="day"/>?</summary>
    public Answer OutBy(DateOnly day) =>
        On is { } on ? on.OnOrBefore(day)
        : day >= NotAfter ? Answer.Yes
        : day < NotBefore ? Answer.No
        : Answer.CannotTell;

    /// <summary>Is it shown to somebody who knows what was published by a day? What is not dated is shown and marked, unless they are strict.</summary>
    public bool IsShown(Viewpoint view) =>
        On is { } on ? on.OnOrBefore(view.KnownAt) != Answer.No : !view.Strict && !(view.KnownAt < NotBefore);
}

/// <summary>A claim that is shown from a viewpoint.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Holds">Was it out on the day the reader asks about?</param>
/// <param name="SurelyKnown">Was it certainly published by the day of the reader's knowledge?</param>
internal sealed record Shown<TClaim>(TClaim Claim, Answer Holds, bool SurelyKnown)
    where TClaim : IClaim
{
    /// <summary>What is recorded, may be known, and may hold.</summary>
    public static Shown<TClaim>[] From(IEnumerable<TClaim> claims, Func<TClaim, PublicationWindow?> window, Viewpoint view) =>
        claims.Where(claim => claim.RecordedAt <= view.RecordedAt)
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
