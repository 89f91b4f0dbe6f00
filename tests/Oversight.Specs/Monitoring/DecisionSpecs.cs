using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Xunit;
using static Oversight.Monitoring.Bodies.BodyCommand;
using static Oversight.Monitoring.Bodies.BodyEvent;

namespace Oversight.Specs.Monitoring;

/// <summary>One person proposes a move, another confirms it.</summary>
public sealed class DecisionSpecs() : Spec<Body, BodyCommand, BodyEvent>(Body.Decider)
{
    private static readonly BodyRegistered Kent = new("Kent Police", "police", "England", null, null);

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly Actor
        Ines = new("ines", "Ines Holloway", Role.Inspector), Ivor = new("ivor", "Ivor Penhale", Role.Inspector),
        Clara = new("clara", "Clara Thornbury", Role.ChiefInspector), Conrad = new("conrad", "Conrad Adeyemi", Role.ChiefInspector);

    private static readonly PartialDate On = PartialDate.Parse("2026-12-01");

    [Fact]
    public void A_move_is_proposed_with_a_reason_and_evidence() =>
        Given(Kent).When(Propose(Ines)).Then(Proposed(Ines));

    [Theory]
    [InlineData("1900-01-01", null, "decision.effective-too-far")]
    [InlineData("2100-01-01", null, "decision.effective-too-far")]
    [InlineData("2026-12-01", "1950", "decision.decided-too-long-ago")]
    public void It_takes_effect_and_was_decided_within_a_year_of_today(string effective, string? decided, string rule) => Given(Kent)
        .When(Propose(Ines) with { EffectiveOn = PartialDate.Parse(effective), DecidedOn = decided is null ? null : PartialDate.Parse(decided) }).ThenRejected(rule);

    [Theory]
    [InlineData("2015", "It cannot take effect in 2015: that is more than a year ago. What is older comes in as a claim of its source.")]
    [InlineData("2015-03-01", "It cannot take effect on 1 March 2015: that is more than a year ago. What is older comes in as a claim of its source.")]
    [InlineData("2100-02", "It cannot take effect in February 2100: that is more than a year after today, 23 November 2026.")]
    public void A_day_too_far_away_is_refused_in_words_that_fit_it(string effective, string because)
    {
        var body = Body.Decider.Evolve(Body.Decider.Initial, Kent);

        Assert.Equal(because, Assert.Throws<RejectedException>(() => { Body.Decider.Decide(Propose(Ines) with { EffectiveOn = PartialDate.Parse(effective) }, body); }).Message);
    }

    [Fact]
    public void Another_person_confirms_it_and_it_is_decided_that_day() =>
        Given(Kent, Proposed(Ines)).When(new ConfirmMove("kent-1", null, By(Clara, 1, "I agree"))).Then(Confirmed(Ines, Clara));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void But_not_without_saying_why(string? why) =>
        Given(Kent, Proposed(Ines)).When(new ConfirmMove("kent-1", null, By(Clara, 1, why))).ThenRejected("decision.reason-missing");

    [Fact]
    public void Or_declines_it() =>
        Given(Kent, Proposed(Ines)).When(new DeclineMove("kent-1", By(Clara, 1, "too early"))).Then(new MoveDeclined("kent-1", Clara, Now, "too early"));

    [Fact]
    public void The_same_person_does_neither_whatever_their_role()
    {
        Given(Kent, Proposed(Clara)).When(new ConfirmMove("kent-1", null, By(Clara, 1))).ThenRejected("decision.same-person");
        When(new DeclineMove("kent-1", By(Clara, 1, "no"))).ThenRejected("decision.same-person");
    }

    [Fact]
    public void Only_the_proposer_withdraws_it()
    {
        Given(Kent, Proposed(Ines)).When(new WithdrawMove("kent-1", By(Clara, 1))).ThenRejected("decision.not-yours");
        When(new WithdrawMove("kent-1", By(Ines, 1))).Then(new MoveWithdrawn("kent-1", Ines, Now, null));
    }

