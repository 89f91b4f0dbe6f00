using CsCheck;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Investigations;
using Oversight.Monitoring.Records;
using Xunit;
using static Oversight.Monitoring.Investigations.InvestigationStep;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Monitoring;

/// <summary>How far an investigation had come, and that nothing else follows from it.</summary>
public sealed class InvestigationSpecs
{
    private static readonly BodyEvent[] ChildQ =
    [
        Case(Referred, "2021-05", "voluntary"), Case(Assessed, "2021-05", "investigate"), Case(Form, "2021-05", "independent"),
        Case(Concluded, "2023-09-14", "case-to-answer-gross-misconduct"), Case(Proceedings, "2023-09-14", "hearing"), Case(Outcome, "2025-06", "gross misconduct"),
    ];

    [Theory]
    [InlineData("2021-05-10", Stage.CannotTell)]
    [InlineData("2021-06-01", Stage.Investigating)]
    [InlineData("2023-09-13", Stage.Investigating)]
    [InlineData("2023-09-14", Stage.Proceedings)]
    [InlineData("2025-06-10", Stage.CannotTell)]
    [InlineData("2025-07-01", Stage.Decided)]
    public void It_comes_as_far_as_its_dates_say(string day, Stage stage) => Assert.Equal(stage, One(day, ChildQ).Stage);

    [Fact]
    public void What_was_found_in_March_2020_was_not_known_before_it_was_published()
    {
        BodyEvent[] hotton = [Case(Referred, "2018-06", published: "2018-06"), Case(Concluded, "2020-03", published: "2022-02-01")];

        Assert.Equal(Stage.Referred, Assert.Single(All("2021-01-01", "2021-01-01", hotton)).Stage);
        Assert.Equal(Stage.Concluded, Assert.Single(All("2021-01-01", "2022-02-01", hotton)).Stage);
    }

    [Theory]
    [InlineData("2022-01-01", "Child Q")]
    [InlineData("2022-09-22", "Kaba")]
    [InlineData("2023-09-14", "Child Q")]
    [InlineData("2021-04-30", null)]
    public void The_latest_is_the_one_of_which_the_latest_step_is_known(string day, string? latest) =>
        Assert.Equal(latest, Investigation.Latest(All(day, "2026-01-01", [.. ChildQ, Case(Referred, "2022-09-05", name: "Kaba")]))?.Case);

    [Fact]
    public void An_assessment_without_need_goes_back_to_the_force() =>
        Assert.Equal(Stage.ReturnedToForce, One("2026-01-01", Case(Referred, "2021"), Case(Assessed, "2022", "no-investigation")).Stage);

    [Fact]
    public void The_form_can_change_and_the_latest_is_told()
    {
        var found = One("2026-01-01", Case(Referred, "2019-01"), Case(Form, "2019-02", "managed"), Case(FormChanged, "2020-02", "independent"));

        Assert.Equal(("independent", Stage.Investigating), (found.Form, found.Stage));
    }

    [Fact]
    public void Cases_are_combined_and_split_again()
    {
        BodyEvent[] combined = [Case(Referred, "2021-01"), Case(Combined, "2021-02", with: "A"), Case(Combined, "2021-03", with: "B"), Case(Split, "2021-04", with: "A")];

        Assert.Equal(["A", "B"], One("2021-03-31", combined).CombinedWith);
        Assert.Equal(["B"], One("2021-04-30", combined).CombinedWith);
    }

    [Fact]
    public void A_case_that_another_was_combined_with_shows_it_too()
    {
        BodyEvent[] events = [Case(Referred, "2021-01", name: "Op B"), Case(Combined, "2021-02", with: "Op C", name: "Op B"), Case(Referred, "2021-01", name: "Op C")];

        Assert.Equal(["Op C", "Op B"], All("2021-03-31", "2026-01-01", events).SelectMany(found => found.CombinedWith));
        Assert.Equal([], All("2021-05-01", "2026-01-01", [.. events, Case(Split, "2021-04", with: "Op B", name: "Op C")]).Single(found => found.Case == "Op C").CombinedWith);
    }

    [Fact]
    public void Two_forms_of_one_day_and_a_form_of_what_is_not_investigated_contradict()
    {
        var forms = One("2026-01-01", Case(Form, "2021-01-01", "managed"), Case(FormChanged, "2022-03-04", "directed"), Case(FormChanged, "2022-03-04", "local"));
        Assert.Equal(2, forms.Steps.Count(step => step.Marks.Contains(Mark.Conflicting)));
        Assert.DoesNotContain(Mark.Conflicting, One("2026-01-01", Case(Form, "2021-01-01", "managed"), Case(FormChanged, "2022-03-04", "directed"), Case(FormChanged, "2022-03-05", "local")).Marks);

        var returned = One("2026-01-01", Case(Referred, "2021"), Case(Assessed, "2022-01-01", "no-investigation"), Case(Form, "2022-02-01", "independent"));
        Assert.Equal([Assessed, Form], returned.Steps.Where(step => step.Marks.Contains(Mark.Conflicting)).Select(step => step.Step));
    }

    [Fact]
    public void A_step_before_what_has_to_come_first_is_marked_and_takes_nothing_back()
    {
        var found = One("2026-01-01", Case(Assessed, "2021-01-05", "investigate"), Case(Referred, "2021-02-01"));

        Assert.Equal([Assessed], found.Steps.Where(step => step.Marks.Contains(Mark.OutOfOrder)).Select(step => step.Step));
        Assert.Equal(Stage.Investigating, found.Stage);
    }

