using Oversight.Core;
using Oversight.Monitoring.Rulebooks;

namespace Oversight.Monitoring.Bodies;

public abstract partial record BodyEvent
{
    /// <summary>A rule suggests a closer look; it decides nothing.</summary>
    [EventName("monitoring.prompt-raised.v1")]
    public sealed record PromptRaised(
        Guid PromptId, string Rulebook, string Rule, string Key, DateOnly On, string Because, string Clears, IReadOnlyList<SignEvidence> Evidence) : BodyEvent;

    /// <summary>What a prompt rested on no longer holds, or its rulebook is no longer in effect.</summary>
    [EventName("monitoring.prompt-cleared.v1")]
    public sealed record PromptCleared(Guid PromptId, DateOnly On, string Because) : BodyEvent;
}

public abstract partial record BodyCommand
{
    /// <summary>Look at the body with the rules in effect.</summary>
    public sealed record Review(Rulebook Rulebook, DateOnly Today) : BodyCommand;
}
