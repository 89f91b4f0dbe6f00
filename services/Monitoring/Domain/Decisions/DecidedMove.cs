using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Decisions;

/// <summary>A confirmed decision as the source of a move, beside what others report of it.</summary>
internal static class DecidedMove
{
    /// <summary>The move, and the decision as its source; null for an event that makes no move.</summary>
    public static (MoveDate Move, Evidence Source)? Of(Recorded recorded) => recorded.Event switch
    {
        BodyEvent.MoveConfirmed e => (Move(e.Phase, e.EffectiveOn), Said(
            recorded, new(e.Decision, e.ConfirmedOn, null), e.PublishedOn, e.DecidedOn, e.Reason, e.ProposedBy, e.By)),
        BodyEvent.MovePublished e => (Move(e.Phase, e.EffectiveOn), Said(
            recorded, new(e.Decision, e.ConfirmedOn, ClaimOf(e.Decision, null)), e.PublishedOn, e.DecidedOn, e.Reason, e.ProposedBy, e.ConfirmedBy)),
        _ => null,
    };

    private static MoveDate Move(string phase, PartialDate on) => new(phase == "engage" ? Phase.Engage : Phase.Scan, on);

    private static Evidence Said(
        Recorded recorded, DecidedHere decided, PartialDate? published, PartialDate decidedOn, string reason, Actor proposedBy, Actor confirmedBy) =>
        recorded.Said(
            new Provenance(
                ClaimOf(decided.Id, published), $"decision/{decided.Id}", 1,
                $"decided in this system by {InWords(confirmedBy)}, as {InWords(proposedBy)} proposed", "", 0, published),
            decidedOn, reason) with { Decided = decided };

    private static Guid ClaimOf(string decision, PartialDate? published) => NameBasedId.Of("decision", decision, published?.ToString());

    private static string InWords(Actor actor) => $"{actor.Name}, {actor.Role?.InWords}";
}
