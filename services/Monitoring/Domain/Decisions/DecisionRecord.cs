using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Decisions;

/// <summary>Every act on the decisions of one body, in their order; every read is a pure function of it.</summary>
public sealed record DecisionRecord(string Id, IReadOnlyList<ActNoted> Acts)
{
    public static DecisionRecord Evolve(DecisionRecord? record, string body, Recorded recorded)
    {
        record ??= new(body, []);
        return recorded.Event is not IDecided ? record : record with { Acts = [.. record.Acts, ActNoted.Of(recorded)] };
    }

    /// <summary>How many acts there were; whoever acts next says that they had seen so many.</summary>
    public int Version(Viewpoint viewpoint) => Acts.Count(act => viewpoint.HasRecorded(act.RecordedAt));
}

/// <summary>One act.</summary>
/// <param name="Decision">On which decision.</param>
/// <param name="State">The state that it brought the decision into.</param>
/// <param name="What">The act in a word.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Why">Why.</param>
/// <param name="Proposal">What was proposed, where that was the act.</param>
/// <param name="DecidedOn">When it was decided, where the act says.</param>
/// <param name="PublishedOn">When it was published, where the act says.</param>
/// <param name="SupersededBy">The newer proposal, where that was the act.</param>
/// <param name="RecordedAt">Since when this system has it.</param>
public sealed record ActNoted(
    string Decision, DecisionState State, string What, Actor By, DateTimeOffset At, string? Why, Proposal? Proposal,
    PartialDate? DecidedOn, PartialDate? PublishedOn, string? SupersededBy, DateTimeOffset RecordedAt)
{
    internal static ActNoted Of(Recorded recorded)
    {
        var e = (IDecided)recorded.Event;
        var (state, what) = e switch
        {
            BodyEvent.MoveProposed => (DecisionState.Proposed, "proposed"),
            BodyEvent.MoveConfirmed => (DecisionState.Confirmed, "confirmed"),
            BodyEvent.MovePublished => (DecisionState.Confirmed, "published"),
            BodyEvent.MoveDeclined => (DecisionState.Declined, "declined"),
            BodyEvent.MoveWithdrawn => (DecisionState.Withdrawn, "withdrawn"),
            BodyEvent.MoveInterrupted => (DecisionState.OnHold, "interrupted"),
            BodyEvent.MoveResumed => (DecisionState.Proposed, "resumed"),
            BodyEvent.MoveSuperseded => (DecisionState.Superseded, "superseded"),
            BodyEvent.MoveExpired => (DecisionState.Expired, "expired"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var (proposed, confirmed, published) = (e as BodyEvent.MoveProposed, e as BodyEvent.MoveConfirmed, e as BodyEvent.MovePublished);
        return new(e.Decision, state, what, e.By, e.At, e.Why,
            proposed is null ? null : new(proposed.Phase, proposed.EffectiveOn, proposed.Why, proposed.Evidence, proposed.ExpiresAt),
            proposed?.DecidedOn ?? confirmed?.DecidedOn, confirmed?.PublishedOn ?? published?.PublishedOn,
            (e as BodyEvent.MoveSuperseded)?.SupersededBy, recorded.RecordedAt);
    }
}

/// <summary>What was proposed.</summary>
public sealed record Proposal(string Phase, PartialDate EffectiveOn, string Reason, IReadOnlyList<string> Evidence, DateTimeOffset ExpiresAt);

/// <summary>A decision as it could be seen.</summary>
/// <param name="State">How it stood.</param>
/// <param name="Proposal">What was proposed.</param>
/// <param name="Acts">What was done, oldest first.</param>
public sealed record DecisionRead(
    string Id, string Body, DecisionState State, Proposal Proposal, PartialDate? DecidedOn, PartialDate? PublishedOn, string? SupersededBy, IReadOnlyList<ActNoted> Acts)
{
    public bool IsOpen => State is DecisionState.Proposed or DecisionState.OnHold;

    /// <summary>Every decision of which something had been done and recorded, newest first.</summary>
    /// <remarks>Strict leaves out what was not surely public: everything but what is confirmed and published.</remarks>
    public static IReadOnlyList<DecisionRead> All(DecisionRecord record, Viewpoint viewpoint)
    {
        var day = viewpoint.AsOf < viewpoint.KnownAt ? viewpoint.AsOf : viewpoint.KnownAt;
        return [.. record.Acts.Where(act => viewpoint.HasRecorded(act.RecordedAt) && DateOnly.FromDateTime(act.At.UtcDateTime) <= day)
            .GroupBy(act => act.Decision)
            .Select(acts => Of(record.Id, [.. acts]))
            .Where(read => !viewpoint.Strict || read.PublishedOn?.OnOrBefore(viewpoint.KnownAt) == Answer.Yes)
            .OrderByDescending(read => read.Acts[0].At).ThenBy(read => read.Id, StringComparer.Ordinal)];
    }

    private static DecisionRead Of(string body, ActNoted[] acts) => new(
        acts[0].Decision, body, acts[^1].State, acts[0].Proposal!,
        acts.Select(act => act.DecidedOn).LastOrDefault(on => on is not null), acts.Select(act => act.PublishedOn).LastOrDefault(on => on is not null),
        acts[^1].SupersededBy, acts);
}
