using Oversight.Core;

namespace Oversight.Ingestion.Facts;

public abstract partial record FactEvent
{
    /// <summary>A source states that a body became, or became part of, another one.</summary>
    /// <param name="Body">The earlier body.</param>
    /// <param name="Successor">The later one.</param>
    /// <param name="Formed">Was the later one new? Otherwise it took the earlier one over.</param>
    /// <param name="LawOn">When it was so in law.</param>
    /// <param name="InUseOn">When it was so in daily use, where a source gives that day.</param>
    /// <param name="Note">What else the source says.</param>
    /// <param name="Provenance">Where it was read.</param>
    /// <param name="Standing">How it stood to the claims before it.</param>
    [EventName("ingestion.body-succeeded.v1")]
    public sealed record BodySucceeded(
        string Body, string Successor, bool Formed, PartialDate LawOn, PartialDate? InUseOn, string Note, Provenance Provenance, Standing Standing) : FactEvent;

    /// <summary>A source states that a body got another name.</summary>
    /// <param name="Body">The body; its id stays.</param>
    /// <param name="FormerName">The name before; none where the source does not say.</param>
    /// <param name="Name">The name after.</param>
    /// <param name="LawOn">When it was so in law.</param>
    /// <param name="InUseOn">When it was so in daily use, where a source gives that day.</param>
    /// <param name="Note">What else the source says.</param>
    /// <param name="Provenance">Where it was read.</param>
    /// <param name="Standing">How it stood to the claims before it.</param>
    [EventName("ingestion.body-renamed.v1")]
    public sealed record BodyRenamed(
        string Body, string? FormerName, string Name, PartialDate? LawOn, PartialDate? InUseOn, string Note, Provenance Provenance, Standing Standing) : FactEvent;

    /// <summary>A source states that two bodies were inspected as one.</summary>
    /// <param name="Body">The first of the two by id.</param>
    /// <param name="Other">The second.</param>
    /// <param name="Inspection">Which inspection.</param>
    /// <param name="On">When, or when it was reported.</param>
    /// <param name="Note">What else the source says.</param>
    /// <param name="Provenance">Where it was read.</param>
    /// <param name="Standing">How it stood to the claims before it.</param>
    [EventName("ingestion.bodies-inspected-jointly.v1")]
    public sealed record BodiesInspectedJointly(
        string Body, string Other, string Inspection, PartialDate On, string Note, Provenance Provenance, Standing Standing) : FactEvent;
}
