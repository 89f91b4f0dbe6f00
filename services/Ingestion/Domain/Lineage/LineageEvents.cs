using Oversight.Core;

namespace Oversight.Ingestion.Facts;

public abstract partial record FactEvent
{
    /// <summary>A source states that a body became, or became part of, another one.</summary>
    [EventName("ingestion.body-succeeded.v1")]
    public sealed record BodySucceeded(
        string Body, string Successor, bool Formed, PartialDate LawOn, PartialDate? InUseOn, string Note, Provenance Provenance, Standing Standing) : FactEvent;

    /// <summary>A source states that a body got another name.</summary>
    [EventName("ingestion.body-renamed.v1")]
    public sealed record BodyRenamed(
        string Body, string? FormerName, string Name, PartialDate? LawOn, PartialDate? InUseOn, string Note, Provenance Provenance, Standing Standing) : FactEvent;

    /// <summary>A source states that two bodies were inspected as one.</summary>
    [EventName("ingestion.bodies-inspected-jointly.v1")]
    public sealed record BodiesInspectedJointly(
        string Body, string Other, string Inspection, PartialDate On, string Note, Provenance Provenance, Standing Standing) : FactEvent;
}
