using Oversight.Core;
using Oversight.Grading.Judgments;
using Oversight.Grading.ProgrammeRecords;
using Oversight.Grading.Reports;
using Xunit;
using static Oversight.Specs.Grading.Reported;

namespace Oversight.Specs.Grading;

/// <summary>The grades of the Met in PEEL 2021/22 have no date in their own sources; a newspaper says that the report came out on 22 September 2022.</summary>
public sealed class ReportDateSpecs() : Spec<ProgrammeRecord, GradingCommand, GradingEvent>(ProgrammeRecord.Decider)
{
    private const string Area = "Investigating crime";

    private static readonly ReportDateClaim Newspaper = Out("2022-09-22");

    [Fact]
    public void Each_source_is_noted_once()
    {
        var command = new GradingCommand.DateReport("metropolitan", "PEEL 2021/22", Newspaper.On, Newspaper.Source);
        var said = new GradingEvent.ReportDated("metropolitan", "PEEL 2021/22", Newspaper.On, Newspaper.Source);
        When(command).Then(said);
        Given(said).When(command).ThenNothing();
        Assert.Equal(Newspaper.On, Assert.Single(ProgrammeClaims.Evolve(null, "metropolitan/peel-2021-22", said, Imported, 1).ReportDates).On);
    }

    [Theory]
    [InlineData("2022-09-21", "2026-01-01", null)]
    [InlineData("2022-09-22", "2022-09-21", null)]
    [InlineData("2022-09-22", "2022-09-22", "adequate")]
    public void A_grade_that_no_source_dates_stands_from_the_day_of_its_report(string asOf, string knownAt, string? grade)
    {
        var standing = Read([Grade(Area, "adequate", null)], [Newspaper], From(asOf, knownAt, strict: true));

        Assert.Equal(grade, standing?.Grade);
        Assert.Equal(grade is null ? [] : [Mark.PublicationDayByAnotherSource], standing?.Marks ?? []);
        Assert.Equal(grade is null ? null : "2022-09-22", standing?.Since?.ToString());
    }

    [Fact]
    public void The_source_of_the_day_is_kept_beside_the_source_of_the_grade()
    {
        var claim = Assert.Single(Read([Grade(Area, "adequate", null)], [Newspaper], Now)!.Sides[0].Claims);

        Assert.Equal(("https://example.org/report", "https://example.org/newspaper"), (claim.Source.Cited, claim.DatedBy?.Cited));
    }

    [Fact]
    public void A_date_that_a_source_of_the_area_gives_is_left_alone()
    {
        var standing = Read([Grade(Area, "adequate", "2022-04-13"), Grade(Area, "adequate", null, "https://example.org/force")], [Newspaper], Now)!;

        Assert.Equal("2022-04-13", standing.Since?.ToString());
        Assert.DoesNotContain(Mark.PublicationDayByAnotherSource, standing.Marks);
    }

    [Fact]
    public void Two_reports_of_one_programme_date_nothing() =>
        Assert.Equal([Mark.PublicationDateUnknown], Read([Grade(Area, "adequate", null)], [Newspaper, Out("2021-05-07")], Now)!.Marks);

    [Fact]
    public void A_month_and_a_day_in_it_are_one_report() =>
        Assert.Equal("2022-09-22", Read([Grade(Area, "adequate", null)], [Out("2022-09"), Newspaper], Now)!.Since?.ToString());

    [Fact]
    public void Before_the_day_was_recorded_the_grade_has_none() => Assert.Equal([Mark.PublicationDateUnknown],
        Read([Grade(Area, "adequate", null)], [Newspaper with { RecordedAt = Imported.AddMinutes(1) }], Now with { RecordedAt = Imported })!.Marks);

    private static AreaJudgment? Read(JudgmentClaim[] claims, ReportDateClaim[] dates, Viewpoint view) =>
        JudgmentReading.Stand(ReportDates.Dated(claims, dates, view), Peel2021, view) is [var only] ? only : null;

    private static ReportDateClaim Out(string on) => new(PartialDate.Parse(on), Source("https://example.org/newspaper", on), Imported, 1);
}
