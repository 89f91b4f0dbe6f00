using CsCheck;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Stays;
using Oversight.Specs.Causes;
using Xunit;
using static Oversight.Monitoring.Stays.EngageStep;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Monitoring;

/// <summary>Which step belongs to which stay in Engage, and in what order.</summary>
public sealed class StaysInFullSpecs
{
    private static readonly BodyEvent[] Met =
    [
        Engage("2022-06-28", "2022-06-28"),
        Step(ParliamentTold, "2022-06-29", "2022-06-29"),
        Step(PpogPlanned, "2022-09-19", "2022-09-02"),
        Step(ReportPublished, "2022-09-22", "2022-09-22"),
        Step(CauseAdded, "2024-02-09", "2024-02-09", "child exploitation"),
        Step(MilestonePlan, "2024-05"),
        Step(Ppog, "2025-01-22", "2025-01-23"),
        Scan("2025-01-23", "2025-01-23"),
        Step(CauseClosed, "2025-01-23", "2025-01-23", "child exploitation"),
        Step(ReportPublished, "2025-02-26", "2025-02-26"),
    ];

    [Fact]
    public void The_Mets_stay_from_the_day_after_its_entry_to_the_report_after_its_exit()
    {
        var stay = Assert.Single(Of(Met).Stays);

        Assert.Equal(("2022-06-28", "2025-01-23"), ($"{stay.Stay.Entry.On}", $"{stay.Stay.Exit!.On}"));
        Assert.Equal(
            [
                "2022-06-29 parliament-told", "2022-09-19 ppog-planned", "2022-09-22 report-published", "2024-02-09 cause-added",
                "2024-05 milestone-plan", "2025-01-22 ppog", "2025-01-23 cause-closed", "2025-02-26 report-published after exit",
            ],
            Told(stay.Steps));
        Assert.Empty(Of(Met).Apart);
    }

    [Fact]
    public void A_cause_that_is_added_does_not_start_the_stay_anew() => Assert.Equal("940 days", Assert.Single(Of(Met).Stays).Stay.Length.ToString());

    [Theory]
    [InlineData("2022-09-01", "2022-06-29 parliament-told")]
    [InlineData("2022-09-10", "2022-06-29 parliament-told|2022-09-19 ppog-planned")]
    [InlineData("2022-09-22", "2022-06-29 parliament-told|2022-09-19 ppog-planned|2022-09-22 report-published")]
    public void A_meeting_is_planned_from_the_day_on_which_that_was_published(string day, string steps) =>
        Assert.Equal(steps.Split('|'), Told(Assert.Single(StaysInFull.Of(Record(Met), EngageRecord.Fold("m", Recorded(Met)), On(day, day)).Stays).Steps));

    [Fact]
    public void A_letter_before_the_effect_belongs_to_the_stay_it_announces()
    {
        var stay = Assert.Single(Of(Engage("2023-11-24"), Step(Decided, "2023-11-22"), Step(LetterSent, "2023-11-23"), Step(Published, "2023-11-29")).Stays);

        Assert.Equal(["2023-11-22 decided before entry", "2023-11-23 letter-sent before entry", "2023-11-29 published"], Told(stay.Steps));
    }

    [Theory]
    [InlineData(Decided, "2023-01-10")]
    [InlineData(CauseAdded, "2023-11-01")]
    [InlineData(CauseClosed, "2025-06-01")]
    public void What_lies_too_far_away_belongs_to_no_stay(EngageStep step, string on)
    {
        var stays = Of(Engage("2023-11-24"), Scan("2024-09-18"), Step(step, on, cause: step >= CauseAdded ? "a cause" : null));

        Assert.Empty(Assert.Single(stays.Stays).Steps);
        Assert.Equal([Mark.PublicationDateUnknown, Mark.StayUnknown], Assert.Single(stays.Apart).Marks);
    }

    [Fact]
    public void A_vague_date_that_can_lie_in_either_of_two_stays_is_told_of_neither()
    {
        var stays = Of(Engage("2020-01-01"), Scan("2022-03-01"), Engage("2022-08-01"), Step(ImprovementPlan, "2022"), Step(MilestonePlan, "2022-09"));

        Assert.Equal([0, 1], stays.Stays.Select(stay => stay.Steps.Count));
        Assert.Equal(ImprovementPlan, Assert.Single(stays.Apart).Step);
    }

