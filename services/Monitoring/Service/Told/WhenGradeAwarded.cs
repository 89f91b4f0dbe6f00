using Oversight.Contracts.Grading.V1;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Told;

internal static class WhenGradeAwarded
{
    public static (string Stream, BodyCommand Command) When(GradeAwarded told) => (told.Body, new BodyCommand.NoteGrade(
        told.Programme, told.Area, told.Grade, GradeRuling.Awarded, told.Source.Provenance));
}
