using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Deadlines;
using Xunit;
using static Oversight.Specs.Causes.Concerns;

namespace Oversight.Specs.Causes;

/// <summary>What a cause asks for, by when, and what was met; and areas for improvement, which ask for less.</summary>
public sealed class RecommendationSpecs
{
    [Theory]
    [InlineData("immediately", DueStyle.Immediately, "2019-03-07", true)]
    [InlineData("At once.", DueStyle.Immediately, "2019-03-07", true)]
    [InlineData("Within three months", DueStyle.Within, "2019-06-07", true)]
    [InlineData("within 6 months", DueStyle.Within, "2019-09-07", true)]
    [InlineData("within a year", DueStyle.Within, "2020-03-07", true)]
    [InlineData("within ten days", DueStyle.Within, "2019-03-17", true)]
    [InlineData("within three months of the report", DueStyle.Within, null, false)]
    [InlineData("within ten working days", DueStyle.Within, null, false)]
    [InlineData("2022-05-31", DueStyle.Date, "2022-05-31", false)]
    [InlineData("2022-09", DueStyle.Date, "2022-09", false)]
    [InlineData("not later than 31 March 2015", DueStyle.Date, "2015-03-31", false)]
    [InlineData("by the end of September 2022", DueStyle.Date, "2022-09", false)]
    [InlineData("By 30 September", DueStyle.DateWithoutYear, "2019-09-30", true)]
    [InlineData("by 1 March", DueStyle.DateWithoutYear, "2020-03-01", true)]
    [InlineData("by 29 February", DueStyle.DateWithoutYear, "2020-02-29", true)]
    [InlineData("as soon as is practicable", DueStyle.AsPrinted, null, false)]
    [InlineData("by 31 February 2020", DueStyle.AsPrinted, null, false)]
    [InlineData("", DueStyle.None, null, false)]
    [InlineData(null, DueStyle.None, null, false)]
    public void Deadlines_come_in_many_styles(string? published, DueStyle style, string? on, bool computed)
    {
        var due = Due.Of(published, new(2019, 3, 7));

        Assert.Equal((style, on, computed), (due.Style, due.On?.ToString(), due.Computed));
    }

    [Theory]
    [InlineData("immediately")]
    [InlineData("within three months")]
    [InlineData("by 30 September")]
    public void A_style_that_runs_from_a_day_cannot_be_told_without_one(string published)
    {
        var due = Due.Of(published, null);

        Assert.Equal((published, null, false, null), (due.Published, due.On, due.Computed, due.PassedBy(new(2026, 1, 1))));
    }