    [Fact]
    public void A_step_before_what_has_to_come_first_is_shown_and_marked()
    {
        var steps = Assert.Single(Of(Engage("2023-11-24"), Step(Decided, "2023-11-20"), Step(Recommended, "2023-11-22"), Step(ExitRecommended, "2024-02"), Step(ExitDecided, "2024-02-10")).Stays).Steps;

        Assert.Equal([Decided], steps.Where(step => step.Marks.Contains(Mark.OutOfOrder)).Select(step => step.Step));
    }

    [Fact]
    public void Sources_that_date_one_step_differently_are_one_step_with_a_conflict()
    {
        var step = Assert.Single(Assert.Single(Of(Engage("2022-10-14"), Step(CauseClosed, "2023-12", cause: "sex offenders", cited: "one"),
            Step(CauseClosed, "2024-01-09", cause: "Sex offenders", cited: "other")).Stays).Steps);

        Assert.Contains(Mark.Conflicting, step.Marks);
        Assert.Null(step.When.On);
    }

    [Fact]
    public void An_exit_that_no_move_tells_of_is_a_contradiction_and_what_follows_lies_after_it()
    {
        var stay = Assert.Single(Of(Engage("2023-11-24"), Step(ExitDecided, "2024-12-05"), Step(Exit, "2024-12-06"), Step(Ppog, "2025-07-01")).Stays);

        Assert.Contains(Mark.Conflicting, stay.Stay.Marks);
        Assert.Equal([Exit], stay.Steps.Where(step => step.Marks.Contains(Mark.Conflicting)).Select(step => step.Step));
        Assert.Equal([Ppog], stay.Steps.Where(step => step.Marks.Contains(Mark.AfterExit)).Select(step => step.Step));
        Assert.DoesNotContain(Mark.Conflicting, Assert.Single(Of(Engage("2023-11-24"), Scan("2024-12-06"), Step(Exit, "2024-12")).Stays).Stay.Marks);
    }

    [Fact]
    public void The_timeline_says_of_a_step_what_the_stays_say_of_it()
    {
        BodyEvent[] events =
        [
            Engage("2023-11-24"), Step(Decided, "2023-11-22"), Step(ExitDecided, "2024-12-05"), Step(ExitRecommended, "2024-12-06"), Step(Exit, "2024-12-06"), Step(Ppog, "2025-07-01"),
            Step(CauseAdded, "2024-02-10", cause: "unheard"), Step(Recommended, "2019"),
        ];
        var stays = StaysInFull.Of(Record(events), EngageRecord.Fold("m", Recorded(events)), On("2026-01-01"), null, []);
        var history = History.Of("m", Recorded(events), On("2026-01-01")).Where(entry => entry.Kind == "engage-step").ToArray();

        Assert.Equal(7, history.Length);
        Assert.Equal(
            stays.Stays.SelectMany(stay => stay.Steps).Concat(stays.Apart).Select(step => $"{step.Title} {string.Join(' ', step.Marks)}").Order(StringComparer.Ordinal),
            history.Select(entry => $"{entry.Title} {string.Join(' ', entry.Marks)}").Order(StringComparer.Ordinal));
        Assert.Empty(new[] { Mark.StayUnknown, Mark.BeforeEntry, Mark.AfterExit, Mark.OutOfOrder, Mark.Conflicting, Mark.NothingSuchOnRecord }.Except(history.SelectMany(entry => entry.Marks)));
    }

    [Fact]
    public void A_return_to_Scan_names_the_meeting_the_decision_and_the_letter_that_belong_to_it()
    {
        BodyEvent[] events =
        [
            .. Met, Step(Published, "2022-06-28"), Step(LetterSent, "2024-07-01"), Step(Ppog, "2024-09-01"), Step(ExitRecommended, "2025-01-20"), Step(ExitDecided, "2025-01-22"),
            Step(LetterSent, "2025-01-23", "2025-01-23"), Step(Exit, "2025-01-23", "2025-01-23"),
        ];
        var history = History.Of("metropolitan", Recorded(events), On("2026-01-01"));
        var exit = history.Single(entry => entry.Kind == "scan");

        Assert.Equal(
            [
                "2025-01-20 The return to Scan was recommended", "2025-01-22 Presented to the Policing Performance Oversight Group", "2025-01-22 The return to Scan was decided",
                "2025-01-23 A letter was sent", "2025-01-23 The stay in Engage ended",
            ],
            exit.Links.Where(link => link.Relation == "step").Select(link => $"{link.On} {link.Title}"));
        Assert.All(exit.Links.Where(link => link.Relation == "step"), link =>
            Assert.Contains(history.Single(entry => entry.Id == link.Id).Links, back => back.Relation == "step-of" && back.Id == exit.Id));
        Assert.DoesNotContain(History.Of("metropolitan", Recorded(events), On("2025-01-22")), entry => entry.Links.Any(link => link.Relation == "step"));
    }

