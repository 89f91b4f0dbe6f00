using Oversight.Contracts.Grading.V1;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Told;

internal static class WhenGradeRevised
{
    public static (string Stream, BodyCommand Command) When(GradeRevised told) => (told.Body, new BodyCommand.NoteGrade(
        told.Programme, told.Area, told.Grade, GradeRuling.Revised, told.Source.Provenance));
}