    [Fact]
    public void On_hold_nobody_confirms_it_until_it_is_resumed()
    {
        var held = new MoveInterrupted("kent-1", Conrad, Now, "a new report");
        Given(Kent, Proposed(Ines)).When(new InterruptMove("kent-1", By(Ivor, 1, "I think"))).ThenRejected("decision.not-yours");
        When(new InterruptMove("kent-1", By(Conrad, 1, "a new report"))).Then(held);
        Given(held).When(new ConfirmMove("kent-1", null, By(Clara, 2))).ThenRejected("decision.on-hold");
        When(new ResumeMove("kent-1", By(Ines, 2))).ThenRejected("decision.not-yours");
        When(new ResumeMove("kent-1", By(Clara, 2))).Then(new MoveResumed("kent-1", Clara, Now, null));
        Given(new MoveResumed("kent-1", Clara, Now, null)).When(new ConfirmMove("kent-1", null, By(Clara, 3, "I agree"))).Then(Confirmed(Ines, Clara));
    }

    [Fact]
    public void What_is_not_on_hold_cannot_be_resumed()
    {
        Given(Kent, Proposed(Ines)).When(new ResumeMove("kent-1", By(Clara, 1, "go on"))).ThenRejected("decision.not-on-hold");
        When(new ResumeMove("kent-1", By(Ines, 1))).ThenRejected("decision.not-on-hold");
        Given(new MoveInterrupted("kent-1", Conrad, Now, "wait"), new MoveResumed("kent-1", Conrad, Now, null)).When(new ResumeMove("kent-1", By(Conrad, 2))).ThenNothing(); // as they did
        When(new ResumeMove("kent-1", By(Clara, 3))).ThenRejected("decision.not-on-hold");
        Given(new MoveWithdrawn("kent-1", Ines, Now, null)).When(new ResumeMove("kent-1", By(Conrad, 4))).ThenRejected("decision.closed");
    }

    [Fact]
    public void A_new_proposal_takes_the_place_of_an_open_one() =>
        Given(Kent, Proposed(Ines)).When(Propose(Ivor, "kent-2", seen: 1)).Then(
            new MoveSuperseded("kent-1", "kent-2", Ivor, Now, "five causes"), Proposed(Ivor, "kent-2"));

    [Fact]
    public void Proposed_again_alike_by_the_same_person_it_is_the_same() =>
        Given(Kent, Proposed(Ines)).When(Propose(Ines, "kent-2", seen: 0)).ThenNothing();

    [Fact]
    public void What_nobody_decided_in_time_has_run_out()
    {
        var late = Now.AddDays(28);
        Given(Kent, Proposed(Ines)).When(new ConfirmMove("kent-1", null, By(Clara, 1) with { At = late })).ThenRejected("decision.expired");
        When(new ExpireMoves(late.AddTicks(-1))).ThenNothing();
        When(new ExpireMoves(late)).Then(new MoveExpired("kent-1", Actor.Clock, late, "nobody decided by 2026-12-21 09:00 UTC"));
        When(new ProposeMove("kent-2", "engage", On, null, [new("a fact", true)], "scan", late.AddDays(28), By(Ivor, 1, "still") with { At = late })).Then(
            new MoveExpired("kent-1", Actor.Clock, late, "nobody decided by 2026-12-21 09:00 UTC"),
            new MoveProposed("kent-2", "engage", On, null, "still", ["a fact"], late.AddDays(28), Ivor, late));
    }

    [Fact]
    public void Who_has_not_seen_how_it_stands_has_lost_the_race() =>
        Given(Kent, Proposed(Ines), new MoveInterrupted("kent-1", Conrad, Now, "wait"), new MoveResumed("kent-1", Conrad, Now, null))
            .When(new ConfirmMove("kent-1", null, By(Clara, 1))).ThenRejected("decision.lost-race");

    [Fact]
    public void Of_two_who_decide_at_once_the_second_has_lost_the_race() =>
        Given(Kent, Proposed(Ines), Confirmed(Ines, Clara)).When(new DeclineMove("kent-1", By(Conrad, 1, "no"))).ThenRejected("decision.lost-race");

    [Fact]
    public void What_is_settled_stays_settled() =>
        Given(Kent, Proposed(Ines), Confirmed(Ines, Clara)).When(new DeclineMove("kent-1", By(Conrad, 2, "no"))).ThenRejected("decision.closed");

