using Oversight.Core;

namespace Oversight.Ingestion.Facts;

public abstract partial record FactEvent
{
    /// <summary>A source states that a body has a cause of concern.</summary>
    [EventName("ingestion.cause-claimed.v1")]
    public sealed record CauseClaimed(
        string Body, string Title, string Inspection, string Programme, PartialDate? RaisedOn, Acceleration Accelerated, int? Recommendations, string Note,
        Provenance Provenance, Standing Standing) : FactEvent;

    /// <summary>A source states what became of a cause of concern or of an area for improvement; <paramref name="Cause"/> is the fact of its being raised.</summary>
    [EventName("ingestion.cause-step-claimed.v1")]
    public sealed record CauseStepClaimed(
        string Body, string Cause, string Title, string Inspection, string Programme, CauseStep Step, PartialDate? On,
        string? Recommendation, string? Due, string? By, string? Under, string? GrownFrom, string Note,
        Provenance Provenance, Standing Standing) : FactEvent;
}
