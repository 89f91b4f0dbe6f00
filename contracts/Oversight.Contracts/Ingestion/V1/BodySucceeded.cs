namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A source reports that a body became, or became part of, another one. Said of both, under one claim.</summary>
/// <param name="Body">The one of the two that it is said of.</param>
/// <param name="Predecessor">The earlier body.</param>
/// <param name="Successor">The later one.</param>
/// <param name="Formed">Was the later one new? Otherwise it took the earlier one over.</param>
/// <param name="LawOn">When it was so in law, as precisely as known.</param>
/// <param name="InUseOn">When it was so in daily work, where that was another day.</param>
/// <param name="Note">What else the source says.</param>
/// <param name="Source">Where it was read.</param>
[WireName("ingestion.body-succeeded.v1")]
public sealed record BodySucceeded(
    string Body, string Predecessor, string Successor, bool Formed, string LawOn, string? InUseOn, string Note, Source Source) : IContract;
