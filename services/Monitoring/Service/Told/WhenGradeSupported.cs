using Oversight.Contracts.Grading.V1;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Told;

internal static class WhenGradeSupported
{
    public static (string Stream, BodyCommand Command) When(GradeSupported told) => (told.Body, new BodyCommand.NoteGrade(
        told.Programme, told.Area, told.Grade, GradeRuling.Supported, told.Source.Provenance));
}
