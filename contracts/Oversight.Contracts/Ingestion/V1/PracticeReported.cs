namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A source reports that an inspection praised a practice.</summary>
/// <param name="Body">The id of the body whose practice it is.</param>
/// <param name="Practice">What it is, in words.</param>
/// <param name="Label">The inspectorate's own label for it; mostly there is none.</param>
/// <param name="Inspection">Which inspection, as printed.</param>
/// <param name="Programme">The inspection without the remark in brackets.</param>
/// <param name="Source">Where it was read.</param>
[WireName("ingestion.practice-reported.v1")]
public sealed record PracticeReported(string Body, string Practice, string? Label, string Inspection, string Programme, Source Source) : IContract;
