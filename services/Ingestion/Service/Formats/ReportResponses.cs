using Oversight.Ingestion.Facts;

namespace Oversight.Ingestion.Formats;

/// <summary>Reports about forces, and what their local policing bodies answered.</summary>
internal static class ReportResponses
{
    public static readonly RecordKind Kind = new("answers under section 55",
        [
            new("body", Need.Always), new("report", Need.Always), new("step", Need.Always), new("on", Need.Always), new("by", Need.MayBeEmpty),
            new("source_url", Need.Always), new("published_on", Need.MayBeEmpty), new("same_findings_as", Need.Extra),
        ],
        row => new RowContent.OfFacts(new FactCommand.ClaimReportResponse(
            row.PoliceForce("body", "section-55.police-only", "Section 55 of the Police Act 1996 asks local policing bodies to answer; a fire and rescue service has none."),
            row.Name("report"), row.Step<ResponseStep>("step", "section-55.step-unknown"), row.PastDate("on"), row.OptionalName("by"),
            row.OptionalName("same_findings_as"), row.ReadFrom())));
}
