using Oversight.Contracts.Ingestion.V1;

namespace Oversight.Contracts.Grading.V1;

/// <summary>A praised practice is in the record.</summary>
/// <param name="Body">The id of the body whose practice it is.</param>
/// <param name="Practice">What it is, in words.</param>
/// <param name="Label">The inspectorate's own label for it; mostly there is none.</param>
/// <param name="Inspection">Which inspection, as printed.</param>
/// <param name="Programme">The inspection without the remark in brackets.</param>
/// <param name="Source">The claim it rests on.</param>
[WireName("grading.practice-recorded.v1")]
public sealed record PracticeRecorded(string Body, string Practice, string? Label, string Inspection, string Programme, Source Source) : IContract;
