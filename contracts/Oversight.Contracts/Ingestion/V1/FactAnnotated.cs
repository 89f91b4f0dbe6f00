namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A source tells that something published was corrected, withdrawn or disputed; what was said before is kept.</summary>
/// <param name="Body">The body it is about.</param>
/// <param name="FactId">The fact.</param>
/// <param name="What"><c>corrected</c>, <c>withdrawn</c>, <c>disputed</c> or <c>dispute-withdrawn</c>.</param>
/// <param name="On">From when on, as precisely as the source says.</param>
/// <param name="By">Who corrects, withdraws or disputes.</param>
/// <param name="Detail">What about it, and why.</param>
/// <param name="Before">The wording that a correction replaces.</param>
/// <param name="After">The wording that replaces it.</param>
/// <param name="Source">Where it was read.</param>
[WireName("ingestion.fact-annotated.v1")]
public sealed record FactAnnotated(
    string Body, string FactId, string What, string On, string By, string Detail, string? Before, string? After, Source Source) : IContract;
