using Oversight.Core;
using Oversight.Grading;
using Oversight.Grading.Audits;
using Xunit;
using static Oversight.Specs.Grading.Reported;

namespace Oversight.Specs.Grading;

public sealed class AuditReadingSpecs
{
    [Fact]
    public void A_figure_that_nobody_dates_was_not_known_before_the_year_of_its_inspection()
    {
        AuditClaim[] audit = [Rate(90, published: null, inspection: "Crime Data Integrity inspection 2019")];

        Assert.Empty(AuditReading.Stand(audit, From("2018-12-31", "2018-12-31")));
        Assert.Single(AuditReading.Stand(audit, Now));
    }

    [Fact]
    public void The_remark_in_a_label_is_read_without_what_it_tells_of_later()
    {
        AuditClaim[] audit = [Rate(90, published: "2018-04-10", inspection: "Crime Data Integrity re-inspection (2017 audit as quoted by PEEL 2021/22)")];
        (string, bool) At(string day) => Assert.Single(AuditReading.Stand(audit, From(day, day))) is var read ? (read.Sides[0].Claims[0].Figure.Inspection, read.Marks.Contains(Mark.LaterWordsLeftOut)) : default;

        Assert.Equal(("Crime Data Integrity re-inspection […]", true), At("2020-01-01"));
        Assert.Equal((audit[0].Figure.Inspection, false), At("2026-11-23"));
    }

    [Fact]
    public void Seventy_five_and_seventy_six_are_both_kept_and_never_averaged()
    {
        var audit = Only([Grounds(76, "https://example.org/a"), Grounds(75, "https://example.org/b")], Now);

        Assert.Equal(Verdict.Conflicting, audit.Verdict);
        Assert.Equal([75m, 76m], audit.Sides.Select(side => side.Percent));
        Assert.Equal([Mark.Conflicting], audit.Marks);
        Assert.Equal("stop-search-2021-22", audit.Method);
    }

    [Fact]
    public void A_published_half_width_gives_no_interval_of_ours()
    {
        var side = Only([Rate(89.5m, "2018-07-17", halfWidth: 1.64m, inspection: "Crime Data Integrity inspection 2018")], Now).Sides[0];

        Assert.Equal((1.64m, null, null), (side.HalfWidth, side.Sample, side.Computed));
    }

    [Fact]
    public void One_of_twenty_one_is_a_tiny_denominator()
    {
        var audit = Only([Rate(4.8m, sample: 21, category: "crimes within anti-social behaviour reports")], Now);

        Assert.Equal([Mark.TinyDenominator], audit.Marks);
        Assert.True(audit.Sides[0].HasTinyDenominator);
        Assert.Equal((1, 21), (audit.Sides[0].Computed!.Count, audit.Sides[0].Computed!.Of));
    }

    [Fact]
    public void A_source_that_adds_the_sample_completes_the_figure()
    {
        var audit = Only([Rate(98m, cited: "https://example.org/press"), Rate(98.0m, sample: 50)], Now);

        Assert.Equal((Verdict.Stands, 50, 49), (audit.Verdict, audit.Sides[0].Sample!.Value, audit.Sides[0].Computed!.Count));
        Assert.Equal(new Support(2), audit.Support);
    }

    [Fact]
    public void A_method_recorded_under_an_older_label_is_the_same_method()
    {
        var older = Rate(98m, cited: "https://example.org/press") with { Method = "peel-2021-" };

        Assert.Equal("peel-since-2021", Only([older, Rate(98m)], Now).Method);
    }

    [Fact]
    public void Two_samples_for_one_rate_conflict() =>
        Assert.Equal([20, 40], Only([Rate(50m, sample: 20), Rate(50m, sample: 40)], Now).Sides.Select(side => side.Sample!.Value));

    [Fact]
    public void The_same_rate_and_half_width_of_two_bodies_is_no_contradiction_whatever_their_grades()
    {
        // Metropolitan (good) and South Yorkshire (requires improvement) both recorded 89.5 percent, give or take 1.64: each body has its own stream.
        var metropolitan = Only([Rate(89.5m, "2018-07-17", halfWidth: 1.64m, inspection: "Crime Data Integrity inspection 2018")], Now);
        var southYorkshire = Only([Rate(89.5m, "2018-08-07", halfWidth: 1.64m, inspection: "Crime Data Integrity inspection 2018")], Now);

        Assert.Equal((Verdict.Stands, Verdict.Stands), (metropolitan.Verdict, southYorkshire.Verdict));
    }

    [Theory]
    [InlineData("2022-09-21", null)]
    [InlineData("2022-09-22", Verdict.Stands)]
    public void A_figure_holds_from_its_publication(string asOf, Verdict? expected) =>
        Assert.Equal(expected, AuditReading.Stand([Rate(80m)], From(asOf)) is [var only] ? only.Verdict : null);

    [Theory]
    [InlineData("2014-01-01", Verdict.CannotTell)]
    [InlineData("2014-12-31", Verdict.Stands)]
    public void A_figure_dated_to_the_year_cannot_be_placed_inside_it(string asOf, Verdict expected) =>
        Assert.Equal(expected, Only([Rate(70.1m, "2014", inspection: "Crime data integrity force report 2014 (dip sample 61 of 87)")], From(asOf)).Verdict);

    [Fact]
    public void An_undated_figure_of_a_known_programme_is_not_older_than_it() =>
        Assert.Empty(AuditReading.Stand([Rate(84m, null, inspection: "PEEL 2018/19", kind: AuditKind.StopSearch)], From("2019-05-01")));

    [Fact]
    public void An_undated_figure_of_an_unknown_programme_is_certain_only_once_it_is_recorded()
    {
        var claims = new[] { Rate(77.7m, null, inspection: "Victim service assessment 2020") };

        Assert.Equal(Verdict.CannotTell, Only(claims, From("2026-11-22")).Verdict);
        Assert.Equal(Verdict.Stands, Only(claims, From("2026-11-23")).Verdict);
        Assert.Equal([Mark.PublicationDateUnknown], Only(claims, Now).Marks);
        Assert.Empty(AuditReading.Stand(claims, Now with { Strict = true }));
    }

    private static AuditStanding Only(IEnumerable<AuditClaim> claims, Viewpoint view) => Assert.Single(AuditReading.Stand(claims, view));

    private static AuditClaim Grounds(decimal percent, string cited) =>
        Rate(percent, kind: AuditKind.StopSearch, category: AuditFigure.WithReasonableGrounds, cited: cited);
}
