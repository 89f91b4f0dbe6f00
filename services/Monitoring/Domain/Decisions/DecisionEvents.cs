using Oversight.Core;
using Oversight.Monitoring.Decisions;

namespace Oversight.Monitoring.Bodies;

/// <summary>What people did about a move of the body. Who, when and why are in every one of them.</summary>
public abstract partial record BodyEvent
{
    /// <summary>Somebody proposes a move, on evidence that the record holds.</summary>
    [EventName("monitoring.move-proposed.v1")]
    public sealed record MoveProposed(
        string Decision, string Phase, PartialDate EffectiveOn, PartialDate? DecidedOn, string Why, IReadOnlyList<string> Evidence,
        DateTimeOffset ExpiresAt, Actor By, DateTimeOffset At) : BodyEvent, IDecided;

    /// <summary>Somebody else agrees: the move is decided.</summary>
    [EventName("monitoring.move-confirmed.v1")]
    public sealed record MoveConfirmed(
        string Decision, string Phase, PartialDate EffectiveOn, PartialDate DecidedOn, string Reason, PartialDate? PublishedOn,
        Actor ProposedBy, Actor By, DateTimeOffset At, DateOnly ConfirmedOn, string? Why) : BodyEvent, IDecided;

    /// <summary>Somebody else does not agree.</summary>
    [EventName("monitoring.move-declined.v1")]
    public sealed record MoveDeclined(string Decision, Actor By, DateTimeOffset At, string? Why) : BodyEvent, IDecided;

    /// <summary>Its proposer takes it back.</summary>
    [EventName("monitoring.move-withdrawn.v1")]
    public sealed record MoveWithdrawn(string Decision, Actor By, DateTimeOffset At, string? Why) : BodyEvent, IDecided;

    /// <summary>Something has come between: until it is resumed, nobody can confirm it.</summary>
    [EventName("monitoring.move-interrupted.v1")]
    public sealed record MoveInterrupted(string Decision, Actor By, DateTimeOffset At, string? Why) : BodyEvent, IDecided;

    /// <summary>What came between is dealt with.</summary>
    [EventName("monitoring.move-resumed.v1")]
    public sealed record MoveResumed(string Decision, Actor By, DateTimeOffset At, string? Why) : BodyEvent, IDecided;

    /// <summary>A newer proposal takes its place.</summary>
    [EventName("monitoring.move-superseded.v1")]
    public sealed record MoveSuperseded(string Decision, string SupersededBy, Actor By, DateTimeOffset At, string? Why) : BodyEvent, IDecided;

    /// <summary>Nobody decided in time.</summary>
    [EventName("monitoring.move-expired.v1")]
    public sealed record MoveExpired(string Decision, Actor By, DateTimeOffset At, string? Why) : BodyEvent, IDecided;

    /// <summary>A decided move was made known to the public.</summary>
    [EventName("monitoring.move-published.v1")]
    public sealed record MovePublished(
        string Decision, string Phase, PartialDate EffectiveOn, PartialDate DecidedOn, string Reason, PartialDate PublishedOn,
        DateOnly ConfirmedOn, Actor ProposedBy, Actor ConfirmedBy, Actor By, DateTimeOffset At, string? Why) : BodyEvent, IDecided;
}
