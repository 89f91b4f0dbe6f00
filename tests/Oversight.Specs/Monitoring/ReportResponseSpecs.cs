using CsCheck;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Deadlines;
using Oversight.Monitoring.ReportResponses;
using Oversight.Monitoring.Stays;
using Oversight.Specs.Causes;
using Xunit;
using static Oversight.Monitoring.ReportResponses.ResponseStep;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Monitoring;

/// <summary>The 56 days of section 55, and what is on record when they have passed.</summary>
public sealed class ReportResponseSpecs
{
    [Fact]
    public void The_day_of_publication_is_the_first_of_the_56()
    {
        var kent = One(Answered(Published, "2019-01-15"), Answered(ResponsePublished, "2019-03-08"));

        Assert.Equal((new DateOnly(2019, 3, 11), ResponseState.Met, "the police and crime commissioner"), (kent.LastDay!.Value, kent.State, kent.Owner!.Name));
    }

    [Fact]
    public void The_latest_is_the_one_that_was_published_last()
    {
        var record = ReportResponseRecord.Fold("kent", Recorded(
            Answered(Published, "2019-01-15"), Answered(Published, "2022-09-22", report: "PEEL"), Answered(ResponsePublished, "2024-01-01", report: "undated")));

        Assert.Equal("PEEL", ReportResponse.Latest(ReportResponse.All(record, On("2026-01-01")))?.Report);
        Assert.Equal("CDI 2018", ReportResponse.Latest(ReportResponse.All(record, On("2022-09-21")))?.Report);
        Assert.Null(ReportResponse.Latest([]));
    }

    [Theory]
    [InlineData("2019-01-15", "2019-03-11", ResponseState.Met)]
    [InlineData("2019-01-15", "2019-03-12", ResponseState.Late)]
    [InlineData("2019-01-15", null, ResponseState.Outstanding)]
    [InlineData("2019-01", "2019-02-25", ResponseState.Met)]
    [InlineData("2019-01", "2019-03-10", ResponseState.CannotTell)]
    [InlineData("2019-01", "2019-03-27", ResponseState.CannotTell)]
    [InlineData("2019-01", "2019-03-28", ResponseState.Late)]
    [InlineData("2019-01-15", "2019-03", ResponseState.CannotTell)]
    [InlineData("2014-09", "2015-08-27", ResponseState.NoTerm)]
    [InlineData(null, "2019-03-08", ResponseState.CannotTell)]
    public void It_is_met_or_late_or_nobody_can_tell(string? published, string? answered, ResponseState state)
    {
        BodyEvent[] events = [.. published is null ? [] : new[] { Answered(Published, published) }, .. answered is null ? [] : new[] { Answered(ResponsePublished, answered) }];

        Assert.Equal(state, One(events).State);
    }

    [Theory]
    [InlineData("2019-03-11", Answer.No)]
    [InlineData("2019-03-12", Answer.Yes)]
    public void It_is_overdue_once_the_last_day_has_passed(string day, Answer overdue) => Assert.Equal(overdue, One(day, Answered(Published, "2019-01-15")).Overdue);

    private const string Inspectorate = "https://hmicfrs.justiceinspectorates.gov.uk/publications/kent/";

    [Fact]
    public void A_report_known_by_its_grades_alone_has_a_last_day_and_no_deadline_to_miss()
    {
        BodyEvent[] events = [Grade("PEEL 2021/22", "Responding to the public", "inadequate", "2022-09-22", Inspectorate), Grade("PEEL 2021/22", "Preventing crime", "good", "2022-09-22", Inspectorate)];

        var report = One(events);
        Assert.Equal(("PEEL 2021/22", new DateOnly(2022, 11, 16), ResponseState.NoAnswerOnRecord, Answer.CannotTell), (report.Report, report.LastDay!.Value, report.State, report.Overdue));
        Assert.Equal(Answer.No, One("2022-11-16", events).Overdue);
        Assert.Empty(AllDeadlines.Missed("kent", Recorded(events), new(2026, 1, 1)));
    }

    [Fact]
    public void It_says_from_which_day_it_is_counted_where_nobody_dates_the_report_itself()
    {
        var audit = new BodyEvent.AuditNoted("recording", "Crime Data Integrity", "Crime Data Integrity 2018", "all crime", "rolling-2016-2020", 90m, null, null, Standing.First,
            new(NameBasedId.Of("audit"), "recording/kent/crime-data-integrity-2018/all-crime", 1, Inspectorate, "a-submission", 2, PartialDate.Parse("2018-06-05")));
        var grade = Grade("PEEL 2021/22", "Responding to the public", "inadequate", "2022-09-22", Inspectorate);

        Assert.Equal(
            ["counted from the day its figures were published", "counted from the day its grades were published"],
            All("kent", "2026-01-01", grade with { Provenance = grade.Provenance with { FactId = "grade/kent/peel-2021-22/responding-to-the-public" } }, audit).SelectMany(report => report.Marks.InWords));
        Assert.Empty(One(Answered(Published, "2019-01-15", "2019-01-15")).Marks);
    }

