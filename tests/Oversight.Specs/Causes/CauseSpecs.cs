using Oversight.Core;
using Oversight.Monitoring.Causes;
using Xunit;
using static Oversight.Monitoring.Causes.CauseState;
using static Oversight.Specs.Causes.Concerns;

namespace Oversight.Specs.Causes;

/// <summary>How a cause of concern stood on a day, from what sources say in any order.</summary>
public sealed class CauseSpecs
{
    [Theory]
    [InlineData("2024-10-15", null)]
    [InlineData("2024-10-16", Open)]
    [InlineData("2025-07-10", Open)]
    [InlineData("2025-07-11", Closed)]
    public void From_being_raised_until_it_is_closed_it_is_open(string asOf, CauseState? state) =>
        Assert.Equal(state, State(asOf, Raised("2024-10-16"), Then(CauseStep.Closed, "2025-07-11")));

    [Theory]
    [InlineData("2024-07-11", Open)]
    [InlineData("2024-07-12", NoClosureFound)]
    [InlineData("2026-01-01", NoClosureFound)]
    public void Where_nobody_says_that_it_ended_nobody_says_that_it_is_open(string asOf, CauseState state) =>
        Assert.Equal(state, State(asOf, Raised("2024-07-11")));

    [Theory]
    [InlineData("2025-07-30", Open, "2025-07-30")]
    [InlineData("2025-01-01", Open, "2025-01-01")]
    [InlineData("2025-07-31", NoClosureFound, "2025-07-30")]
    public void A_source_that_says_it_is_still_open_says_so_of_every_day_before(string asOf, CauseState state, string openAt)
    {
        var cause = Assert.Single(Folded(Raised("2024-07-11"), Then(CauseStep.StillOpen, "2025-07-30")).At(asOf));

        Assert.Equal((state, openAt), (cause.State, $"{cause.OpenAt}"));
    }

    [Fact]
    public void A_revisit_tells_of_progress_and_that_it_is_not_closed()
    {
        var cause = Assert.Single(Folded(Raised("2024-03-11"), Then(CauseStep.Revisited, "2025-04-04", note: "some recommendations met")).At("2025-04-04"));

        Assert.Equal((Open, "some recommendations met"), (cause.State, Assert.Single(cause.Steps).First.Note));
    }

    [Theory]
    [InlineData("2023-11-10", CannotTell)]
    [InlineData("2023-11-30", Open)]
    public void A_month_is_not_a_day(string asOf, CauseState state) => Assert.Equal(state, State(asOf, Raised("2023-11"), Then(CauseStep.Closed, "2024-07-23")));

    [Theory]
    [InlineData("2022-06-01", CannotTell)]
    [InlineData("2022-12-31", Closed)]
    public void Nor_is_a_year_a_day(string asOf, CauseState state) => Assert.Equal(state, State(asOf, Raised("2021-05-07"), Then(CauseStep.Closed, "2022", published: null)));

    [Fact]
    public void What_is_public_had_been_raised() =>
        Assert.Equal(Open, State("2021-10-27", Raised("2021", published: "2021-10-27"), Then(CauseStep.Closed, "2023-04")));

    [Fact]
    public void What_nobody_dates_is_marked_and_cannot_be_told_before_it_was_on_record()
    {
        var undated = Folded(Raised(null, inspection: "Custody inspection (joint, with HMI Prisons)", published: null));

        Assert.Equal((NoClosureFound, null), (Assert.Single(undated.At("2026-01-05")).State, Assert.Single(undated.At("2026-01-05")).Age));
        Assert.Equal(CannotTell, Assert.Single(undated.At("2015-01-01")).State);
        Assert.Equal([Mark.DateUnknown, Mark.PublicationDateUnknown], Assert.Single(undated.At("2026-01-05")).Marks);
        Assert.Empty(undated.At("2026-01-05", strict: true));
    }

