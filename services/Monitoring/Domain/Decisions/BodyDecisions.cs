using System.Collections.Immutable;
using System.Diagnostics;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Lineage;
using static Oversight.Monitoring.Bodies.BodyCommand;
using static Oversight.Monitoring.Bodies.BodyEvent;

namespace Oversight.Monitoring.Decisions;

/// <summary>What people decided about the moves of one body. At most one proposal is open at a time.</summary>
/// <param name="All">Every decision by its id.</param>
/// <param name="Acts">How many acts there were; who acts says how many they had seen, so that no two act on each other's back.</param>
public sealed record BodyDecisions(ImmutableDictionary<string, Decision> All, int Acts)
{
    public const int MostEvidence = 100;

    public static readonly BodyDecisions None = new(ImmutableDictionary<string, Decision>.Empty, 0);

    public static BodyEvent[] Decide(BodyCommand command, Body body)
    {
        var decisions = body.Decisions;
        return command switch
        {
            ProposeMove c => decisions.Propose(c, body),
            ConfirmMove c => decisions.Settle(c.Decision, c.Act, DecisionState.Confirmed, d => Confirm(d, c, body)),
            DeclineMove c => decisions.Settle(c.Decision, c.Act, DecisionState.Declined, d => Decline(d, c)),
            WithdrawMove c => decisions.Settle(c.Decision, c.Act, DecisionState.Withdrawn, d => Withdraw(d, c)),
            InterruptMove c => decisions.Settle(c.Decision, c.Act, DecisionState.OnHold, d => Interrupt(d, c)),
            ResumeMove c => decisions.Resume(c),
            PublishMove c => decisions.Publish(c),
            ExpireMoves c => [.. decisions.All.Values.Where(d => d.IsOpen && d.ExpiresAt <= c.At).Select(d => Expired(d, c.At))],
            _ => throw new UnreachableException(),
        };
    }

    public BodyDecisions Evolve(BodyEvent @event)
    {
        var after = this with { Acts = Acts + 1 };
        return @event switch
        {
            MoveProposed e => after.With(new(e.Decision, e.Phase, e.EffectiveOn, e.DecidedOn, e.Why, e.Evidence, e.ExpiresAt, e.By)),
            MoveConfirmed e => after.Now(e, DecisionState.Confirmed, d => d with { DecidedOn = e.DecidedOn, PublishedOn = e.PublishedOn, ConfirmedOn = e.ConfirmedOn }),
            MovePublished e => All.TryGetValue(e.Decision, out var d) ? after.With(d with { PublishedOn = e.PublishedOn }) : after,
            MoveDeclined e => after.Now(e, DecisionState.Declined),
            MoveWithdrawn e => after.Now(e, DecisionState.Withdrawn),
            MoveInterrupted e => after.Now(e, DecisionState.OnHold),
            MoveResumed e => after.Now(e, DecisionState.Proposed, d => d with { ResumedBy = e.By }),
            MoveSuperseded e => after.Now(e, DecisionState.Superseded),
            MoveExpired e => after.Now(e, DecisionState.Expired),
            _ => throw new UnreachableException(),
        };
    }

    private BodyEvent[] Propose(ProposeMove c, Body body)
    {
        var open = All.Values.FirstOrDefault(d => d.IsOpen);
        if (All.ContainsKey(c.Decision) || open is { } same && IsTheSame(same, c))
        {
            return [];
        }

        Insist(body.Registered is not null, "body.unknown", "The register does not list this body.");
        InsistSeen(c.Act);
        InsistReason(c.Act, required: true);
        Insist(c.Phase is "engage" or "scan", "decision.phase-unknown", $"A body moves to engage or to scan, not to '{c.Phase}'.");
        InsistExists(body, c.Decision, c.EffectiveOn);
        Insist(c.Evidence.Count > 0, "decision.evidence-missing", "A proposal names its evidence: the ids of facts or claims of this body.");
        Insist(c.Evidence.Count <= MostEvidence, "decision.evidence-too-much", $"A proposal names at most {MostEvidence} facts and claims.");
        if (c.Evidence.FirstOrDefault(cited => !cited.IsOnRecord) is { } unknown)
        {
            throw new RejectedException("decision.evidence-unknown", $"The record of this body holds no fact or claim '{unknown.Id}'.");
        }

        Insist(c.PhaseThen != c.Phase, "decision.already-there",
            $"The record has this body in {(c.Phase == "engage" ? "Engage" : "Scan")} {c.EffectiveOn.WhenInWords} already.");
        Insist(c.DecidedOn is not { } decided || decided.First <= c.Act.Day, "decision.decided-later", $"It cannot have been decided {c.DecidedOn?.WhenInWords}, which is still to come.");

        Insist(IsNear(c.EffectiveOn, c.Act.Day), "decision.effective-too-far", c.EffectiveOn.First > c.Act.Day
            ? $"It cannot take effect {c.EffectiveOn.WhenInWords}: that is more than a year after today, {PartialDate.On(c.Act.Day).InWords}."
            : $"It cannot take effect {c.EffectiveOn.WhenInWords}: that is more than a year ago. What is older comes in as a claim of its source.");
        Insist(c.DecidedOn is not { } on || IsNear(on, c.Act.Day), "decision.decided-too-long-ago", $"It cannot have been decided {c.DecidedOn?.WhenInWords}: that is more than a year ago. What is older comes in as a claim of its source.");

        var proposed = new MoveProposed(
            c.Decision, c.Phase, c.EffectiveOn, c.DecidedOn, c.Act.Why!, [.. c.Evidence.Select(cited => cited.Id).Distinct()], c.ExpiresAt, c.Act.By, c.Act.At);
        return open is null ? [proposed]
            : open.ExpiresAt <= c.Act.At ? [Expired(open, c.Act.At), proposed]
            : [new MoveSuperseded(open.Id, c.Decision, c.Act.By, c.Act.At, c.Act.Why), proposed];
    }

