using Oversight.Core;
using Oversight.Monitoring.Investigations;

namespace Oversight.Monitoring.Bodies;

public abstract partial record BodyCommand
{
    public sealed record NoteInvestigationStep(
        string Case, InvestigationStep Step, PartialDate On, string? Value, string? With, string Note, Standing Standing, Provenance Provenance) : BodyCommand;
}

public abstract partial record BodyEvent
{
    /// <summary>A source states a step of an investigation by the police complaints body; it changes neither phase nor grades.</summary>
    [EventName("monitoring.investigation-step-noted.v1")]
    public sealed record InvestigationStepNoted(
        string Case, InvestigationStep Step, PartialDate On, string? Value, string? With, string Note,
        Standing Standing, Provenance Provenance) : BodyEvent, IClaimed;
}