    [Fact]
    public void Before_the_term_and_without_a_day_there_is_no_clock_and_fire_has_nobody_to_answer() => Assert.Empty(All("kent", "2026-01-01",
        Grade("FRS 2018/19", "Effectiveness", "good", "2018-12-20", Inspectorate), Grade("PEEL 2016", "Effectiveness", "good", "2016-11-03", Inspectorate),
        Grade("PEEL 2018/19", "Effectiveness", "good", "2019-05", Inspectorate)));

    [Fact]
    public void A_report_whose_day_others_print_has_a_clock_that_says_what_it_counts_from()
    {
        var report = One(Grade("PEEL 2021/22", "Responding to the public", "inadequate", "2022-09-22", "https://news.example/kent"));

        Assert.Equal((new DateOnly(2022, 11, 16), "the day on which its grades were published"), (report.LastDay!.Value, report.CountedFrom));
    }

    [Fact]
    public void Where_the_inspectorate_dates_it_others_say_nothing_against_it_and_else_the_clock_ends_on_either_day()
    {
        var late = Grade("PEEL 2021/22", "Responding to the public", "inadequate", "2022-09-24", "https://news.example/kent");

        Assert.Equal("2022-09-22", $"{One(late, Grade("PEEL 2021/22", "Preventing crime", "good", "2022-09-22", Inspectorate)).Published!.On}");
        var other = One(late, Grade("PEEL 2021/22", "Preventing crime", "good", "2022-09-22", "https://paper.example/kent"));
        Assert.Equal((new DateOnly(2022, 11, 16), new DateOnly(2022, 11, 18)), (other.EarliestLastDay!.Value, other.LastDay!.Value));
        Assert.Contains(Mark.Conflicting, other.Marks);
    }

    // As with the Met: its grades have no day, and a row of its stay in Engage has.
    [Fact]
    public void A_row_that_says_when_the_report_came_out_starts_a_clock_too()
    {
        var report = One(Grade("PEEL 2021/22", "Responding to the public", "inadequate", null, Inspectorate), Step(EngageStep.ReportPublished, "2022-09-22", "2022-09-22", null, "a paper", "PEEL 2021/22, three months after the move"));

        Assert.Equal(("PEEL 2021/22", new DateOnly(2022, 11, 16), "the day on which a source says that the report was published"), (report.Report, report.LastDay!.Value, report.CountedFrom));
        Assert.Empty(All("kent", "2026-01-01", Step(EngageStep.ReportPublished, "2025-02-26", "2025-02-26", detail: "revisit report on child exploitation, after the exit")));
    }

    [Fact]
    public void So_does_a_cause_of_concern_that_came_with_its_report_but_none_that_came_before()
    {
        BodyEvent Raised(Acceleration accelerated) => Concerns.Raised("2022-03-22", "counter-corruption", "Counter-corruption inspection 2022", "2022-03-22", accelerated: accelerated);

        Assert.Equal(("Counter-corruption inspection 2022", new DateOnly(2022, 5, 16), "the day on which its causes of concern were published"),
            One(Raised(Acceleration.No)) is var report ? (report.Report, report.LastDay!.Value, report.CountedFrom) : default);
        Assert.Empty(All("kent", "2026-01-01", Raised(Acceleration.Yes), Raised(Acceleration.Unknown)));
        Assert.Empty(All("kent", "2026-01-01", Raised(Acceleration.No), new BodyEvent.BodyRegistered("Kent Fire", "fire", "England", null, null)));
    }

    [Fact]
    public void A_report_that_somebody_watches_is_not_told_twice() => Assert.Equal(ResponseState.Outstanding,
        Assert.Single(All("kent", "2026-01-01", Answered(Published, "2022-09-22"), Grade("PEEL 2021/22", "Responding to the public", "inadequate", "2022-09-22", Inspectorate))).State);

    [Fact]
    public void A_national_report_with_the_same_findings_needs_no_answer_of_its_own()
    {
        var reports = All("kent", "2026-01-01", Answered(Published, "2019-01-15"), Answered(Published, "2019-02-01", report: "State of recording", same: "CDI 2018"));

        Assert.Equal([ResponseState.Outstanding, ResponseState.Covered], reports.Select(report => report.State));
        Assert.Equal("CDI 2018", Assert.Single(Deadlines("kent", Answered(Published, "2019-01-15"), Answered(Published, "2019-02-01", report: "State of recording", same: "CDI 2018"))).About["Answer to ".Length..]);
    }

