using Oversight.Core;
using Oversight.Monitoring.Causes;

namespace Oversight.Monitoring.Bodies;

public abstract partial record BodyEvent
{
    /// <summary>A source says that the body has a cause of concern.</summary>
    [EventName("monitoring.cause-noted.v1")]
    public sealed record CauseNoted(
        string Cause, string Title, string Inspection, string Programme, PartialDate? RaisedOn, Acceleration Accelerated, int? Recommendations, string Note,
        Standing Standing, Provenance Provenance) : BodyEvent, IClaimed, ISignal;

    /// <summary>A source says what became of one of its causes of concern, or of an area for improvement.</summary>
    [EventName("monitoring.cause-step-noted.v1")]
    public sealed record CauseStepNoted(
        string Cause, string Title, string Inspection, string Programme, CauseStep Step, PartialDate? On,
        string? Recommendation, string? Due, string? By, string? Under, string? GrownFrom, string Note,
        Standing Standing, Provenance Provenance) : BodyEvent, IClaimed, ISignal;
}

public abstract partial record BodyCommand
{
    public sealed record NoteCause(
        string Cause, string Title, string Inspection, string Programme, PartialDate? RaisedOn, string Accelerated, int? Recommendations, string Note,
        Standing Standing, Provenance Provenance) : BodyCommand;

    public sealed record NoteCauseStep(
        string Cause, string Title, string Inspection, string Programme, string Step, PartialDate? On,
        string? Recommendation, string? Due, string? By, string? Under, string? GrownFrom, string Note,
        Standing Standing, Provenance Provenance) : BodyCommand;
}
