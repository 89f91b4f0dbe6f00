namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A source reports how much of the crime reported to a body it recorded.</summary>
/// <param name="Body">Its id.</param>
/// <param name="Inspection">As printed.</param>
/// <param name="Programme">The inspection without the remark in brackets.</param>
/// <param name="Category">Such as <c>all crime excluding fraud</c>.</param>
/// <param name="Percent">The published rate, 0 to 100.</param>
/// <param name="HalfWidth">The published half-width of its interval in percentage points; its level is not published.</param>
/// <param name="Sample">The denominator, only where it was printed.</param>
/// <param name="Source">Where it was read.</param>
[WireName("ingestion.recording-audit-reported.v1")]
public sealed record RecordingAuditReported(
    string Body, string Inspection, string Programme, string Category, decimal Percent, decimal? HalfWidth, int? Sample, Source Source) : IContract;