    [Fact]
    public void What_is_confirmed_is_published_once()
    {
        var published = new MovePublished(
            "kent-1", "engage", On, PartialDate.Parse("2026-11-23"), "five causes", PartialDate.Parse("2026-11-23"), new(2026, 11, 23), Ines, Clara, Conrad, Now, null);
        Given(Kent, Proposed(Ines)).When(new PublishMove("kent-1", PartialDate.Parse("2026-11-23"), By(Conrad, 1))).ThenRejected("decision.not-confirmed");
        Given(Confirmed(Ines, Clara)).When(new PublishMove("kent-1", PartialDate.Parse("2026-11-22"), By(Conrad, 2))).ThenRejected("decision.published-before");
        When(new PublishMove("kent-1", PartialDate.Parse("2026-11-24"), By(Conrad, 2))).ThenRejected("decision.published-later");
        When(new PublishMove("kent-1", PartialDate.Parse("2026-11-23"), By(Conrad, 2))).Then(published);
        Given(published).When(new PublishMove("kent-1", PartialDate.Parse("2026-11-24"), By(Conrad, 3))).ThenRejected("decision.published");
    }

    [Theory]
    [InlineData("decision.reason-missing", "engage", " ", true, null)]
    [InlineData("decision.phase-unknown", "special measures", "why", true, null)]
    [InlineData("decision.evidence-unknown", "engage", "why", false, null)]
    [InlineData("decision.already-there", "engage", "why", true, "engage")]
    [InlineData("decision.already-there", "scan", "why", true, "scan")]
    public void A_proposal_that_does_not_hold_together_is_refused(string rule, string phase, string why, bool onRecord, string? then) =>
        Given(Kent).When(new ProposeMove("kent-1", phase, On, null, [new("a fact", onRecord)], then, Now.AddDays(28), By(Ines, 0, why))).ThenRejected(rule);

    [Fact]
    public void Neither_without_evidence_nor_about_nobody_nor_decided_tomorrow()
    {
        When(Propose(Ines)).ThenRejected("body.unknown");
        Given(Kent).When(Propose(Ines) with { Evidence = [] }).ThenRejected("decision.evidence-missing");
        When(Propose(Ines) with { DecidedOn = PartialDate.Parse("2026-11-24") }).ThenRejected("decision.decided-later");
        When(new ConfirmMove("kent-9", null, By(Clara, 0))).ThenRejected("decision.unknown");
    }

    [Fact]
    public void Nobody_moves_a_body_that_has_ended_nor_confirms_that_it_moves()
    {
        var merged = Succeeded("kent", "kent-and-medway", "2026-11-30");
        Given(Kent, merged).When(Propose(Ines)).ThenRejected("decision.body-ended");
        When(Propose(Ines) with { EffectiveOn = PartialDate.Parse("2026-11-29") }).Then(Proposed(Ines) with { EffectiveOn = PartialDate.Parse("2026-11-29") });
        When(Propose(Ines) with { EffectiveOn = PartialDate.Parse("2026-11") }).Then(Proposed(Ines) with { EffectiveOn = PartialDate.Parse("2026-11") });
    }

    [Fact]
    public void A_merger_heard_of_after_the_proposal_stops_whoever_would_confirm_it() =>
        Given(Kent, Proposed(Ines), Succeeded("kent", "kent-and-medway", "2026-11-30")).When(new ConfirmMove("kent-1", null, By(Clara, 1, "I agree"))).ThenRejected("decision.body-ended");

    [Fact]
    public void Nor_one_that_is_not_formed_yet() =>
        Given(Kent, Succeeded("old-kent", "kent", "2027-04-01")).When(Propose(Ines)).ThenRejected("decision.body-not-formed");

    private static SuccessionNoted Succeeded(string predecessor, string successor, string on) =>
        new(predecessor, successor, Formed: true, PartialDate.Parse(on), null, "", Claims.From("an order", on, $"lineage/{predecessor}/into/{successor}"));

    private static Act By(Actor actor, int seen, string? why = null) => new(actor, Now, new(2026, 11, 23), why, seen);

    private static ProposeMove Propose(Actor by, string id = "kent-1", int seen = 0) =>
        new(id, "engage", On, null, [new("a fact", true)], "scan", Now.AddDays(28), By(by, seen, "five causes"));

    private static MoveProposed Proposed(Actor by, string id = "kent-1") => new(id, "engage", On, null, "five causes", ["a fact"], Now.AddDays(28), by, Now);

    private static MoveConfirmed Confirmed(Actor proposer, Actor by) =>
        new("kent-1", "engage", On, PartialDate.Parse("2026-11-23"), "five causes", null, proposer, by, Now, new(2026, 11, 23), "I agree");
}
