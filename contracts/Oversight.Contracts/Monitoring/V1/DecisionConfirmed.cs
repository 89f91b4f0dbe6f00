namespace Oversight.Contracts.Monitoring.V1;

/// <summary>A move was decided in this system: one person proposed it, another confirmed it.</summary>
/// <param name="Body">Its id.</param>
/// <param name="Decision">The decision's id.</param>
/// <param name="Phase"><c>engage</c> or <c>scan</c>.</param>
/// <param name="EffectiveOn">From when it holds, as precisely as decided.</param>
/// <param name="DecidedOn">When it was decided.</param>
/// <param name="PublishedOn">When it was made public; null while it is not: then it is not for the public.</param>
/// <param name="Reason">Why it was proposed.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="ConfirmedBy">Who confirmed it.</param>
/// <param name="ConfirmedAt">When.</param>
[WireName("monitoring.decision-confirmed.v1")]
public sealed record DecisionConfirmed(
    string Body, string Decision, string Phase, string EffectiveOn, string DecidedOn, string? PublishedOn, string Reason,
    Person ProposedBy, Person ConfirmedBy, DateTimeOffset ConfirmedAt) : IContract;
