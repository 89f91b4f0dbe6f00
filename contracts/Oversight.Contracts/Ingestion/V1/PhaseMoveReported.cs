namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A source reports that a body moved into a phase of monitoring, or, with a label that is no phase, how it was called.</summary>
/// <param name="Body">Its id.</param>
/// <param name="Phase"><c>engage</c>, <c>scan</c>, or null where the source's label is no phase of the present scheme.</param>
/// <param name="Label">The phase as the source words it.</param>
/// <param name="EffectiveOn">When it took effect, as precisely as the source says.</param>
/// <param name="Until">Only for a label that is no phase: when it ended.</param>
/// <param name="DecidedOn">When it was decided, where the source says.</param>
/// <param name="Reason">As the source sums it up.</param>
/// <param name="Source">Where it was read; its FactId names the move.</param>
[WireName("ingestion.phase-move-reported.v1")]
public sealed record PhaseMoveReported(
    string Body, string? Phase, string Label, string EffectiveOn, string? Until, string? DecidedOn, string Reason, Source Source) : IContract;