    [Fact]
    public void A_national_report_whose_other_one_is_not_on_record_needs_an_answer_and_says_so()
    {
        var report = One(Answered(Published, "2019-01-15", same: "a report that nobody knows"));

        Assert.Equal((ResponseState.Outstanding, (string?)null), (report.State, report.SameFindingsAs));
        Assert.Contains(Mark.NothingSuchOnRecord, report.Marks);
    }

    [Theory]
    [InlineData("metropolitan", "2019-01-15", "mayor's office")]
    [InlineData("city-of-london", "2019-01-15", "police authority")]
    [InlineData("greater-manchester", "2019-01-15", "mayor")]
    [InlineData("west-yorkshire", "2019-01-15", "police and crime commissioner")]
    [InlineData("west-yorkshire", "2022-01-15", "mayor")]
    [InlineData("kent", "2019-01-15", "police and crime commissioner")]
    public void Who_answers_is_the_local_policing_body_of_that_day(string force, string published, string kind) =>
        Assert.Equal(kind, Assert.Single(All(force, "2026-01-01", Answered(Published, published))).Owner!.Kind);

    [Fact]
    public void A_force_without_a_local_policing_body_has_no_term()
    {
        var report = Assert.Single(All("british-transport-police", "2026-01-01", Answered(Published, "2019-01-15")));

        Assert.Equal((null, null, ResponseState.NoTerm), (report.Owner, report.LastDay, report.State));
        Assert.Empty(Deadlines("british-transport-police", Answered(Published, "2019-01-15")));
    }

    [Theory]
    [InlineData("2019-03-11", null, false)]
    [InlineData("2019-03-12", null, true)]
    [InlineData("2019-03-12", "2019-03-08", false)]
    [InlineData("2019-03-12", "2019-04-01", true)]
    [InlineData("2019-05-01", "2019-04-01", true)]
    [InlineData("2019-05-01", "2019-03", false)]
    public void A_deadline_is_missed_when_it_surely_is(string day, string? answered, bool missed)
    {
        BodyEvent[] events = [Answered(Published, "2019-01-15"), .. answered is null ? [] : new[] { Answered(ResponsePublished, answered) }];

        Assert.Equal(missed, AllDeadlines.Missed("kent", Recorded(events), Day(day)).Any(deadline => deadline.Said is null));
    }

    [Fact]
    public void A_miss_is_said_once_whatever_day_it_is_noticed_on()
    {
        var deadline = Assert.Single(Deadlines("kent", Answered(Published, "2019-01-15")));
        var first = Assert.Single(Body.Decide(new BodyCommand.MissDeadline(deadline, Day("2019-03-12")), Body.Initial));
        var after = Body.Evolve(Body.Initial, first);

        Assert.Empty(Body.Decide(new BodyCommand.MissDeadline(deadline, Day("2020-01-01")), after));
        Assert.Equal(first, Assert.Single(AllDeadlines.Missed("kent", Recorded(Answered(Published, "2019-01-15"), first), Day("2020-01-01"))).Said);
        Assert.Equal("deadline.not-missed", Assert.Throws<RejectedException>(() => { Body.Decide(new BodyCommand.MissDeadline(deadline, Day("2019-03-11")), Body.Initial); }).Rule);
    }

    [Fact]
    public void A_later_answer_does_not_unsay_the_miss()
    {
        var deadline = Assert.Single(Deadlines("kent", Answered(Published, "2019-01-15")));
        var missed = Assert.Single(Body.Decide(new BodyCommand.MissDeadline(deadline, Day("2019-03-12")), Body.Initial));
        var report = One("2026-01-01", Answered(Published, "2019-01-15"), missed, Answered(ResponsePublished, "2019-04-01"));

        Assert.Equal((ResponseState.Late, Day("2019-03-12")), (report.State, report.Missed!.NoticedOn));
    }

    [Fact]
    public void The_last_day_is_55_days_after_any_day_of_publication() => Gen.Int[0, 3_000].Sample(after =>
    {
        var published = new DateOnly(2017, 2, 1).AddDays(after);
        var last = One(Answered(Published, PartialDate.On(published).ToString())).LastDay!.Value;
        return last.DayNumber - published.DayNumber + 1 == 56;
    });

    private static ReportResponse One(params BodyEvent[] events) => One("2026-01-01", events);

    private static ReportResponse One(string asOf, params BodyEvent[] events) => Assert.Single(All("kent", asOf, events));

    private static IReadOnlyList<ReportResponse> All(string force, string asOf, params BodyEvent[] events) =>
        ReportResponse.All(ReportResponseRecord.Fold(force, Recorded(events)), On(asOf));

    private static IEnumerable<Deadline> Deadlines(string force, params BodyEvent[] events) =>
        ReportResponse.Deadlines(ReportResponseRecord.Fold(force, Recorded(events)), On("2026-01-01"));

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);
}
