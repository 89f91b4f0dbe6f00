using Oversight.Contracts.Ingestion.V1;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Told;

namespace Oversight.Monitoring.Causes;

internal static class WhenCauseStepReported
{
    public static (string Stream, BodyCommand Command) When(CauseStepReported told) => (told.Body, new BodyCommand.NoteCauseStep(
        told.Cause, told.Title, told.Inspection, told.Programme, told.Step, FromSource.Date(told.On),
        told.Recommendation, told.Due, told.By, told.Under, told.GrownFrom, told.Note, told.Source.StandingThen, told.Source.Provenance));
}
