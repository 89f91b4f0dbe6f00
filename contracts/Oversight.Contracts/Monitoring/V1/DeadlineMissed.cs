namespace Oversight.Contracts.Monitoring.V1;

/// <summary>The last day for something passed, and as far as was recorded then it had not been done in time. It is said once; what comes later does not unsay it.</summary>
/// <param name="Body">The body it is about.</param>
/// <param name="Kind">Such as <c>section-55</c>.</param>
/// <param name="Id">Which of its kind, such as the report.</param>
/// <param name="About">The same in words.</param>
/// <param name="Owner">Who had to do it.</param>
/// <param name="LastDay">The last day on which it would have been in time.</param>
/// <param name="NoticedOn">The day on which the clock noticed.</param>
/// <param name="Claims">The ids of the claims that the last day follows from.</param>
[WireName("monitoring.deadline-missed.v1")]
public sealed record DeadlineMissed(
    string Body, string Kind, string Id, string About, string Owner, string LastDay, string NoticedOn, IReadOnlyList<Guid> Claims) : IContract;