    [Fact]
    public void A_step_that_a_timeline_tells_in_its_own_words_belongs_to_the_return_all_the_same()
    {
        var letter = Step(LetterSent, "2025-01-23", "2025-01-23");
        var history = History.Of("metropolitan",
            Recorded([.. Met, letter, Step(Exit, "2025-01-23", "2025-01-23"), Timeline("2025-01-23", "letter", "The inspectorate wrote to the Met", letter.Provenance.Cited)]), On("2026-01-01"));
        var told = history.Single(entry => entry.Tells.Any(one => one.Title == "A letter was sent"));

        Assert.Equal("The inspectorate wrote to the Met", told.Title);
        Assert.Contains(history.Single(entry => entry.Kind == "scan").Links, link => link.Relation == "step" && link.Id == told.Id);
        Assert.Contains(told.Links, link => link.Relation == "step-of");
    }

    [Fact]
    public void Only_one_person_decides()
    {
        BodyEvent.EngageStepNoted By(string who) => Step(Decided, "2023-11-22", cited: who) with { By = who };
        bool Conflicts(params string[] who) => Assert.Single(Assert.Single(Of([Engage("2023-11-24"), .. who.Select(By)]).Stays).Steps).Marks.Contains(Mark.Conflicting);

        Assert.True(Conflicts("HM Chief Inspector", "the Mayor"));
        Assert.False(Conflicts("HM Chief Inspector", "HM Chief Inspector Andy Cooke"));
    }

    [Fact]
    public void A_cause_of_which_the_register_knows_nothing_is_marked()
    {
        BodyEvent[] events = [Engage("2023-11-24"), Step(CauseAdded, "2024-02-09", cause: "child exploitation"), Step(CauseAdded, "2024-02-10", cause: "unheard")];
        var steps = Assert.Single(StaysInFull.Of(Record(events), EngageRecord.Fold("m", Recorded(events)), On("2026-01-01"), null, ["child exploitation: investigations"]).Stays).Steps;

        Assert.Equal(["unheard"], steps.Where(step => step.Marks.Contains(Mark.NothingSuchOnRecord)).Select(step => step.Cause));
    }

    [Theory]
    [InlineData("neighbourhood officers", "2024-07-11")]
    [InlineData("call handling", null)]
    public void The_register_and_the_stay_tell_alike_when_a_cause_joined(string title, string? on)
    {
        var cause = Assert.Single(Causes.Concerns.At(Causes.Concerns.Folded(Causes.Concerns.Raised("2024-07-11", title)), "2025-01-01"));

        Assert.Equal(on, JoinedEngage.On(cause, StaysInFull.Known(EngageRecord.Fold("m", Recorded(Step(CauseAdded, "2024-07-11", cause: "Neighbourhood officers"))), On("2025-01-01")), [])?.ToString());
    }

    [Theory]
    [InlineData("2023-07-11", "2023-07-11")]
    [InlineData("2022-06-28", null)] // a ground of the stay
    [InlineData("2022-03-29", null)]
    [InlineData("2024-06-01", null)] // it had left by then
    public void What_was_raised_inside_a_stay_joined_it_in_the_register_as_in_the_stay(string raised, string? joined)
    {
        BodyEvent[] events = [Engage("2022-06-28"), Scan("2024-05-21"), Concerns.Raised(raised), Concerns.Raised("2023-09-01", inspection: "PEEL 2018/19")];
        var cause = Causes.Concerns.At(Causes.Concerns.Folded(events), "2026-01-01").Single(cause => cause.Inspection == "PEEL 2021/22");
        var steps = Assert.Single(InFull(events).Stays).Steps;

        Assert.Equal(joined, JoinedEngage.On(cause, [], steps)?.ToString());
        Assert.Equal(joined is null ? 0 : 1, steps.Count(step => step.Step == CauseAdded && $"{step.When.On}" == raised));
    }

