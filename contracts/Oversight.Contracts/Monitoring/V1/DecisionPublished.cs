namespace Oversight.Contracts.Monitoring.V1;

/// <summary>A move that was decided in this system was made public.</summary>
/// <param name="Body">Its id.</param>
/// <param name="Decision">The decision's id.</param>
/// <param name="Phase"><c>engage</c> or <c>scan</c>.</param>
/// <param name="EffectiveOn">From when it holds, as precisely as decided.</param>
/// <param name="PublishedOn">When it was made public.</param>
[WireName("monitoring.decision-published.v1")]
public sealed record DecisionPublished(string Body, string Decision, string Phase, string EffectiveOn, string PublishedOn) : IContract;
