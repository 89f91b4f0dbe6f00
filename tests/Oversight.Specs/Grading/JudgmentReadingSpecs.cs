using Oversight.Core;
using Oversight.Grading;
using Oversight.Grading.Judgments;
using Xunit;
using static Oversight.Specs.Grading.Reported;

namespace Oversight.Specs.Grading;

public sealed class JudgmentReadingSpecs
{
    private const string Area = "Investigating crime";

    // Dyfed-Powys, one of the three pilot forces: judged in May 2021, revisited and judged again in May 2022, inside one programme.
    private static readonly JudgmentClaim[] Regraded = [Grade(Area, "inadequate", "2021-05"), Grade(Area, "adequate", "2022-05-20")];

    [Fact]
    public void A_regrade_inside_one_programme_keeps_the_earlier_grade()
    {
        var judgment = Only(Regraded, Now);

        Assert.Equal(("adequate", "2022-05-20"), (judgment.Grade, judgment.Since.ToString()));
        Assert.Equal(["inadequate since 2021-05"], judgment.Earlier.Select(side => $"{side.Grade} since {side.Since}"));
        Assert.Empty(judgment.Marks);
    }

    [Fact]
    public void Before_the_regrade_the_first_grade_stands() =>
        Assert.Equal(("inadequate", 0), (Only(Regraded, From("2022-05-19")).Grade, Only(Regraded, From("2022-05-19")).Earlier.Length));

    [Fact]
    public void Who_knew_only_what_was_out_before_the_regrade_reads_the_first_grade() =>
        Assert.Equal("inadequate", Only(Regraded, From("2026-11-23", knownAt: "2022-05-19")).Grade);

    [Fact]
    public void Before_any_report_there_is_nothing() => Assert.Empty(JudgmentReading.Stand(Regraded, Peel2021, From("2021-04-30")));

    [Fact]
    public void Inside_a_month_nobody_can_tell()
    {
        var judgment = Only(Regraded, From("2021-05-15"));

        Assert.Equal((Verdict.CannotTell, null), (judgment.Verdict, judgment.Grade));
        Assert.Equal(["inadequate"], judgment.Sides.Select(side => side.Grade));
        Assert.Equal([Mark.CannotTell], judgment.Marks);
    }

    [Fact]
    public void What_may_have_been_known_is_shown_and_marked()
    {
        var judgment = Only(Regraded, From("2021-12-31", knownAt: "2021-05-15"));

        Assert.Equal("inadequate", judgment.Grade);
        Assert.Equal([Mark.CannotTell], judgment.Marks);
    }

    [Fact]
    public void Two_grades_of_one_day_conflict_and_both_are_shown()
    {
        var judgment = Only([Grade(Area, "good", "2022-04-13"), Grade(Area, "adequate", "2022-04-13", "https://example.org/press")], Now);

        Assert.Equal((Verdict.Conflicting, null), (judgment.Verdict, judgment.Grade));
        Assert.Equal(["adequate", "good"], judgment.Sides.Select(side => side.Grade));
        Assert.Equal([Mark.Conflicting], judgment.Marks);
        Assert.True(judgment.IsGraded);
    }

    [Fact]
    public void A_later_report_ends_a_conflict()
    {
        var judgment = Only([Grade(Area, "good", "2022-04-13"), Grade(Area, "adequate", "2022-04-13"), Grade(Area, "adequate", "2022-06")], Now);

        Assert.Equal("adequate", judgment.Grade);
        Assert.Equal(["good"], judgment.Earlier.Select(side => side.Grade));
    }

    [Fact]
    public void Sources_of_one_grade_are_counted_and_the_most_precise_date_is_kept()
    {
        var judgment = Only([Grade(Area, "good", "2022"), Grade(Area, "good", "2022-04-13", "https://example.org/press"), Grade(Area, "good", null, "https://example.org/force")], Now);

        Assert.Equal(("good", "2022-04-13"), (judgment.Grade, judgment.Since.ToString()));
        Assert.Equal(new Support(3), judgment.Support);
        Assert.Equal(3, judgment.Sides[0].Claims.Length);
    }