    private static MoveConfirmed Confirm(Decision d, ConfirmMove c, Body body)
    {
        InsistAnother(d, c.Act, "confirm");
        Insist(d.State != DecisionState.OnHold, "decision.on-hold", "It is on hold; it has to be resumed before anybody can confirm it.");
        InsistReason(c.Act, required: true);
        InsistExists(body, d.Id, d.EffectiveOn);
        InsistPublishable(c.PublishedOn, c.Act.Day);
        return new(d.Id, d.Phase, d.EffectiveOn, d.DecidedOn ?? PartialDate.On(c.Act.Day), d.Reason, c.PublishedOn, d.ProposedBy, c.Act.By, c.Act.At, c.Act.Day, c.Act.Why);
    }

    private static MoveDeclined Decline(Decision d, DeclineMove c)
    {
        InsistReason(c.Act, required: true);
        InsistAnother(d, c.Act, "decline");
        return new(d.Id, c.Act.By, c.Act.At, c.Act.Why);
    }

    private static MoveWithdrawn Withdraw(Decision d, WithdrawMove c)
    {
        InsistReason(c.Act, required: false);
        Insist(IsBy(d.ProposedBy, c.Act), "decision.not-yours", $"Only {d.ProposedBy.Name}, who proposed it, can withdraw it.");
        return new(d.Id, c.Act.By, c.Act.At, c.Act.Why);
    }

    private static MoveInterrupted Interrupt(Decision d, InterruptMove c)
    {
        InsistReason(c.Act, required: true);
        Insist(IsBy(d.ProposedBy, c.Act) || c.Act.By.Role == Role.ChiefInspector, "decision.not-yours",
            $"Only {d.ProposedBy.Name}, who proposed it, or a chief inspector can put it on hold.");
        return new(d.Id, c.Act.By, c.Act.At, c.Act.Why);
    }

    private BodyEvent[] Resume(ResumeMove c)
    {
        var d = Known(c.Decision);
        if (d.State == DecisionState.Proposed && d.ResumedBy is { } by && IsBy(by, c.Act))
        {
            return [];
        }

        InsistSeen(c.Act);
        InsistReason(c.Act, required: false);
        InsistOpen(d, c.Act);
        Insist(d.State == DecisionState.OnHold, "decision.not-on-hold", "It is not on hold, so there is nothing to resume.");
        Insist(IsBy(d.LastBy, c.Act) || c.Act.By.Role == Role.ChiefInspector, "decision.not-yours",
            $"Only {d.LastBy.Name}, who put it on hold, or a chief inspector can resume it.");
        return [new MoveResumed(d.Id, c.Act.By, c.Act.At, c.Act.Why)];
    }

    private BodyEvent[] Publish(PublishMove c)
    {
        var d = Known(c.Decision);
        if (d.PublishedOn == c.PublishedOn)
        {
            return [];
        }

        InsistSeen(c.Act);
        InsistReason(c.Act, required: false);
        Insist(d.State == DecisionState.Confirmed, "decision.not-confirmed", $"Only what is confirmed can be published; this is {InWords(d.State)}.");
        Insist(d.PublishedOn is null, "decision.published", $"It was published {d.PublishedOn?.WhenInWords} already.");
        InsistPublishable(c.PublishedOn, c.Act.Day);
        return [new MovePublished(d.Id, d.Phase, d.EffectiveOn, d.DecidedOn!.Value, d.Reason, c.PublishedOn, d.ConfirmedOn!.Value,
            d.ProposedBy, d.LastBy, c.Act.By, c.Act.At, c.Act.Why)];
    }

