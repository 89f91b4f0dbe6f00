using Oversight.Contracts.Ingestion.V1;
using Oversight.Grading.ProgrammeRecords;

namespace Oversight.Grading;

internal static class WhenGradeReported
{
    public static (string Stream, GradingCommand Command) When(GradeReported reported) => (
        ProgrammeRecord.Stream(reported.Body, reported.Programme),
        new GradingCommand.Judge(reported.Body, reported.Programme, reported.Area, reported.Grade, Sources.Read(reported.Source)));
}