    [Theory] // A cause of concern always has one; what is printed is kept all the same.
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(null, false)]
    public void Printed_without_any_it_is_marked(int? printed, bool marked)
    {
        var cause = Assert.Single(Folded(Raised("2022-01-01", recommendations: printed)).At("2022-06-01"));

        Assert.Equal((printed, marked), (cause.Recommendations.Total, cause.Marks.Contains(Mark.PrintedWithoutRecommendations)));
        var entry = Assert.Single(Oversight.Monitoring.Histories.History.Of("metropolitan", Monitoring.Claims.Recorded([Raised("2022-01-01", recommendations: printed)]), Monitoring.Claims.On("2026-01-01")));
        Assert.Equal(marked, entry.Marks.Contains(Mark.PrintedWithoutRecommendations));
    }

    [Fact]
    public void A_deadline_runs_from_the_recommendation_or_else_from_the_cause_if_either_is_known_to_the_day()
    {
        Assert.Equal(["2019-06-07"], Dues(Raised("2019-03-07"), Made("1", null, "within three months")));
        Assert.Equal(["2019-07-01"], Dues(Raised("2019-03-07"), Made("1", "2019-04-01", "within three months")));
        Assert.Equal([null], Dues(Raised("2019-03"), Made("1", null, "within three months")));
    }

    [Fact]
    public void One_cause_can_carry_all_three_tiers() => Assert.Equal(
        ["2019-03-07", "2019-06-07", "2019-09-07"],
        Dues(Raised("2019-03-07"), Made("a", null, "immediately"), Made("b", null, "within three months"), Made("c", null, "within six months")));

    [Fact]
    public void A_deadline_can_lie_before_the_letter_that_sets_it_out() =>
        Assert.Equal(["2022-09"], Dues(Raised("2022-12-10"), Made("1", "2022-12-10", "September 2022")));

    [Theory]
    [InlineData("2022-05-30", Answer.No)]
    [InlineData("2022-05-31", Answer.No)]
    [InlineData("2022-06-01", Answer.Yes)]
    public void It_passes_with_the_end_of_its_day(string day, Answer passed) => Assert.Equal(passed, Due.Of("2022-05-31", null).PassedBy(DateOnly.Parse(day, null)));

    [Fact]
    public void Recommendations_are_met_one_by_one_and_the_cause_stays_open()
    {
        var causes = Folded(Raised("2023-11-24", recommendations: 5), Made("1", null, null), Met("1", "2024-03-01"), Met("2", "2024-09-18"));

        Assert.Equal([(5, 0), (5, 1), (5, 2)], new[] { "2024-02-29", "2024-03-01", "2024-09-18" }
            .Select(day => Assert.Single(causes.At(day)).Recommendations).Select(asked => (asked.Total!.Value, asked.Met)));
        var met = Assert.Single(Assert.Single(causes.At("2024-09-18")).Recommendations.Known);
        Assert.Equal(("1", Answer.Yes, "2024-03-01"), (met.Text, met.Met, $"{met.MetOn}"));
        Assert.Equal(CauseState.Open, Assert.Single(causes.At("2024-09-18")).State);
    }

    [Fact]
    public void A_letter_may_only_count_them()
    {
        var asked = Assert.Single(Folded(Raised("2023-11-24"), Met("3 of 5", "2024-09-18")).At("2024-09-18")).Recommendations;

        Assert.Equal((5, 3), (asked.Total, asked.Met));
    }

    [Fact]
    public void Sources_that_count_them_differently_are_a_conflict()
    {
        var cause = Assert.Single(Folded(Raised("2023-11-24", recommendations: 5), Raised("2023-11-24", recommendations: 4, cited: "a newspaper")).At("2024-01-01"));

        Assert.Null(cause.Recommendations.Total);
        Assert.Equal([Mark.Conflicting], cause.Marks);
    }

    [Theory]
    [InlineData(2, "3 of 5")]
    [InlineData(2, "1", "2", "3")]
    public void More_met_than_there_are_is_a_contradiction(int total, params string[] met)
    {
        var cause = Assert.Single(Folded([Raised("2023-11-24", recommendations: total), .. met.Select(one => Met(one, "2024-01-01"))]).At("2024-09-18"));

        Assert.Equal((null, true), (cause.Recommendations.Total, cause.Marks.Contains(Mark.Conflicting)));
    }

    [Fact]
    public void So_are_more_known_than_are_counted()
    {
        var cause = Assert.Single(Folded(Raised("2023-11-24", recommendations: 2), Made("a", null, null), Made("b", null, null), Made("c", null, null), Met("a", "2024-01-01"), Met("b", "2024-01-01")).At("2024-09-18"));

        Assert.Equal((null, 2), (cause.Recommendations.Total, cause.Recommendations.Met));
        Assert.Equal([Mark.Conflicting], cause.Marks);
    }

    [Fact]
    public void To_meet_what_nobody_asked_for_is_marked()
    {
        var cause = Assert.Single(Folded(Raised("2023-11-24"), Made("a", null, null), Met("a", "2024-01-01"), Met("c", "2024-01-01")).At("2024-09-18"));

        Assert.Equal(["c"], cause.Steps.Where(step => step.Marks.Contains(Mark.NothingSuchOnRecord)).Select(step => step.First.Recommendation));
        Assert.Contains(Mark.NothingSuchOnRecord, cause.Marks);
    }

    [Fact]
    public void An_area_that_was_discharged_before_it_was_raised_is_marked()
    {
        Assert.Equal([Mark.OutOfOrder], Area("2023-01-01", Afi(CauseStep.AfiRaised, "2022-05-02"), Afi(CauseStep.AfiDischarged, "2021-05-02")).Marks.Except([Mark.DateImprecise]));
        Assert.Contains(Mark.NothingSuchOnRecord, Area("2023-01-01", Afi(CauseStep.AfiDischarged, "2021-05-02")).Marks);
    }

    [Theory]
    [InlineData("2017-12-31", AreaState.Raised)]
    [InlineData("2019-05-02", AreaState.Discharged)]
    public void An_area_for_improvement_is_discharged(string asOf, AreaState state) =>
        Assert.Equal(state, Area(asOf, Afi(CauseStep.AfiRaised, "2017-12-12"), Afi(CauseStep.AfiDischarged, "2019-05-02")).State);

    [Fact]
    public void Or_carried_over_under_a_later_inspection() => Assert.Equal((AreaState.CarriedOver, "PEEL 2018/19"), Area("2020-01-01", Afi(CauseStep.AfiRaised, "2017-12-12"),
        Afi(CauseStep.AfiCarriedOver, "2019-05-02", "PEEL 2018/19")) is var area ? (area.State, area.Steps[^1].First.Under) : default);

    [Fact]
    public void Or_becomes_a_cause_of_concern_which_it_was_not_before()
    {
        var events = new[] { Afi(CauseStep.AfiRaised, "2022-10-14"), Then(CauseStep.Escalated, "2024-07-11", "call handling", "PEEL 2023-25", grownFrom: "use of force") };

        Assert.Equal((AreaState.Escalated, Id("PEEL 2023-25", "call handling")), Area("2024-07-11", events) is var area ? (area.State, area.Cause) : default);
        Assert.Equal(AreaState.Raised, Area("2024-07-10", events).State);
        Assert.Empty(Folded(events).At("2024-07-10"));
        Assert.Equal(CauseState.Open, Assert.Single(Folded(events).At("2024-07-11")).State);
    }

    [Fact]
    public void When_it_was_discharged_within_a_year_cannot_be_told() =>
        Assert.Equal(AreaState.CannotTell, Area("2019-05-02", Afi(CauseStep.AfiRaised, "2017-12-12"), Afi(CauseStep.AfiDischarged, "2019")).State);

    [Theory]
    [InlineData("2019-06-07", 0)]
    [InlineData("2019-06-08", 1)]
    [InlineData("2019-09-08", 2)]
    public void A_day_that_passes_unmet_is_missed_and_at_once_has_no_clock(string day, int missed) => Assert.Equal(missed, Missed(day,
        Raised("2019-03-07"), Made("a", "2019-03-07", "immediately"), Made("b", "2019-03-07", "within three months"), Made("c", "2019-03-07", "within six months"), Made("d", "2019-03-07", null), Made("e", "2019-03-07", "soon"), Met("e", "2019-03-20")).Count);

    [Theory]
    [InlineData("a", "2022-06-30", 0)]
    [InlineData("a", "2022-07-01", 1)]
    [InlineData("b", "2022-06-30", 1)]
    [InlineData("3 of 5", "2022-06-30", 0)]
    [InlineData("3 of 5", "2022-09-30", 1)]
    public void Whoever_meets_it_in_time_or_may_have_misses_nothing(string recommendation, string on, int missed) =>
        Assert.Equal(missed, Missed("2023-01-01", Raised("2022-01-01"), Made("a", "2022-01-01", "2022-06-30"), Met(recommendation, on)).Count);

    [Fact]
    public void A_cause_that_ended_in_time_takes_its_recommendations_with_it()
    {
        Assert.Empty(Missed("2023-01-01", Raised("2022-01-01"), Made("a", "2022-01-01", "2022-06-30"), Then(CauseStep.Closed, "2022-06-01")));
        Assert.Empty(Missed("2023-01-01", Raised("2022-01-01"), Made("a", "2022-01-01", "2022-06-30"), Then(CauseStep.ReIssued, "2022-06-01", under: "PEEL 2023-25")));
    }

    [Fact]
    public void A_day_that_was_over_before_it_was_set_cannot_be_missed() => Assert.Empty(Missed("2023-01-01", Raised("2022-12-10"), Made("a", "2022-12", "September 2022")));

    [Fact]
    public void Sources_that_give_different_days_leave_it_open_until_the_last() =>
        Assert.Equal([new DateOnly(2022, 7, 31)], Missed("2023-01-01", Raised("2022-01-01"), Made("a", "2022-01-01", "2022-06-30"), Made("a", "2022-01-01", "July 2022") with { Note = "another" }, Met("b", "2022-02-01")).Select(one => one.LastDay));

    [Fact]
    public void A_miss_is_said_once_and_no_rule_sees_it_before_what_set_it_was_published()
    {
        BodyEvent[] events = [Raised("2022-01-01"), Then(CauseStep.Recommendation, "2022-01-01", recommendation: "a", due: "2022-06-30", published: "2022-08-01"), Met("b", "2022-02-01")];
        var deadline = Assert.Single(Missed("2022-07-01", events));
        var said = Assert.Single(Body.Decide(new BodyCommand.MissDeadline(deadline, new(2022, 7, 1)), Body.Initial));

        Assert.Empty(Missed("2023-01-01", [.. events, said]));
        Assert.Equal(["2022-08-01/2024-08-01"], Monitoring.Rulebooks.Signalling.Prompts(new Oversight.Monitoring.Rulebooks.Rules.DeadlineWasMissed(24), [.. events, said]));
        Assert.Empty(Monitoring.Rulebooks.Signalling.Prompts(new Oversight.Monitoring.Rulebooks.Rules.DeadlineWasMissed(24),
            Raised("2022-01-01", published: null), Then(CauseStep.Recommendation, "2022-01-01", recommendation: "a", due: "2022-06-30", published: null), Met("b", "2022-02-01"), said));
        Assert.Contains(Oversight.Monitoring.Histories.History.Of("metropolitan", Monitoring.Claims.Recorded([.. events, said]), Monitoring.Claims.On("2023-01-01")), entry => entry.Kind == "deadline");
        Assert.DoesNotContain(Oversight.Monitoring.Histories.History.Of("metropolitan", Monitoring.Claims.Recorded([.. events, said]), Monitoring.Claims.On("2023-01-01", "2022-07-31")), entry => entry.Kind == "deadline");
    }

    [Fact]
    public void That_nothing_was_found_is_no_miss()
    {
        BodyEvent[] events = [Raised("2022-01-01"), Made("a", "2022-01-01", "2022-06-30")];

        Assert.Empty(Missed("2023-01-01", events));
        Assert.Empty(Missed("2023-01-01", [.. events, Then(CauseStep.Revisited, "2022-09-01")]));
        Assert.Single(Missed("2023-01-01", [.. events, Then(CauseStep.StillOpen, "2022-09-01")]));
        Assert.Empty(from body in PublicRecord from missed in AllDeadlines.Missed(body.Key, Monitoring.Claims.Recorded(body.Value), new(2026, 1, 1)) select $"{body.Key} {missed.Deadline.LastDay:yyyy-MM-dd}");
    }

    [Theory]
    [InlineData("2026-03-01", null, null, 0)]
    [InlineData("2026-03-02", null, null, 1)]
    [InlineData("2026-03-02", "2026-03-01", null, 0)]
    [InlineData("2026-03-02", "2026-03-02", null, 1)]
    [InlineData("2026-03-02", "2026-01-10", null, 1)]
    [InlineData("2026-03-02", null, "2026-02-01", 0)]
    public void A_plan_that_was_asked_for_by_a_day_and_never_came_is_a_deadline_missed(string day, string? received, string? closed, int missed)
    {
        BodyEvent[] events =
        [
            Raised("2026-01-05"), Then(CauseStep.PlanRequested, "2026-02-01", due: "2026-03-01"),
            .. received is null ? [] : new[] { Then(CauseStep.PlanReceived, received) }, .. closed is null ? [] : new[] { Then(CauseStep.Closed, closed) },
        ];
        var found = Missed(day, events);

        Assert.Equal(missed, found.Count);
        Assert.All(found, deadline => Assert.Equal(("action-plan", "Action plan for crime recording (PEEL 2021/22)", new DateOnly(2026, 3, 1)), (deadline.Kind, deadline.About, deadline.LastDay)));
        Assert.All(found, deadline => Assert.Equal((((IClaimed)events[1]).Provenance.Cited, ((IClaimed)events[1]).Provenance.PublishedOn), (deadline.Cited, deadline.PublishedOn)));
    }

    [Fact]
    public void A_missed_plan_is_in_the_timeline_with_who_let_the_clock_run()
    {
        BodyEvent[] events = [Raised("2026-01-05"), Then(CauseStep.PlanRequested, "2026-02-01", due: "2026-03-01")];
        var ada = new Actor("ada", "Ada Quill", Role.Administrator);
        var said = Assert.Single(Body.Decide(new BodyCommand.MissDeadline(Assert.Single(Missed("2026-03-02", events)), new(2026, 3, 2), ada, "after the restart"), Body.Initial));

        Assert.Equal((ada, "after the restart"), said is BodyEvent.DeadlineMissed { By: { } by, Why: var why } ? (by, why) : default);
        Assert.Contains(Oversight.Monitoring.Histories.History.Of("metropolitan", Monitoring.Claims.Recorded([.. events, said]), Monitoring.Claims.On("2026-04-01", "2026-04-01")),
            entry => entry.Title.StartsWith("Action plan for crime recording", StringComparison.Ordinal) && entry.Kind == "deadline");
    }

    private static IReadOnlyList<Deadline> Missed(string day, params BodyEvent[] events) =>
        [.. AllDeadlines.Missed("metropolitan", Monitoring.Claims.Recorded(events), DateOnly.Parse(day, null)).Where(missed => missed.Said is null).Select(missed => missed.Deadline)];

    private static Area Area(string asOf, params IEnumerable<BodyEvent> events) =>
        Assert.Single(Oversight.Monitoring.Causes.Area.At(Folded(events), Monitoring.Claims.On(asOf)));

    private static BodyEvent.CauseStepNoted Afi(CauseStep step, string on, string? under = null) => Then(step, on, "use of force", "PEEL 2017", under: under);

    private static BodyEvent.CauseStepNoted Made(string recommendation, string? on, string? due) =>
        Then(CauseStep.Recommendation, on, recommendation: recommendation, due: due);

    private static BodyEvent.CauseStepNoted Met(string recommendation, string on) => Then(CauseStep.RecommendationMet, on, recommendation: recommendation);

    private static IEnumerable<string?> Dues(params BodyEvent[] events) =>
        Assert.Single(Folded(events).At("2026-01-01")).Recommendations.Known.Select(one => one.Due.On?.ToString());
}