    [Fact]
    public void Two_meetings_a_week_apart_are_two() =>
        Assert.Equal(2, Assert.Single(Of(Engage("2022-10-14"), Step(Ppog, "2024-09-17"), Step(Ppog, "2024-09-24")).Stays).Steps.Count);

    [Fact]
    public void A_press_label_brings_no_stay() =>
        Assert.Empty(Of(new BodyEvent.PhaseQuoted("special measures", PartialDate.Parse("2015"), null, "press", From("a newspaper")), Step(Decided, "2015-03-01")).Stays);

    [Fact]
    public void No_order_of_arrival_changes_a_stay() => Gen.Shuffle(Met).Sample(shuffled => Assert.Equal(Told(Of(Met).Stays[0].Steps), Told(Of(shuffled).Stays[0].Steps)));

    [Fact]
    public void Whoever_returned_had_been_in_engage_although_nobody_says_since_when()
    {
        Assert.Equal("2025-03-03", $"{Assert.Single(Of(Scan("2025-03-03")).ReturnsWithoutEntry).On}");
        Assert.Empty(Of(Engage("2022-06-28"), Scan("2025-03-03")).ReturnsWithoutEntry);
        Assert.Empty(Of().ReturnsWithoutEntry);
    }

    // As it is in Staffordshire and Nottinghamshire: sources tell of causes, and of no step.
    [Fact]
    public void What_the_register_of_causes_tells_of_a_stay_is_in_it_and_each_thing_once()
    {
        BodyEvent[] events =
        [
            Engage("2022-06-28"), Scan("2024-05-21"),
            Concerns.Raised("2022-03-29", "vulnerability"), Concerns.Raised("2022-06-28", "grounds"), Concerns.Raised("2023-07-11", "crime recording"), Concerns.Raised("2023-07-12", "told as a step"),
            Step(CauseAdded, "2023-07-12", null, "told as a step"),
            Concerns.Then(CauseStep.Revisited, "2022-12", "vulnerability"), Concerns.Then(CauseStep.Revisited, "2022-12", "grounds", note: "supervision unchanged"),
            Concerns.Then(CauseStep.Closed, "2024-05-21", "vulnerability"), Concerns.Then(CauseStep.Closed, "2025-01-01", "crime recording"),
        ];
        var steps = Assert.Single(InFull(events).Stays).Steps;

        Assert.Equal(["2022-12 revisited", "2023-07-11 cause-added", "2023-07-12 cause-added", "2024-05-21 cause-closed"], Told(steps));
        Assert.Equal(("grounds: supervision unchanged / vulnerability", "A cause of concern was added: crime recording"), (steps[0].Detail, steps[1].Title));
    }

    [Fact]
    public void A_move_decided_in_this_system_shows_when_it_was_decided_and_published()
    {
        var steps = Assert.Single(InFull(
            Engage("2024-12-06"), Decisions.Confirmed("2025-06-01", "scan", "2025-06-10"), Decisions.Published("2025-06-12", "scan", "2025-06-10", "2025-06-12", "2025-06-01")).Stays).Steps;

        Assert.Equal(["2025-06-01 exit-decided", "2025-06-12 published after exit"], Told(steps));
        Assert.Contains("Clara Thornbury", steps[0].Detail, StringComparison.Ordinal);
    }

    private static StaysInFull InFull(params BodyEvent[] events) => StaysInFull.Of(
        Record(events), EngageRecord.Fold("metropolitan", Recorded(events)), On("2026-01-01"), null, null, CauseReading.At(BodyCauses.Fold("metropolitan", Recorded(events)), On("2026-01-01")));

    private static StaysInFull Of(params BodyEvent[] events) => StaysInFull.Of(Record(events), EngageRecord.Fold("m", Recorded(events)), On("2026-01-01"));

    private static IEnumerable<string> Told(IEnumerable<StepTaken> steps) => steps.Select(step =>
        $"{step.When.On} {step.Step.Word}{(step.Marks.Contains(Mark.BeforeEntry) ? " before entry" : step.Marks.Contains(Mark.AfterExit) ? " after exit" : "")}");
}
