using Oversight.Core;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Settlements;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Trails;
using Xunit;
using static Oversight.Specs.Causes.Concerns;
using CauseStep = Oversight.Monitoring.Causes.CauseStep;

namespace Oversight.Specs.Causes;

/// <summary>A cause about which sources disagree: every side is told with its source, and what can be settled counts as it was settled.</summary>
public sealed class DisagreementSpecs
{
    private const string Closed = "cause/metropolitan/peel-2021-22/crime-recording/closed",
        Letter = "https://hmicfrs.justiceinspectorates.gov.uk/a-letter", Press = "https://www.itv.com/news";

    private static readonly FactCommand.ClaimCauseStep Closure = Claimed(Oversight.Ingestion.Facts.CauseStep.Closed, "2024-03", Letter), Open = Claimed(Oversight.Ingestion.Facts.CauseStep.StillOpen, "2024-05-01", Press);

    [Theory]
    [InlineData("2024-05-01", 1)]
    [InlineData("2024-04-01", 1)]
    [InlineData("2024-03-31", 0)] // it may have been closed on that very day
    [InlineData("2024-02-01", 0)]
    public void Closed_and_open_still_later_are_sides_of_one_conflict_in_whichever_order_they_come(string stillOpen, int conflicts)
    {
        var open = Claimed(Oversight.Ingestion.Facts.CauseStep.StillOpen, stillOpen, Press);
        foreach (var order in new FactCommand[][] { [Closure, open], [open, Closure] })
        {
            var found = Ingestion.Claims.Events(order).OfType<FactEvent.ConflictFound>().ToArray();
            Assert.Equal(conflicts, found.Length);
            Assert.All(found, conflict => Assert.Equal((Closed, $"2024-03, still open on {stillOpen}"), (conflict.FactId, string.Join(", ", conflict.Claims.Select(side => side.Value).Order()))));
        }

        Assert.Equal(Standing.First, Ingestion.Claims.Events(open, Closure).OfType<FactEvent.CauseStepClaimed>().Last().Standing);
    }

    [Fact]
    public void It_is_settled_by_precedence_and_by_a_person()
    {
        var fact = Ingestion.Claims.Events(Open, Closure).Aggregate(Fact.Initial, Fact.Evolve);
        var ruled = Settled(fact, new SettlementCommand.SettleByPrecedence(OrderOfPublishers.InEffect, new(2026, 1, 5)));
        var claim = fact.Facts[Closed].Single(saying => saying.Statement is Statement.IsStillOpen).By[0].ClaimId;
        var judged = Settled(fact, new SettlementCommand.SettleByPerson(Closed, claim, "Ann", "She asked them.", null, new(2026, 1, 6)));

        Assert.Equal((Closed, "2024-03", "still open on 2024-05-01"), (ruled.FactId, ruled.Side!.Value, Assert.Single(ruled.Side.Overruled)));
        Assert.Equal(("still open on 2024-05-01", "2024-03"), (judged.Side!.Value, Assert.Single(judged.Side.Overruled)));
        var twice = Ingestion.Claims.Events(Open, Claimed(Oversight.Ingestion.Facts.CauseStep.StillOpen, "2024-06-01", Press), Closure).Aggregate(Fact.Initial, Fact.Evolve);
        Assert.Equal(2, Settled(twice, new SettlementCommand.SettleByPrecedence(OrderOfPublishers.InEffect, new(2026, 1, 5))).Side!.Overruled.Count);
    }

    [Theory]
    [InlineData(null, CauseState.CannotTell, "Conflicting")]
    [InlineData("2024-03", CauseState.Closed, "Settled")]
    [InlineData("still open on 2024-05-01", CauseState.NoClosureFound, "Settled")]
    public void And_read_as_it_was_settled(string? settled, CauseState state, string marks)
    {
        BodyEvent[] events = [Raised("2022-10-14"), Then(CauseStep.Closed, "2024-03"), Then(CauseStep.StillOpen, "2024-05-01", cited: "an article")];
        var cause = At("2024-06-01", [.. events, .. Settle(FactOf(events[1]), settled, "2024-03", "still open on 2024-05-01")]);

        Assert.Equal((state, marks, settled is null ? 1 : 0), (cause.State, string.Join(", ", cause.Marks), cause.Disagreements.Count));
        Assert.Equal([CauseStep.Closed, CauseStep.StillOpen], cause.Steps.Select(step => step.Kind));
        Assert.Equal(settled is null ? 0 : 1, cause.Steps.Count(step => step.IsOverruled && step.Marks.Contains(Mark.Overruled)));
        Assert.Equal(settled is null ? [] : [("settled", settled)], cause.Trail.Steps.Select(step => (step.What, step.Says!)));
        Assert.Equal(settled == "2024-03" ? "2024-03" : settled is null ? "2024-03" : null, cause.Closed?.On?.ToString());
    }

