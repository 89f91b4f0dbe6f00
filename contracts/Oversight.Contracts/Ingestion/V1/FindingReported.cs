namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A source reports a finding that has no grade.</summary>
/// <param name="Body">Its id.</param>
/// <param name="Inspection">Which inspection, as printed.</param>
/// <param name="Programme">The inspection without the remark in brackets.</param>
/// <param name="Topic">What it is about, such as workload or N100 records.</param>
/// <param name="Standard">Against what it was measured, such as 24 hours; figures of different standards do not compare.</param>
/// <param name="Count">How many.</param>
/// <param name="OutOf">Of how many.</param>
/// <param name="Percent">The published share, 0 to 100; never worked out from the count.</param>
/// <param name="Text">The finding in words.</param>
/// <param name="Source">Where it was read.</param>
[WireName("ingestion.finding-reported.v1")]
public sealed record FindingReported(
    string Body, string Inspection, string Programme, string Topic, string? Standard, int? Count, int? OutOf, decimal? Percent, string Text, Source Source) : IContract;
