using Oversight.Core;
using Oversight.Monitoring.Decisions;

namespace Oversight.Monitoring.Bodies;

/// <summary>What people may ask of a move of the body.</summary>
public abstract partial record BodyCommand
{
    /// <param name="Decision">An id that nothing else has.</param>
    /// <param name="Phase"><c>engage</c> or <c>scan</c>.</param>
    /// <param name="PhaseThen">The phase that the record gives for the effective date, the same two words; null where it cannot tell.</param>
    public sealed record ProposeMove(
        string Decision, string Phase, PartialDate EffectiveOn, PartialDate? DecidedOn, IReadOnlyList<CitedEvidence> Evidence,
        string? PhaseThen, DateTimeOffset ExpiresAt, Act Act) : BodyCommand, IDecide;

    public sealed record ConfirmMove(string Decision, PartialDate? PublishedOn, Act Act) : BodyCommand, IDecide;

    public sealed record DeclineMove(string Decision, Act Act) : BodyCommand, IDecide;

    public sealed record WithdrawMove(string Decision, Act Act) : BodyCommand, IDecide;

    public sealed record InterruptMove(string Decision, Act Act) : BodyCommand, IDecide;

    public sealed record ResumeMove(string Decision, Act Act) : BodyCommand, IDecide;

    public sealed record PublishMove(string Decision, PartialDate PublishedOn, Act Act) : BodyCommand, IDecide;

    /// <summary>Said by the clock.</summary>
    public sealed record ExpireMoves(DateTimeOffset At) : BodyCommand, IDecide;
}