    [Fact]
    public void Unsettled_it_says_who_says_what()
    {
        var cause = At("2024-06-01", Raised("2022-10-14"), Then(CauseStep.Closed, "2024-03"), Then(CauseStep.StillOpen, "2024-05-01", cited: "an article"));

        Assert.Equal(["closed: a letter 2024-03 says closed March 2024; an article 2024-05-01 says still open 1 May 2024"], Told(cause));
    }

    [Fact]
    public void One_more_recommendation_than_a_source_counts_loses_neither_number()
    {
        BodyEvent[] events = [Raised("2022-01-01", recommendations: 1), Then(CauseStep.Recommendation, "2022-01-01", recommendation: "a"), Then(CauseStep.Recommendation, "2022-01-01", recommendation: "b", cited: "an article")];
        var cause = At("2024-06-01", events);

        Assert.Equal((null, "1 2"), (cause.Recommendations.Total, string.Join(' ', cause.Recommendations.Numbers)));
        Assert.Equal(["recommendations: a report 2022-01-01 1 Unknown says 1 recommendation; a letter 2022-01-01 says names 'a'; an article 2022-01-01 says names 'b'"], Told(cause));
        Assert.Equal((1, "1", 0), (At("2024-06-01", events[..2]).Recommendations.Total, string.Join(' ', At("2024-06-01", events[..2]).Recommendations.Numbers), At("2024-06-01", events[..2]).Disagreements.Count));
    }

    [Fact]
    public void Nor_do_two_printed_numbers()
    {
        var cause = At("2024-06-01", Raised("2022-01-01", recommendations: 3), Then(CauseStep.RecommendationMet, "2023-01-01", recommendation: "2 of 5"));

        Assert.Equal("3 5", string.Join(' ', cause.Recommendations.Numbers));
        Assert.Equal(["recommendations: a report 2022-01-01 3 Unknown says 3 recommendations; a letter 2023-01-01 says 5 recommendations, of which 2 met"], Told(cause));
    }

    [Fact]
    public void Every_cause_that_is_marked_as_conflicting_says_about_what()
    {
        BodyEvent[] events = [Raised("2022-01-01", accelerated: Oversight.Monitoring.Causes.Acceleration.Yes), Raised("2022-02-01", accelerated: Oversight.Monitoring.Causes.Acceleration.No), Then(CauseStep.Closed, "2023-01"), Then(CauseStep.Closed, "2023-03", cited: "a page")];

        Assert.Equal("raised accelerated closed", string.Join(' ', At("2024-01-01", events).Disagreements.Select(one => one.About)));
        Assert.All(At("2024-01-01", events).Disagreements, one => Assert.Equal(2, one.Sides.Count));
    }

    private static string[] Told(Cause cause) => [.. cause.Disagreements.Select(one => $"{one.About}: {string.Join("; ", one.Sides.Select(side => $"{side.Cited} says {side.Says}"))}")];

    private static FactCommand.ClaimCauseStep Claimed(Oversight.Ingestion.Facts.CauseStep step, string on, string cited) =>
        new FactCommand.ClaimCauseStep("metropolitan", "Crime recording", "PEEL 2021/22", step, PartialDate.Parse(on), null, null, null, null, null, "", new(cited, "s1", 2, PartialDate.Parse("2024-06-02")));

    private static Settling Settled(Fact fact, SettlementCommand command) => Assert.IsType<FactEvent.ConflictSettled>(Assert.Single(Settlement.Decide(command, fact))).Settling;

    private static string FactOf(BodyEvent said) => ((BodyEvent.CauseStepNoted)said).Provenance.FactId;

    private static Cause At(string day, params BodyEvent[] events)
    {
        var recorded = Monitoring.Claims.Recorded(events);
        return Assert.Single(CauseReading.At(BodyCauses.Fold("metropolitan", recorded), Monitoring.Claims.On(day), TrailEntries.Fold("metropolitan", recorded)));
    }

    private static IEnumerable<BodyEvent> Settle(string fact, string? on, params string[] sides) => on is null ? []
        : [new BodyEvent.SettlementNoted("its closing", new(fact, 1, new(on, Guid.Empty, "a page", [], [.. sides.Where(side => side != on)]), SettledBy.Person, null, "Ann", "because", new(2025, 1, 5)))];
}
