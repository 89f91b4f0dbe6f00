using CsCheck;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Decisions;
using Xunit;
using static Oversight.Monitoring.Bodies.BodyCommand;
using ProposeMove = Oversight.Monitoring.Bodies.BodyCommand.ProposeMove;

namespace Oversight.Specs.Monitoring;

/// <summary>What holds whatever people do, in whatever order, with whatever they have seen.</summary>
public sealed class DecisionProperties
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly Body Registered = Body.Evolve(Body.Initial, new BodyEvent.BodyRegistered("Kent Police", "police", null, null, null));

    private static readonly Actor[] People =
        [new("ines", "Ines", Role.Inspector), new("ivor", "Ivor", Role.Inspector), new("clara", "Clara", Role.ChiefInspector), new("conrad", "Conrad", Role.ChiefInspector)];

    /// <summary>One step: who does what to which decision, an hour or a week later, having seen what stands or not.</summary>
    private sealed record Step(int What, int Who, int Which, bool Late, bool Blind, bool Wordless);

    private static readonly Gen<Step[]> Steps = Gen.Select(Gen.Int[0, 8], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 15], Gen.Int[0, 9], Gen.Int[0, 9],
        (what, who, which, late, blind, wordless) => new Step(what, who, which, late == 0, blind == 0, wordless == 0)).Array[0, 40];

    [Fact]
    public void Nothing_but_a_refusal_is_ever_thrown_and_the_rules_hold_at_every_step() => Steps.Sample(steps =>
    {
        Run(steps, (before, command, events, after) =>
        {
            // Said again, it decides nothing new.
            Assert.Empty(Try(command, after) ?? []);
            Assert.True(after.Decisions.All.Values.Count(decision => decision.IsOpen) <= 1);
            Assert.Equal(before.Decisions.Acts + events.Length, after.Decisions.Acts);
            foreach (var confirmed in events.OfType<BodyEvent.MoveConfirmed>())
            {
                Assert.NotEqual(confirmed.ProposedBy.Subject, confirmed.By.Subject);
                Assert.Equal(Role.ChiefInspector, confirmed.By.Role);
                Assert.Equal(DecisionState.Proposed, before.Decisions.All[confirmed.Decision].State);
                Assert.True(before.Decisions.All[confirmed.Decision].ExpiresAt > confirmed.At);
            }

            // What is settled is never unsettled.
            Assert.All(before.Decisions.All.Values.Where(decision => !decision.IsOpen), settled => Assert.Equal(settled.State, after.Decisions.All[settled.Id].State));
        });
    }, iter: 2_000);

    [Fact]
    public void Every_state_is_reached_and_every_stream_reads_as_its_decider_left_it()
    {
        var reached = new HashSet<DecisionState>();
        Steps.Sample(steps =>
        {
            var (body, stream) = Run(steps, (_, _, _, _) => { });
            var record = stream.Select((e, i) => new Oversight.Monitoring.Records.Recorded(e, Start, i + 1))
                .Aggregate((DecisionRecord?)null, (record, recorded) => DecisionRecord.Evolve(record, "kent", recorded)) ?? new("kent", []);
            var shown = DecisionRead.All(record, new(DateOnly.MaxValue, DateOnly.MaxValue));
            Assert.Equal(
                body.Decisions.All.Values.Select(d => $"{d.Id} {d.State} {d.DecidedOn} {d.PublishedOn}").Order(),
                shown.Select(d => $"{d.Id} {d.State} {d.DecidedOn} {d.PublishedOn}").Order());
            Assert.Equal(body.Decisions.Acts, record.Acts.Count);
            lock (reached)
            {
                reached.UnionWith(body.Decisions.All.Values.Select(d => d.State));
            }
        }, iter: 2_000);
        Assert.Equal(Enum.GetValues<DecisionState>(), reached.Order());
    }

    private static (Body Body, List<BodyEvent> Stream) Run(Step[] steps, Action<Body, BodyCommand, BodyEvent[], Body> check)
    {
        var (body, stream, now) = (Registered, new List<BodyEvent>(), Start);
        foreach (var (step, i) in steps.Select((step, i) => (step, i)))
        {
            now = now.AddHours(step.Late ? 24 * 29 : 1);
            var command = Command(step, i, body, now);
            if (Try(command, body) is { } events)
            {
                var after = events.Aggregate(body, Body.Evolve);
                check(body, command, events, after);
                (body, stream) = (after, [.. stream, .. events]);
            }
        }

        return (body, stream);
    }

    private static BodyEvent[]? Try(BodyCommand command, Body body)
    {
        try
        {
            return Body.Decide(command, body);
        }
        catch (RejectedException)
        {
            return null;
        }
    }

    private static BodyCommand Command(Step step, int i, Body body, DateTimeOffset now)
    {
        // People act in the role that the table gives them for what they do.
        var by = People[step.Who];
        var act = new Act(by, now, DateOnly.FromDateTime(now.UtcDateTime), step.Wordless ? null : $"why {step.Which}", step.Blind ? step.Which : body.Decisions.Acts);
        var ids = body.Decisions.All.Values.OrderByDescending(decision => decision.IsOpen).ThenBy(decision => decision.Id, StringComparer.Ordinal).Select(decision => decision.Id).ToArray();
        var id = step.Which < ids.Length ? ids[step.Which / 2] : "kent-none";
        var isChief = by.Role == Role.ChiefInspector;
        return step.What switch
        {
            0 or 1 => new ProposeMove($"kent-{i}", step.Which % 2 == 0 ? "engage" : "scan", PartialDate.On(act.Day), null, [new("a fact", step.Which < 3)], null, now.AddDays(28), act),
            2 when isChief => new ConfirmMove(id, step.Which == 1 ? PartialDate.On(act.Day) : null, act),
            3 when isChief => new DeclineMove(id, act),
            4 => new WithdrawMove(id, act),
            5 => new InterruptMove(id, act),
            6 => new ResumeMove(id, act),
            7 when isChief => new PublishMove(id, PartialDate.On(act.Day), act),
            _ => new ExpireMoves(now),
        };
    }
}
