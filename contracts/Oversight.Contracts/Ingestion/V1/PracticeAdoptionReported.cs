namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A source reports that a body took over a practice of another.</summary>
/// <param name="Body">The id of the body whose practice it is.</param>
/// <param name="Practice">What it is, in words.</param>
/// <param name="Inspection">Which inspection praised it.</param>
/// <param name="Programme">The inspection without the remark in brackets.</param>
/// <param name="AdoptedBy">The id of the body that took it over.</param>
/// <param name="On">When, as precisely as the source says; null where it does not.</param>
/// <param name="Source">Where it was read.</param>
[WireName("ingestion.practice-adoption-reported.v1")]
public sealed record PracticeAdoptionReported(
    string Body, string Practice, string Inspection, string Programme, string AdoptedBy, string? On, Source Source) : IContract;
