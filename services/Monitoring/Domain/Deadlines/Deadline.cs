using Oversight.Core;

namespace Oversight.Monitoring.Deadlines;

/// <summary>Something that somebody had to do by a day.</summary>
/// <param name="Kind">Such as <c>section-55</c>.</param>
/// <param name="Id">Which of its kind; the same as long as the record knows of it.</param>
/// <param name="About">The same in words.</param>
/// <param name="Owner">Who has to do it.</param>
/// <param name="LastDay">The last day on which it is surely or possibly still in time.</param>
/// <param name="MetOn">The first day on which it can have been done; null while nothing is known of that.</param>
/// <param name="Claims">What the last day follows from.</param>
public sealed record Deadline(string Kind, string Id, string About, string Owner, DateOnly LastDay, DateOnly? MetOn, IReadOnlyList<Guid> Claims)
{
    /// <summary>When what sets it was published; null where nobody says.</summary>
    public required PartialDate? PublishedOn { get; init; }

    /// <summary>What sets it, as a submission cites it.</summary>
    public required string Cited { get; init; }

    /// <summary>Had it surely been missed before <paramref name="day"/>, as far as is recorded?</summary>
    public bool IsMissedBefore(DateOnly day) => LastDay < day && (MetOn is null || MetOn > LastDay);
}