    [Theory]
    [InlineData(Form, "2020-01-31", "managed", false)]
    [InlineData(Form, "2020-02-01", "managed", true)]
    [InlineData(Form, "2023-01-25", "supervised", true)]
    [InlineData(Form, "2020", "managed", false)]
    [InlineData(Form, "2020-02", "managed", true)]
    [InlineData(FormChanged, "2023-01-25", "managed", true)]
    [InlineData(FormChanged, "2023-01-25", "directed", false)]
    public void A_form_of_older_days_is_marked_after_them(InvestigationStep step, string on, string form, bool marked)
    {
        var found = One("2026-01-01", Case(Referred, "2019"), Case(step, on, form));

        Assert.Equal((form, marked, marked), (found.Form, found.Marks.Contains(Mark.FormNoLongerInUse), found.Steps[^1].Marks.Contains(Mark.FormNoLongerInUse)));
    }

    [Theory]
    [InlineData("2023-01-01", "2022-01-01", null, true)]
    [InlineData("2022-01-01", "2022-01-01", null, false)]
    [InlineData("2022", "2022-01-01", null, false)]
    [InlineData("2021-06-01", "2022-01-01", null, false)]
    [InlineData("2023-01-01", "2022-01-01", "2022-06-01", false)] // the review opened it again
    [InlineData("2023-01-01", "2022-01-01", "2023-06-01", true)]
    [InlineData("2023-01-01", "2022-01-01", "2021-06-01", true)]
    public void A_form_that_changes_after_the_case_was_concluded_is_out_of_order(string changed, string concluded, string? reviewed, bool marked)
    {
        var found = One("2026-01-01", [Case(Referred, "2021-01-01"), Case(Form, "2021-02-01", "independent"), Case(FormChanged, changed, "directed"), Case(Concluded, concluded, "report"), .. reviewed is null ? Array.Empty<BodyEvent>() : [Case(Review, reviewed, "again")]]);

        Assert.Equal(marked, found.Steps.Single(step => step.Step == FormChanged).Marks.Contains(Mark.OutOfOrder));
    }

    [Fact]
    public void A_review_confirms_a_direction_after_an_acquittal_and_leaves_the_case_concluded()
    {
        var kaba = One("2026-01-01", Case(Concluded, "2023-03-30", "file-to-cps", name: "Kaba"), Case(Review, "2025-04-30", "direction confirmed", name: "Kaba"));

        Assert.Equal((Stage.Concluded, Review), (kaba.Stage, kaba.Steps[^1].Step));
        Assert.Equal(["file-to-cps"], kaba.Conclusions);
        Assert.Equal("2025-04-30", $"{kaba.ReviewedOn}");
    }

    [Fact]
    public void Several_conclusions_about_several_people_do_not_contradict()
    {
        var found = One("2026-01-01", Case(Concluded, "2023-01-01", "case-to-answer-misconduct"), Case(Concluded, "2023-01-01", "no-case-to-answer"));

        Assert.Equal(["case-to-answer-misconduct", "no-case-to-answer"], found.Conclusions);
        Assert.DoesNotContain(Mark.Conflicting, found.Marks);
    }

    [Fact]
    public void Sources_that_route_one_referral_differently_are_shown_together() =>
        Assert.Contains(Mark.Conflicting, One("2026-01-01", Case(Referred, "2021-05", "mandatory", cited: "one"), Case(Referred, "2021-05", "voluntary", cited: "other")).Marks);

    [Fact]
    public void Only_something_beside_its_course_says_nothing_of_how_far_it_came() => Assert.Null(One("2026-01-01", Case(Review, "2025-04-30")).Stage);

    private static readonly Gen<BodyEvent> AnyStep = Gen.Select(Gen.Enum<InvestigationStep>(), Gen.Int[2018, 2025], Gen.Int[0, 3], Gen.Int[0, 1], (step, year, value, name) =>
        (BodyEvent)Case(step, $"{year}", value == 0 ? null : Kebab.Words<InvestigationStep>().ElementAt(value), step == Combined ? "other" : null, $"case {name}"));

    [Fact]
    public void No_step_of_an_investigation_changes_phase_stays_labels_or_conflicts() => AnyStep.Array[0, 8].Sample(steps =>
    {
        BodyEvent[] status = [Engage("2022-06-28"), Scan("2025-01")];
        var (alone, beside) = (Record(status), Record([.. status, .. steps]));

        Assert.Equal(Backed(alone), Backed(beside));
        Assert.Equal(alone.At("2023-01-01").Phase, beside.At("2023-01-01").Phase);
        Assert.Equal(BodyRecords.Fold("m", []), BodyRecords.Fold("m", Recorded(steps)));
    });

    [Fact]
    public void Any_steps_in_any_order_make_one_answer() =>
        AnyStep.Array[1, 8].SelectMany(steps => Gen.Shuffle(steps).Select(shuffled => (steps, shuffled)))
            .Sample((steps, shuffled) => Assert.Equal(Told(steps), Told(shuffled)));

    private static string Backed(BodyRecord record) => System.Text.Json.JsonSerializer.Serialize(record, EventJson.Options);

    private static string Told(BodyEvent[] steps) => string.Join('\n', All("2022-06-30", "2026-01-01", steps).Select(found =>
        $"{found.Id} {found.Stage} {found.Form} {string.Join(' ', found.Conclusions)} {string.Join(' ', found.Marks)} {string.Join(' ', found.Steps.Select(step => $"{step.Step} {step.When.On} {step.Value}"))}"));

    private static Investigation One(string day, params BodyEvent[] events) => Assert.Single(All(day, "2026-01-01", events));

    private static IReadOnlyList<Investigation> All(string day, string knownAt, BodyEvent[] events) =>
        Investigation.All(InvestigationRecord.Fold("m", Recorded(events)), On(day, knownAt));
}
