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
    [EventName("monitoring.link-noted.v1")]
    public sealed record LinkNoted(string Of, Relation Relation, string To, Provenance Provenance) : BodyEvent, IClaimed;
}
