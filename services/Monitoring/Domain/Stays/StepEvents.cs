using Oversight.Core;
using Oversight.Monitoring.Stays;

namespace Oversight.Monitoring.Bodies;

public abstract partial record BodyCommand
{
    public sealed record NoteEngageStep(
        EngageStep Step, PartialDate On, string? By, string Detail, string? Cause, Standing Standing, Provenance Provenance) : BodyCommand;
}

public abstract partial record BodyEvent
{
    /// <summary>A source states that a step was taken around or inside a stay in Engage; which stay follows from the dates.</summary>
    [EventName("monitoring.engage-step-noted.v1")]
    public sealed record EngageStepNoted(
        EngageStep Step, PartialDate On, string? By, string Detail, string? Cause, Standing Standing, Provenance Provenance) : BodyEvent, IClaimed;
}
