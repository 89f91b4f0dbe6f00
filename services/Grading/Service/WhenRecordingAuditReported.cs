using Oversight.Contracts.Ingestion.V1;
using Oversight.Grading.Audits;
using Oversight.Grading.ProgrammeRecords;

namespace Oversight.Grading;

internal static class WhenRecordingAuditReported
{
    public static (string Stream, GradingCommand Command) When(RecordingAuditReported reported) => (
        ProgrammeRecord.Stream(reported.Body, reported.Programme),
        new GradingCommand.Assess(reported.Body, reported.Programme,
            new(AuditKind.Recording, reported.Inspection, reported.Category, reported.Percent, reported.HalfWidth, reported.Sample),
            Sources.Read(reported.Source)));
}
