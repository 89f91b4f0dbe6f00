namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A source dates a step from a report about a force to its local policing body's answer, as section 55 of the Police Act 1996 asks for.</summary>
/// <param name="Body">The force.</param>
/// <param name="Report">The report's name.</param>
/// <param name="Step"><c>published</c>, <c>comments-invited</c>, <c>chief-officer-comments</c>, <c>response-published</c> or <c>copies-sent</c>.</param>
/// <param name="On">When it was taken, as precisely as the source says.</param>
/// <param name="By">Who took it, where the source says.</param>
/// <param name="SameFindingsAs">For a national report: the force's own one with the same findings, whose answer is enough.</param>
/// <param name="Source">Where it was read.</param>
[WireName("ingestion.report-response-reported.v1")]
public sealed record ReportResponseReported(
    string Body, string Report, string Step, string On, string? By, string? SameFindingsAs, Source Source) : IContract;
