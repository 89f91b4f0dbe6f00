using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.ReportResponses;

namespace Oversight.Monitoring.Told;

internal static class WhenReportResponseReported
{
    public static (string Stream, BodyCommand Command) When(ReportResponseReported told) => (told.Body, new BodyCommand.NoteReportResponse(
        told.Report, Kebab.Parse<ResponseStep>(told.Step), PartialDate.Parse(told.On), told.By, told.SameFindingsAs, told.Source.StandingThen, told.Source.Provenance));
}
