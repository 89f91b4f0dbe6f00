using Oversight.Core;

namespace Oversight.Monitoring.Decisions;

/// <summary>An event of a decision.</summary>
public interface IDecided
{
    /// <summary>Which decision.</summary>
    string Decision { get; }

    /// <summary>Who.</summary>
    Actor By { get; }

    /// <summary>When.</summary>
    DateTimeOffset At { get; }

    /// <summary>Why, in their words.</summary>
    string? Why { get; }
}

/// <summary>A command about a decision.</summary>
public interface IDecide;

/// <summary>What a proposal rests on.</summary>
/// <param name="Id">A fact or a claim.</param>
/// <param name="IsOnRecord">Does the record of the body hold it?</param>
public sealed record CitedEvidence(string Id, bool IsOnRecord);

/// <summary>How a decision stands.</summary>
public enum DecisionState
{
    /// <summary>It waits for somebody to confirm or decline it.</summary>
    Proposed,

    /// <summary>Something came between; it can be resumed.</summary>
    OnHold,

    /// <summary>It is a move.</summary>
    Confirmed,

    Declined,

    Withdrawn,

    /// <summary>A newer proposal took its place.</summary>
    Superseded,

    /// <summary>Nobody decided in time.</summary>
    Expired,
}

/// <summary>A move that somebody proposed, and what became of it.</summary>
public sealed record Decision(
    string Id, string Phase, PartialDate EffectiveOn, PartialDate? DecidedOn, string Reason, IReadOnlyList<string> Evidence,
    DateTimeOffset ExpiresAt, Actor ProposedBy)
{
    public DecisionState State { get; init; }

    /// <summary>Who brought it into its state.</summary>
    public Actor LastBy { get; init; } = ProposedBy;

    /// <summary>Who last lifted a hold.</summary>
    public Actor? ResumedBy { get; init; }

    public PartialDate? PublishedOn { get; init; }

    /// <summary>The day on which it was confirmed.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    public bool IsOpen => State is DecisionState.Proposed or DecisionState.OnHold;
}
