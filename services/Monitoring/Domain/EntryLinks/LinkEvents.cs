using Oversight.Core;
using Oversight.Monitoring.EntryLinks;

namespace Oversight.Monitoring.Bodies;

public abstract partial record BodyCommand
{
    public sealed record NoteLink(string Of, Relation Relation, string To, Provenance Provenance) : BodyCommand;
}

public abstract partial record BodyEvent
{
    /// <summary>Two entries of the timeline belong together; neither changes by it.</summary>
    /// <param name="Of">The later entry: its date and a few of its words.</param>
    /// <param name="To">The entry that it belongs to, in the same way.</param>
    [EventName("monitoring.link-noted.v1")]
    public sealed record LinkNoted(string Of, Relation Relation, string To, Provenance Provenance) : BodyEvent, IClaimed;
}
