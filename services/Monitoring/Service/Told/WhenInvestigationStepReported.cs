using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Investigations;

namespace Oversight.Monitoring.Told;

internal static class WhenInvestigationStepReported
{
    public static (string Stream, BodyCommand Command) When(InvestigationStepReported told) => (told.Body, new BodyCommand.NoteInvestigationStep(
        told.Case, Kebab.Parse<InvestigationStep>(told.Step), PartialDate.Parse(told.On), told.Value, told.With, told.Note,
        told.Source.StandingThen, told.Source.Provenance));
}
