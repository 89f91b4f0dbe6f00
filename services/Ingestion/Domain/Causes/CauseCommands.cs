using Oversight.Core;

namespace Oversight.Ingestion.Facts;

public abstract partial record FactCommand
{
    /// <summary>A cause of concern, raised under an inspection.</summary>
    public sealed record ClaimCause(
        string Body, string Title, string Inspection, PartialDate? RaisedOn, Acceleration Accelerated, int? Recommendations, string Note, ReadFrom From)
        : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => CauseFacts.Cause(Body, Inspection, Title);
    }

    /// <summary>A step in the life of a cause of concern or of an area for improvement.</summary>
    /// <param name="Body">The body.</param>
    /// <param name="Title">The title of the cause or of the area.</param>
    /// <param name="Inspection">Under which it was raised.</param>
    /// <param name="Step">What happened.</param>
    /// <param name="On">When.</param>
    /// <param name="Recommendation">Its number or words, or how many: 3 of 5.</param>
    /// <param name="Due">As published: a date, "immediately", "within three months".</param>
    /// <param name="By">By whom, or by what: a letter, a report.</param>
    /// <param name="Under">The later inspection.</param>
    /// <param name="GrownFrom">The area for improvement that it was.</param>
    /// <param name="Note">What else the source says.</param>
    /// <param name="From">Where it was read.</param>
    public sealed record ClaimCauseStep(
        string Body, string Title, string Inspection, CauseStep Step, PartialDate? On,
        string? Recommendation, string? Due, string? By, string? Under, string? GrownFrom, string Note, ReadFrom From)
        : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => CauseFacts.Subject(Body, Inspection, Title, Step);
    }
}
