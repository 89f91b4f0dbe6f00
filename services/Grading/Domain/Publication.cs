using Oversight.Core;
using Oversight.Grading.Programmes;

namespace Oversight.Grading;

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

    /// <summary>Is it shown to somebody who knows what was published by a day? What may have been is shown and marked, unless they are strict.</summary>
    public bool IsShown(Viewpoint view) => view.Knew(On, NotBefore) != Answer.No;
}
