using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Told;

internal static class WhenPhaseMoveReported
{
    public static (string Stream, BodyCommand Command) When(PhaseMoveReported told) => (told.Body, new BodyCommand.NoteMove(
        told.Phase, told.Label, PartialDate.Parse(told.EffectiveOn), FromSource.Date(told.Until), FromSource.Date(told.DecidedOn),
        told.Reason, told.Source.StandingThen, told.Source.Provenance));
}
