using Oversight.Contracts.Grading.V1;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Told;

internal static class WhenGradeContested
{
    public static (string Stream, BodyCommand Command) When(GradeContested told) => (told.Body, new BodyCommand.NoteGrade(
        told.Programme, told.Area, told.Grade, GradeRuling.Contested, told.Source.Provenance));
}
