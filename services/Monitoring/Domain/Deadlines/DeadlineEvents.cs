using Oversight.Core;
using Oversight.Monitoring.Deadlines;

namespace Oversight.Monitoring.Bodies;

public abstract partial record BodyCommand
{
    /// <param name="On">The day on which the clock looks.</param>
    /// <param name="By">Who let it run; null where it ran by itself.</param>
    /// <param name="Why">Why they did.</param>
    public sealed record MissDeadline(Deadline Deadline, DateOnly On, Actor? By = null, string? Why = null) : BodyCommand;
}

public abstract partial record BodyEvent
{
    /// <summary>The last day for something passed, and as recorded then it had not been done in time. What comes later does not unsay it.</summary>
    /// <param name="PublishedOn">When what sets it was published; null where nobody says.</param>
    /// <param name="Kind">Such as <c>section-55</c>.</param>
    /// <param name="Id">Which of its kind.</param>
    /// <param name="Claims">The claims that the last day follows from.</param>
    /// <param name="By">Who let the clock run; null where it ran by itself.</param>
    /// <param name="Why">Why they did.</param>
    [EventName("monitoring.deadline-missed.v1")]
    public sealed record DeadlineMissed(
        string Kind, string Id, string About, string Owner, DateOnly LastDay, DateOnly NoticedOn, IReadOnlyList<Guid> Claims,
        PartialDate? PublishedOn = null, Actor? By = null, string? Why = null) : BodyEvent
    {
        /// <summary>It is said once of each deadline, whatever day it was noticed on.</summary>
        internal Guid Key => KeyOf(Kind, Id);

        internal static DeadlineMissed Of(BodyCommand.MissDeadline c) => c.Deadline.IsMissedBefore(c.On)
            ? new(c.Deadline.Kind, c.Deadline.Id, c.Deadline.About, c.Deadline.Owner, c.Deadline.LastDay, c.On, c.Deadline.Claims, c.Deadline.PublishedOn, c.By, c.Why)
            : throw new RejectedException("deadline.not-missed", $"{c.Deadline.About} is not missed before {c.On:yyyy-MM-dd}: its last day is {c.Deadline.LastDay:yyyy-MM-dd}{(c.Deadline.MetOn is { } met ? $", and it was done on {met:yyyy-MM-dd}" : "")}.");

        internal static Guid KeyOf(string kind, string id) => NameBasedId.Of("deadline", kind, id);
    }
}
