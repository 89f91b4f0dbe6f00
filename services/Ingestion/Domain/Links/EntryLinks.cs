using Oversight.Core;

namespace Oversight.Ingestion.Facts;

/// <summary>How one entry of a timeline stands to another.</summary>
public enum Relation
{
    RelatesTo,
    FollowsUp,
    Contradicts,
}

public abstract partial record FactCommand
{
    /// <summary>Two entries of a body's timeline belong together.</summary>
    /// <param name="Of">The one: its id, or its date and words that only it has.</param>
    /// <param name="To">The other, named in the same way.</param>
    public sealed record ClaimLink(string Body, string Of, Relation Relation, string To, ReadFrom From) : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => $"link/{Body}/{NameBasedId.Of(Of, Relation.Word, To).ToString("N", null)[..12]}";
    }
}

public abstract partial record FactEvent
{
    /// <summary>A source states, or gives the ground for stating, that two entries of a timeline belong together.</summary>
    /// <param name="Of">The later entry: its date and a few of its words.</param>
    /// <param name="To">The entry that it belongs to, in the same way.</param>
    [EventName("ingestion.link-claimed.v1")]
    public sealed record LinkClaimed(string Body, string Of, Relation Relation, string To, Provenance Provenance, Standing Standing) : FactEvent;
}

internal static class EntryLinks
{
    extension(Fact fact)
    {
        public FactEvent[] Keep(FactCommand.ClaimLink c) => fact.Keep(
            c, c.Stream, $"{c.Of} {c.Relation.Word} {c.To}", new Statement.Happened(), FactIds.Claim(c.Stream, c.From),
            (source, standing) => new FactEvent.LinkClaimed(c.Body, c.Of, c.Relation, c.To, source, standing));
    }
}
