using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Stays;

namespace Oversight.Monitoring.Told;

internal static class WhenEngageStepReported
{
    public static (string Stream, BodyCommand Command) When(EngageStepReported told) => (told.Body, new BodyCommand.NoteEngageStep(
        Kebab.Parse<EngageStep>(told.Step), PartialDate.Parse(told.On), told.By, told.Detail, told.Cause, told.Source.StandingThen, told.Source.Provenance));
}
