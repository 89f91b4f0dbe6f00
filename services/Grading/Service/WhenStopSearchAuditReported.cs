using Oversight.Contracts.Ingestion.V1;
using Oversight.Grading.Audits;
using Oversight.Grading.ProgrammeRecords;

namespace Oversight.Grading;

internal static class WhenStopSearchAuditReported
{
    public static (string Stream, GradingCommand Command) When(StopSearchAuditReported reported) => (
        ProgrammeRecord.Stream(reported.Body, reported.Programme),
        new GradingCommand.Assess(reported.Body, reported.Programme,
            new(AuditKind.StopSearch, reported.Inspection, AuditFigure.WithReasonableGrounds, reported.Percent, HalfWidth: null, reported.Records),
            Sources.Read(reported.Source)));
}
