using Oversight.Contracts.Ingestion.V1;

namespace Oversight.Contracts.Monitoring.V1;

/// <summary>A source puts a body into Engage, the phase of closer monitoring.</summary>
/// <param name="Body">Its id.</param>
/// <param name="EffectiveOn">As precisely as the source says.</param>
/// <param name="DecidedOn">When it was decided, where the source says.</param>
/// <param name="Reason">As the source sums it up.</param>
/// <param name="Source">The claim it rests on.</param>
[WireName("monitoring.moved-to-engage.v1")]
public sealed record MovedToEngage(string Body, string EffectiveOn, string? DecidedOn, string Reason, Source Source) : IContract;
