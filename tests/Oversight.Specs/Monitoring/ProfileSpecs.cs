using Oversight.Core;
using Oversight.Monitoring;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;
using Xunit;
using static Oversight.Monitoring.Bodies.BodyEvent;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Monitoring;

public sealed class ProfileSpecs
{
    private const string Peel = "PEEL 2021/22";

    [Fact]
    public void A_programme_says_out_of_how_many_areas()
    {
        var programme = Assert.Single(Of(Record(
            Grade(Peel, "Preventing crime", "good", "2022-09-22"), Grade(Peel, "Managing offenders", "requires-improvement", "2022-09-22"),
            Grade(Peel, "Responding to the public", "inadequate", "2022-09-22"), Grade(Peel, "Recording data about crime", "not-graded", "2022-09-22"))).Programmes);

        Assert.Equal(3, programme.Graded);
        Assert.Equal(["good", "requires-improvement", "inadequate"], programme.Tally.Select(count => count.Grade));
        Assert.Equal(4, programme.Areas.Count);
    }

    [Fact]
    public void A_grade_holds_from_the_day_of_its_report()
    {
        var body = Record(Grade(Peel, "Preventing crime", "good", "2022-09-22"));

        Assert.Empty(Of(body, "2022-09-21").Programmes);
        Assert.Equal("good", Single(Of(body, "2022-09-22")).Grade);
        Assert.Empty(Of(body, "2022-09-22", knownAt: "2022-09-21").Programmes);
    }

    [Fact]
    public void A_grade_nobody_dates_is_shown_marked_but_not_before_its_programme()
    {
        var body = Record(Grade("PEEL 2023-25", "Preventing crime", "good", published: null));

        Assert.Equal([Mark.PublicationDateUnknown], Single(Of(body, "2023-02-01")).Marks);
        Assert.Empty(Of(body, "2022-12-31").Programmes);
        Assert.Empty(Of(body, "2025-01-01", knownAt: "2022-12-31").Programmes);
        Assert.Empty(Of(body, "2025-01-01", strict: true).Programmes);
    }

    [Fact]
    public void A_later_report_of_the_programme_revises_a_grade_whatever_came_first()
    {
        var body = Record(Grade(Peel, "Protecting vulnerable people", "adequate", "2022-05-20"), Grade(Peel, "Protecting vulnerable people", "inadequate", "2021-05-07"));

        Assert.Equal(("adequate", Mark.Revised), (Single(Of(body)).Grade, Single(Of(body)).Marks.Single()));
        Assert.Equal("inadequate", Single(Of(body, "2022-01-01")).Grade);
        Assert.Equal("inadequate", Single(Of(body, "2023-01-01", knownAt: "2022-01-01")).Grade);
    }

    [Fact]
    public void Two_grades_without_an_order_in_time_are_a_conflict_and_neither_holds()
    {
        var area = Single(Of(Record(Grade(Peel, "Preventing crime", "good", "2022-09-22"), Grade(Peel, "Preventing crime", "adequate", "2022-09-22"))));

        Assert.Null(area.Grade);
        Assert.Equal([Mark.Conflicting], area.Marks);
        Assert.Equal(["adequate", "good"], area.Said.Select(said => said.Grade));
    }

    [Fact]
    public void Spelling_does_not_make_another_area() =>
        Assert.Equal("good", Single(Of(Record(Grade(Peel, "Preventing crime", "good", "2022-09-22"), Grade("PEEL 2021-22", "Preventing Crime", "good", "2022-09-22")))).Grade);

    [Fact]
    public void An_audit_keeps_competing_figures_and_says_what_they_rest_on()
    {
        var audit = Assert.Single(Of(Record(Grounds(75, 21), Grounds(76, null))).Audits);

        Assert.Equal([75m, 76m], audit.Figures.Select(figure => figure.Value.Percent));
        Assert.Equal([Mark.Conflicting, Mark.TinyDenominator], audit.Marks);
        Assert.Equal([Mark.DenominatorUnknown], Assert.Single(Of(Record(Grounds(76, null))).Audits).Marks);
    }

    [Fact]
    public void A_conflict_is_known_when_two_of_its_sides_are()
    {
        var body = Record(new ConflictNoted("stop-search/metropolitan/peel-2021-22", "stop and search",
            [new("75%", From("one newspaper", "2022-09-22")), new("76%", From("another", "2022-09-23"))]));

        Assert.Equal(["75%", "76%"], Assert.Single(Of(body).Conflicts).Sides.Select(side => side.Value.Value));
        Assert.Empty(Of(body, "2022-10-01", knownAt: "2022-09-22").Conflicts);
        Assert.Empty(Of(body, "2022-09-22").Conflicts);
    }

    [Fact]
    public void A_body_has_the_name_of_the_day()
    {
        var body = BodyRecords.Fold("hampshire-and-isle-of-wight", Recorded(
            new BodyRegistered("Hampshire and Isle of Wight Constabulary", "police", "England", null, null),
            new BodyNamed("Hampshire Constabulary", "former", null, PartialDate.Parse("2022-07-12"), null)));

        Assert.Equal("Hampshire Constabulary", Of(body, "2022-07-11").NameThen);
        Assert.Equal("Hampshire and Isle of Wight Constabulary", Of(body, "2022-07-12").NameThen);
    }

    [Theory]
    [InlineData("metropolitan")]
    [InlineData("Metropolitan")]
    [InlineData("the Met")]
    [InlineData("metropolitan police service")]
    [InlineData("Metropolitan-Police-Service")]
    public void A_body_is_found_by_any_of_its_names(string asked) => Assert.Equal("metropolitan", Names.Find(Some, asked)?.Id);

    [Theory]
    [InlineData("metropolitian", "metropolitan")]
    [InlineData("metro", "metropolitan")]
    [InlineData("glocestershire", "gloucestershire")]
    public void Who_misspells_a_body_is_told_what_is_near(string asked, string near)
    {
        Assert.Null(Names.Find(Some, asked));
        Assert.Equal(near, Names.Near(Some, asked)[0]);
    }

    [Fact]
    public void Nothing_is_near_nonsense() => Assert.Empty(Names.Near(Some, "zzzzzz"));

    private static BodyRecord[] Some =>
    [
        .. PublicRecord.Bodies.Values.Where(body => body.Id != "metropolitan"),
        Record(new BodyRegistered("Metropolitan Police Service", "police", null, null, null), new BodyNamed("the Met", "alias", null, null, null)),
    ];

    private static AuditNoted Grounds(decimal percent, int? sample) => new(
        "stop-search", Peel, Peel, "records with reasonable grounds", "2021", percent, null, sample, Standing.First, From($"a newspaper: {percent}", "2022-09-22"));

    private static BodyProfile Of(BodyRecord record, string asOf = "2026-01-01", string knownAt = "2026-01-01", bool strict = false) =>
        BodyProfile.Of(record, On(asOf, knownAt, strict));

    private static AreaGrade Single(BodyProfile profile) => Assert.Single(Assert.Single(profile.Programmes).Areas);
}