    // Whoever says again what they have done changes nothing; everybody else has to have seen how it stands.
    private BodyEvent[] Settle(string id, Act act, DecisionState becomes, Func<Decision, BodyEvent> decide)
    {
        var d = Known(id);
        if (d.State == becomes && IsBy(d.LastBy, act))
        {
            return [];
        }

        InsistSeen(act);
        InsistOpen(d, act);
        Insist(d.State != becomes, "decision.on-hold", "It is on hold already.");
        return [decide(d)];
    }

    private Decision Known(string id) => All.GetValueOrDefault(id) ?? throw new RejectedException("decision.unknown", $"There is no decision '{id}'.");

    private void InsistSeen(Act act) => Insist(act.Seen == Acts, "decision.lost-race", "Somebody else acted meanwhile; look at it again before you act.");

    private static void InsistOpen(Decision d, Act act)
    {
        Insist(d.IsOpen, "decision.closed", $"It is {InWords(d.State)} already.");
        Insist(d.ExpiresAt > act.At, "decision.expired", $"It ran out at {d.ExpiresAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC; propose it anew.");
    }

    private static void InsistAnother(Decision d, Act act, string what) => Insist(!IsBy(d.ProposedBy, act), "decision.same-person",
        $"{d.ProposedBy.Name} proposed it, so somebody else has to {what} it.");

    private static void InsistReason(Act act, bool required)
    {
        Insist(!required || !string.IsNullOrWhiteSpace(act.Why), "decision.reason-missing", "Say why: the reason is kept with the act.");
        Insist(act.Why is not { Length: > Act.LongestReason }, "decision.reason-too-long", $"A reason has at most {Act.LongestReason} characters.");
    }

    private static void InsistPublishable(PartialDate? publishedOn, DateOnly today)
    {
        Insist(publishedOn is not { } said || said.Last >= today, "decision.published-before",
            $"It cannot have been published {publishedOn?.WhenInWords}, for it is only decided here; what was published before comes in as a claim of its source.");
        Insist(publishedOn is not { } on || on.First <= today, "decision.published-later",
            $"It cannot have been published {publishedOn?.WhenInWords}, which is still to come; say on the day that it is published.");
    }

    // What sources say of a body that was no longer there is kept and marked; what people decide here has to have somebody whom it is about.
    private static void InsistExists(Body body, string decision, PartialDate on)
    {
        var id = decision[..Math.Max(0, decision.LastIndexOf('-'))];
        var (first, last) = (On(on.First), On(on.Last));
        if (first.Existed != Answer.No || last.Existed != Answer.No)
        {
            return;
        }

        Insist(first.Ended?.HappenedBy(on.First) != Answer.Yes, "decision.body-ended", $"{first.WhyNot} It cannot move {on.WhenInWords}; what has to move now is what it became part of.");
        throw new RejectedException("decision.body-not-formed", $"{last.WhyNot} It cannot move {on.WhenInWords}, before that.");

        LineageReading On(DateOnly day) => LineageReading.Of(body.Lineage with { Id = id }, new(day, DateOnly.MaxValue), body.Trail);
    }

    private static bool IsNear(PartialDate on, DateOnly today) => on.Last >= today.AddYears(-1) && on.First <= today.AddYears(1);

    private static void Insist(bool holds, string rule, string because)
    {
        if (!holds)
        {
            throw new RejectedException(rule, because);
        }
    }

    private static bool IsBy(Actor actor, Act act) => actor.Subject == act.By.Subject;

    private static bool IsTheSame(Decision d, ProposeMove c) => IsBy(d.ProposedBy, c.Act)
        && (d.Phase, d.EffectiveOn, d.DecidedOn, d.Reason) == (c.Phase, c.EffectiveOn, c.DecidedOn, c.Act.Why)
        && d.Evidence.SequenceEqual(c.Evidence.Select(cited => cited.Id).Distinct());

    private static MoveExpired Expired(Decision d, DateTimeOffset at) => new(d.Id, Actor.Clock, at, $"nobody decided by {d.ExpiresAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    private static string InWords(DecisionState state) => state == DecisionState.OnHold ? "on hold" : state.ToString().ToLowerInvariant();

    private BodyDecisions With(Decision decision) => this with { All = All.SetItem(decision.Id, decision) };

    private BodyDecisions Now(IDecided e, DecisionState state, Func<Decision, Decision>? more = null) => All.TryGetValue(e.Decision, out var d)
        ? With((more ?? (same => same))(d with { State = state, LastBy = e.By })) : this;
}