    [Theory]
    [InlineData("2021-04-30", null)]
    [InlineData("2021-05-01", Verdict.CannotTell)]
    [InlineData("2023-09-29", Verdict.CannotTell)]
    [InlineData("2023-09-30", Verdict.Stands)]
    public void An_undated_grade_holds_for_certain_once_the_programme_has_published_all_its_reports(string asOf, Verdict? expected) =>
        Assert.Equal(expected, JudgmentReading.Stand([Grade(Area, "good", null)], Peel2021, From(asOf)) is [var only] ? only.Verdict : null);

    [Fact]
    public void An_undated_grade_is_shown_and_marked_and_the_strict_leave_it_out()
    {
        var claims = new[] { Grade(Area, "good", null) };

        Assert.Equal([Mark.PublicationDateUnknown], Only(claims, From("2026-11-23", knownAt: "2022-06-30")).Marks);
        Assert.Empty(JudgmentReading.Stand(claims, Peel2021, From("2026-11-23", knownAt: "2022-06-30", strict: true)));
        Assert.Empty(JudgmentReading.Stand(claims, Peel2021, From("2026-11-23", knownAt: "2021-04-30")));
    }

    [Fact]
    public void An_undated_source_that_repeats_an_earlier_grade_does_not_contest_the_regrade() =>
        Assert.Equal("adequate", Only([.. Regraded, Grade(Area, "inadequate", null, "https://example.org/force")], Now).Grade);

    [Fact]
    public void An_undated_source_of_a_third_grade_contests() =>
        Assert.Equal(Verdict.Conflicting, Only([.. Regraded, Grade(Area, "good", null)], Now).Verdict);

    [Fact]
    public void What_was_recorded_later_is_not_read() =>
        Assert.Empty(JudgmentReading.Stand(Regraded, Peel2021, Now with { RecordedAt = Imported.AddTicks(-1) }));

    [Fact]
    public void What_is_recorded_was_out_by_then_even_while_its_programme_runs()
    {
        var running = Oversight.Grading.Programmes.Catalogue.Find("PEEL 2025-27")!;

        Assert.Equal("good", JudgmentReading.Stand([Grade("Leadership and force management", "good", null)], running, Now)[0].Grade);
    }

    [Fact]
    public void The_denominator_is_what_was_reported_for_the_body()
    {
        var areas = JudgmentReading.Stand(
            [Grade("Preventing crime", "good", "2022-04-13"), Grade(Area, "adequate", "2022-04-13"), Grade("Managing offenders", "not-graded", "2022-04-13")], Peel2021, Now);

        Assert.Equal(new Denominator(Graded: 2, Of: 3, CannotTell: 0), Denominator.Over(areas));
        Assert.Equal(["Preventing crime", "Investigating crime", "Managing offenders"], areas.Select(area => area.Area));
    }

    [Fact]
    public void An_area_that_was_not_inspected_takes_no_grade_from_elsewhere()
    {
        var area = Assert.Single(JudgmentReading.Stand([Grade("Legitimacy", "not-inspected", "2019-05-02")], Peel2018, Now));

        Assert.Equal(("not-inspected", false), (area.Grade, area.IsGraded));
    }

    [Fact]
    public void An_area_has_one_name_however_it_is_spelt()
    {
        var area = Only([Grade("investigating crime", "good", "2022-04-13"), Grade("Investigating  Crime", "good", "2022-04-14")], Now);

        Assert.Equal((Area, "good"), (area.Area, area.Grade));
    }

    private static AreaJudgment Only(IEnumerable<JudgmentClaim> claims, Viewpoint view) => Assert.Single(JudgmentReading.Stand(claims, Peel2021, view));
}
