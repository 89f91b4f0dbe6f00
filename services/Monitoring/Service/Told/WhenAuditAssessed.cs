using Oversight.Contracts.Grading.V1;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Told;

internal static class WhenAuditAssessed
{
    public static (string Stream, BodyCommand Command) When(AuditAssessed told) => (told.Body, new BodyCommand.NoteAudit(
        told.Kind, told.Programme, told.Inspection, told.Category, told.Method, told.Percent, told.HalfWidth, told.Sample,
        told.Source.StandingThen, told.Source.Provenance));
}
