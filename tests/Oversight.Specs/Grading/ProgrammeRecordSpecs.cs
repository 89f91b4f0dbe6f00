using Oversight.Core;
using Oversight.Grading.ProgrammeRecords;
using Xunit;
using static Oversight.Grading.ProgrammeRecords.GradingCommand;
using static Oversight.Grading.ProgrammeRecords.GradingEvent;
using static Oversight.Specs.Grading.Reported;

namespace Oversight.Specs.Grading;

public sealed class ProgrammeRecordSpecs() : Spec<ProgrammeRecord, GradingCommand, GradingEvent>(ProgrammeRecord.Decider)
{
    private const string Area = "Responding to the public", Peel = "PEEL 2021/22";

    [Fact]
    public void The_first_grade_for_an_area_is_awarded() =>
        Given().When(Judge("good", May2021)).Then(Awarded("good", May2021));

    [Fact]
    public void A_claim_that_is_on_record_adds_nothing() =>
        Given(Awarded("good", May2021)).When(Judge("good", May2021)).ThenNothing();

    [Fact]
    public void Another_source_of_the_same_grade_supports_it() =>
        Given(Awarded("good", May2021)).When(Judge("good", Press)).Then(new GradeSupported("dyfed-powys", Peel, Area, "good", Press));

    [Fact]
    public void Another_grade_of_a_later_report_in_the_same_programme_is_a_regrade() =>
        Given(Awarded("inadequate", May2021)).When(Judge("good", May2022)).Then(new GradeRevised("dyfed-powys", Peel, Area, "good", May2022));

    [Fact]
    public void An_earlier_report_that_arrives_late_is_a_regrade_seen_from_behind() =>
        Given(Awarded("good", May2022)).When(Judge("inadequate", May2021)).Then(new GradeRevised("dyfed-powys", Peel, Area, "inadequate", May2021));

    [Fact]
    public void A_grade_can_return_to_what_it_was() =>
        Given(Awarded("good", May2021), new GradeRevised("dyfed-powys", Peel, Area, "inadequate", May2022))
            .When(Judge("good", Source(published: "2023-03-01")))
            .Then(new GradeRevised("dyfed-powys", Peel, Area, "good", Source(published: "2023-03-01")));

    [Fact]
    public void Another_grade_of_the_same_day_contests_it() =>
        Given(Awarded("good", May2022)).When(Judge("adequate", SameDay)).Then(new GradeContested("dyfed-powys", Peel, Area, "adequate", SameDay));

    [Fact]
    public void Another_grade_without_a_date_contests_it() =>
        Given(Awarded("good", May2022)).When(Judge("adequate", Undated)).Then(new GradeContested("dyfed-powys", Peel, Area, "adequate", Undated));

    [Fact]
    public void Another_grade_of_a_date_that_may_be_the_same_contests_it() =>
        Given(Awarded("good", May2022)).When(Judge("adequate", Source(published: "2022")))
            .Then(new GradeContested("dyfed-powys", Peel, Area, "adequate", Source(published: "2022")));

    [Theory]
    [InlineData("not-graded")]
    [InlineData("not-inspected")]
    public void An_area_can_be_left_without_a_grade(string state) =>
        Given().When(Judge(state, May2022)).Then(new LeftUngraded("dyfed-powys", Peel, Area, state, Standing.First, May2022));

    [Fact]
    public void An_area_left_ungraded_after_a_grade_says_how_it_stands_to_it() =>
        Given(Awarded("good", May2021)).When(Judge("not-inspected", May2022))
            .Then(new LeftUngraded("dyfed-powys", Peel, Area, "not-inspected", Standing.Succeeds, May2022));

    [Fact]
    public void Adequate_is_off_the_four_tier_scale_and_is_set_aside_on_record() =>
        Given().When(new Judge("cleveland", "PEEL 2018/19", "Legitimacy", "adequate", May2021))
            .Then(new JudgmentSetAside("cleveland", "PEEL 2018/19", "Legitimacy", "adequate", "grade.off-scale",
                "'adequate' is not on the four-tier scale of PEEL 2018/19: outstanding, good, requires-improvement, inadequate.", May2021));

    [Fact]
    public void A_grade_of_an_unknown_programme_is_set_aside_on_record() =>
        Given().When(new Judge("cleveland", "Victim service assessment 2020", "Legitimacy", "good", May2021))
            .Then(new JudgmentSetAside("cleveland", "Victim service assessment 2020", "Legitimacy", "good", "programme.unknown",
                "'Victim service assessment 2020' is not a programme of the catalogue, so nobody can say on which scale 'good' is.", May2021));

    [Fact]
    public void A_grade_of_a_round_that_publishes_no_grades_is_set_aside_on_record() =>
        Given().When(new Judge("cleveland", "Crime data integrity 2014", "Overall", "good", May2021))
            .Then(new JudgmentSetAside("cleveland", "Crime data integrity 2014", "Overall", "good", "grade.off-scale",
                "Crime data integrity 2014 publishes figures and no grades.", May2021));

    [Fact]
    public void What_was_set_aside_counts_for_nothing_when_the_next_grade_comes() =>
        Given(new JudgmentSetAside("dyfed-powys", Peel, Area, "excellent", "grade.off-scale", "…", May2021))
            .When(Judge("good", Press)).Then(Awarded("good", Press));

    [Fact]
    public void A_grade_for_crime_data_integrity_is_on_the_four_tier_scale() =>
        Given().When(new Judge("staffordshire", "Crime Data Integrity inspection 2016", "Overall", "requires-improvement", May2021))
            .Then(new GradeAwarded("staffordshire", "Crime Data Integrity inspection 2016", "Overall", "requires-improvement", May2021));

    private static readonly Provenance
        May2021 = Source(published: "2021-05-20"), May2022 = Source(published: "2022-05-20"),
        Press = Source("https://example.org/press", "2021-05-20"), SameDay = Source("https://example.org/press", "2022-05-20"),
        Undated = Source("https://example.org/undated", null);

    private static Judge Judge(string grade, Provenance source) => new("dyfed-powys", Peel, Area, grade, source);

    private static GradeAwarded Awarded(string grade, Provenance source) => new("dyfed-powys", Peel, Area, grade, source);
}
