using Oversight.Core;

namespace Oversight.Ingestion.Facts;

public abstract partial record FactCommand
{
    /// <summary>A source tells of a correction, a withdrawal or a dispute. That the fact is on record is not needed: files come in any order.</summary>
    public sealed record Annotate(
        string Body, string FactId, AnnotationKind What, PartialDate On, string By, string Detail, string? Before, string? After, ReadFrom From) : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => FactIds.Annotations(FactId);
    }
}

public abstract partial record FactEvent
{
    /// <summary>A source tells of a correction, a withdrawal or a dispute; what it is about is left as it was said.</summary>
    [EventName("ingestion.fact-annotated.v1")]
    public sealed record FactAnnotated(string Body, Annotation Annotation) : FactEvent;
}

public sealed partial record Fact
{
    private FactEvent[] Keep(FactCommand.Annotate c)
    {
        var claimId = FactIds.Claim(c.Stream, c.From, c.What.Word, c.On.ToString(), c.By, c.Detail, c.Before, c.After);
        return Known.Contains(claimId) ? [] :
        [
            new FactEvent.FactAnnotated(c.Body, new(c.FactId, c.What, c.On, c.By, c.Detail, c.Before, c.After,
                new(claimId, c.FactId, Known.Count + 1, c.From.Cited, c.From.Submission, c.From.Line, c.From.PublishedOn))),
        ];
    }
}
