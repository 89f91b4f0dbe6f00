using Oversight.Core;

namespace Oversight.Ingestion.Facts;

public abstract partial record FactCommand
{
    /// <summary>A practice that an inspection praised.</summary>
    /// <param name="Body">Whose it is.</param>
    /// <param name="Practice">What it is, in words.</param>
    /// <param name="Label">The inspectorate's own label for it, such as "listed as promising practice"; mostly there is none.</param>
    /// <param name="Inspection">Which inspection.</param>
    /// <param name="From">Where it was read.</param>
    public sealed record ClaimPractice(string Body, string Practice, string? Label, string Inspection, ReadFrom From) : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => FindingFacts.Practice(Body, Inspection, Practice);
    }

    /// <summary>A practice of one body that another took over.</summary>
    public sealed record ClaimPracticeAdoption(string Body, string Practice, string Inspection, string AdoptedBy, PartialDate? On, ReadFrom From) : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => FindingFacts.Practice(Body, Inspection, Practice);
    }

    /// <summary>A finding without a grade: words, or a count, or a share that met a standard.</summary>
    public sealed record ClaimFinding(
        string Body, string Inspection, string Topic, string? Standard, int? Count, int? OutOf, decimal? Percent, string Text, ReadFrom From) : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => FindingFacts.Finding(this);
    }
}

public abstract partial record FactEvent
{
    /// <summary>A source states that an inspection praised a practice.</summary>
    [EventName("ingestion.practice-claimed.v1")]
    public sealed record PracticeClaimed(
        string Body, string Practice, string? Label, string Inspection, string Programme, Provenance Provenance, Standing Standing) : FactEvent;

    /// <summary>A source states that another body took a practice over.</summary>
    [EventName("ingestion.practice-adoption-claimed.v1")]
    public sealed record PracticeAdoptionClaimed(
        string Body, string Practice, string Inspection, string Programme, string AdoptedBy, PartialDate? On, Provenance Provenance, Standing Standing) : FactEvent;

    /// <summary>A source states a finding that has no grade.</summary>
    [EventName("ingestion.finding-claimed.v1")]
    public sealed record FindingClaimed(
        string Body, string Inspection, string Programme, string Topic, string? Standard, int? Count, int? OutOf, decimal? Percent, string Text,
        Provenance Provenance, Standing Standing) : FactEvent;
}
