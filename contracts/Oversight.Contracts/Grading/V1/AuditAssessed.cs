using Oversight.Contracts.Ingestion.V1;

namespace Oversight.Contracts.Grading.V1;

/// <summary>An audit's figure stands in the record.</summary>
/// <param name="Body">Its id.</param>
/// <param name="Kind"><c>recording</c> or <c>stop-search</c>.</param>
/// <param name="Programme">The inspection without the remark in brackets.</param>
/// <param name="Inspection">As printed.</param>
/// <param name="Category">What was counted.</param>
/// <param name="Method">The generation of method; figures of two generations do not compare.</param>
/// <param name="Percent">The published rate, 0 to 100.</param>
/// <param name="HalfWidth">The published half-width in percentage points.</param>
/// <param name="Sample">The denominator, only where it was printed.</param>
/// <param name="Source">The claim it rests on.</param>
[WireName("grading.audit-assessed.v1")]
public sealed record AuditAssessed(
    string Body, string Kind, string Programme, string Inspection, string Category, string Method,
    decimal Percent, decimal? HalfWidth, int? Sample, Source Source) : IContract;