    [Theory]
    [InlineData("2020-01-01", 0, Open)]
    [InlineData("2021-05-06", 0, Open)]
    [InlineData("2021-05-07", 0, Superseded)]
    [InlineData("2021-05-07", 1, Open)]
    public void Raised_again_under_a_later_inspection_the_earlier_one_is_superseded_and_not_closed(string asOf, int which, CauseState state)
    {
        var causes = Folded(Raised("2021-05-07"), Raised("2018", inspection: "Crime Data Integrity inspection 2018", published: null), Then(CauseStep.Closed, "2022")).At(asOf);

        Assert.Equal(state, causes[which].State);
    }

    [Fact]
    public void Both_name_each_other()
    {
        var causes = Folded(Raised("2021-05-07"), Raised("2018", inspection: "CDI 2018")).At("2021-05-07");

        Assert.Equal(("re-issued-as", Id("PEEL 2021/22", "crime recording"), "2021-05-07", "same title"), Link(causes[0]));
        Assert.Equal(("re-issue-of", Id("CDI 2018", "crime recording"), "2021-05-07", "same title"), Link(causes[1]));
        Assert.Empty(Folded(Raised("2021-05-07"), Raised("2018", inspection: "CDI 2018")).At("2020-01-01").SelectMany(cause => cause.Links));
    }

    [Fact]
    public void What_was_closed_before_is_raised_again_and_stays_closed()
    {
        var causes = Folded(Raised("2018", inspection: "CDI 2018"), Then(CauseStep.Closed, "2019-06", inspection: "CDI 2018"), Raised("2021-05-07")).At("2022-01-01");

        Assert.Equal([Closed, NoClosureFound], causes.Select(cause => cause.State));
        Assert.Equal(["raised-again-as", "raised-again-after"], causes.Select(cause => Link(cause).Relation));
    }

    [Fact]
    public void A_source_may_name_the_inspection_that_took_over_before_its_cause_is_known()
    {
        var cause = Assert.Single(Folded(Raised("2018", inspection: "CDI 2018"), Then(CauseStep.ReIssued, "2021-05-07", inspection: "CDI 2018", under: "PEEL 2021/22")).At("2021-06-01"));

        Assert.Equal((Superseded, ("re-issued-as", null, "2021-05-07", "a source says so")), (cause.State, Link(cause)));
    }

    [Fact]
    public void Another_title_or_a_vague_date_is_no_re_issue()
    {
        Assert.All(Folded(Raised("2019", "values", "FRS 2018/19"), Raised("2022-01", "values and culture", "FRS 2021/22")).At("2026-01-01"), cause => Assert.Empty(cause.Links));
        Assert.All(Folded(Raised("2021"), Raised("2021-05-07", inspection: "PEEL 2023-25")).At("2026-01-01"), cause => Assert.Empty(cause.Links));
    }

    [Fact]
    public void Two_closing_dates_are_a_conflict_and_the_days_between_cannot_be_told()
    {
        var causes = Folded(Raised("2022-10-14"), Then(CauseStep.Closed, "2023-12", cited: "a letter"), Then(CauseStep.Closed, "2023-01", cited: "an article"));

        Assert.Equal([(Open, false), (CannotTell, true), (Closed, true)], new[] { "2022-12-31", "2023-06-01", "2024-01-01" }
            .Select(day => Assert.Single(causes.At(day))).Select(cause => (cause.State, cause.Marks.Contains(Mark.Conflicting))));
        Assert.Equal("2023", $"{Assert.Single(causes.At("2024-01-01")).Closed!.On}");
    }

    [Fact]
    public void Closed_before_it_was_raised_is_shown_as_it_is_said_and_marked()
    {
        var cause = Assert.Single(Folded(Raised("2023-05-01"), Then(CauseStep.Closed, "2023-04-01")).At("2023-06-01"));

        Assert.Equal((Closed, null, null), (cause.State, cause.Age, cause.OpenAt));
        Assert.Contains(Mark.OutOfOrder, cause.Marks);
        Assert.Equal(CannotTell, State("2023-04-15", Raised("2023-05-01"), Then(CauseStep.Closed, "2023-04-01")));
    }

