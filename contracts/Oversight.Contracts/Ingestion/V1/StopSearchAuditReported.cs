namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A source reports what share of a body's stop and search records showed reasonable grounds.</summary>
/// <param name="Body">Its id.</param>
/// <param name="Inspection">As printed.</param>
/// <param name="Programme">The inspection without the remark in brackets.</param>
/// <param name="Percent">The published share, 0 to 100.</param>
/// <param name="Records">How many records were reviewed, only where it was printed.</param>
/// <param name="Source">Where it was read.</param>
[WireName("ingestion.stop-search-audit-reported.v1")]
public sealed record StopSearchAuditReported(
    string Body, string Inspection, string Programme, decimal Percent, int? Records, Source Source) : IContract;