    [Fact]
    public void Still_open_after_it_was_closed_cannot_be_told()
    {
        var cause = Assert.Single(Folded(Raised("2022-01-01"), Then(CauseStep.Closed, "2023-01-01"), Then(CauseStep.StillOpen, "2023-06-01")).At("2023-07-01"));

        Assert.Equal(CannotTell, cause.State);
        Assert.Contains(Mark.Conflicting, cause.Marks);
    }

    [Fact]
    public void A_closure_may_come_without_the_cause()
    {
        var cause = Assert.Single(Folded(Then(CauseStep.Closed, "2023-01-01")).At("2023-02-01"));

        Assert.Equal((Closed, "crime recording", null), (cause.State, cause.Title, cause.Age));
        Assert.Contains(Mark.NothingSuchOnRecord, cause.Marks);
    }

    [Fact]
    public void What_is_known_by_its_escalation_alone_was_published_with_that()
    {
        var cause = Assert.Single(Folded(Then(CauseStep.Escalated, "2024-03-01", published: "2024-03-02", grownFrom: "an area")).At("2024-04-01"));

        Assert.Equal(("2024-03-01", "2024-03-02"), ($"{cause.Raised.On}", $"{cause.PublishedOn}"));
        Assert.DoesNotContain(Mark.NothingSuchOnRecord, cause.Marks);
    }

    [Fact]
    public void Disputed_by_somebody_it_stands_as_it_was()
    {
        var undisputed = Assert.Single(Folded(Raised("2023-11-24", recommendations: 5)).At("2024-01-01"));
        var disputed = Assert.Single(Folded(Raised("2023-11-24", recommendations: 5), Then(CauseStep.Disputed, "2023-12-22", by: "the chief constable", note: "data a year old")).At("2024-01-01"));

        Assert.Equal([Mark.Disputed], disputed.Marks.Except(undisputed.Marks));
        Assert.Equal((undisputed.State, undisputed.OpenAt, undisputed.Age, undisputed.Recommendations.Total), (disputed.State, disputed.OpenAt, disputed.Age, disputed.Recommendations.Total));
        Assert.Equal(("the chief constable", "data a year old"), (disputed.Steps[0].First.By, disputed.Steps[0].First.Note));
    }

    [Fact]
    public void Accelerated_only_by_its_sum_is_accelerated_and_says_how()
    {
        var cause = Assert.Single(Folded(Raised("2024-12-06"), Then(CauseStep.AcceleratedInSum, "2024-12-06", note: "one of five")).At("2024-12-06"));

        Assert.Equal((Acceleration.Yes, true), (cause.Accelerated, cause.InSum));
    }

    [Theory]
    [InlineData("2024-12-31", "25 days")]
    [InlineData("2024-12-06", "0 days")]
    public void It_grows_older_day_by_day(string asOf, string age) => Assert.Equal(age, Assert.Single(Folded(Raised("2024-12-06")).At(asOf)).Age!.ToString());

    [Fact]
    public void And_no_older_once_it_ended_nor_more_precisely_than_its_dates() =>
        Assert.Equal("between 236 and 265 days", Assert.Single(Folded(Raised("2023-11", published: "2024-02-01"), Then(CauseStep.Closed, "2024-07-23")).At("2026-01-01")).Age!.ToString());

    [Fact]
    public void What_was_not_published_by_then_was_not_known()
    {
        var causes = Folded(Raised("2023-03-01", published: "2024-02-09"), Then(CauseStep.Closed, "2025-01-23", published: "2025-02-26"));

        Assert.Empty(causes.At("2023-06-01", "2024-02-08"));
        Assert.Equal(NoClosureFound, Assert.Single(causes.At("2025-02-01", "2025-02-25")).State);
        Assert.Equal(Closed, Assert.Single(causes.At("2025-02-01", "2025-02-26")).State);
    }

    private static CauseState? State(string asOf, params Oversight.Monitoring.Bodies.BodyEvent[] events) => Folded(events).At(asOf).SingleOrDefault()?.State;

    private static (string Relation, string? Cause, string On, string Basis) Link(Cause cause) =>
        cause.Links.Select(link => (link.Relation, link.Cause, $"{link.On}", link.Basis)).Single();
}
