using Oversight.Core;
using Oversight.Monitoring.Phases;
using Xunit;

namespace Oversight.Specs.Monitoring;

/// <summary>The real monitoring history, asked on many days.</summary>
public sealed class PublicRecordSpecs
{
    private const string Fire = "-fire";

    [Theory]
    [InlineData("2022-07-08", "cleveland gloucestershire greater-manchester metropolitan staffordshire wiltshire")]
    [InlineData("2020-01-01", "cleveland")]
    [InlineData("2020-12-17", "cleveland greater-manchester")]
    [InlineData("2022-10-14", "cleveland devon-and-cornwall gloucestershire greater-manchester metropolitan staffordshire wiltshire")]
    [InlineData("2022-10-28", "cleveland devon-and-cornwall gloucestershire metropolitan staffordshire wiltshire")]
    [InlineData("2023-12-01", "devon-and-cornwall metropolitan staffordshire west-midlands wiltshire")]
    [InlineData("2024-12-31", "devon-and-cornwall lincolnshire metropolitan nottinghamshire")]
    [InlineData("2025-12-31", "lincolnshire")]
    public void Forces_in_engage(string asOf, string forces) =>
        Assert.Equal(forces.Split(' '), Police(asOf, "2026-01-01", false, Phase.Engage));

    [Theory]
    [InlineData("2019-07-01", "cleveland")]
    [InlineData("2022-06-15", "staffordshire wiltshire")]
    [InlineData("2023-09-30", "")]
    [InlineData("2023-09-29", "cleveland gloucestershire")]
    [InlineData("2024-05-21", "wiltshire")]
    [InlineData("2022-07-05", "staffordshire")]
    [InlineData("2022-07-08", "")]
    public void Forces_of_which_nobody_can_tell(string asOf, string forces) =>
        Assert.Equal(forces.Split(' ', StringSplitOptions.RemoveEmptyEntries), Police(asOf, "2026-01-01", false, Phase.CannotTell));

    [Theory]
    [InlineData("2022-06-27", false, "cleveland greater-manchester")]
    [InlineData("2022-06-27", true, "greater-manchester")]
    [InlineData("2022-06-28", false, "cleveland greater-manchester metropolitan")]
    [InlineData("2022-06-29", false, "cleveland greater-manchester metropolitan staffordshire wiltshire")]
    [InlineData("2022-06-30", false, "cleveland gloucestershire greater-manchester metropolitan staffordshire wiltshire")]
    public void What_the_public_knew_of_8_July_2022_grew_day_by_day(string knownAt, bool strict, string forces) =>
        Assert.Equal(forces.Split(' '), Police("2022-07-08", knownAt, strict, Phase.Engage));

    [Fact]
    public void Only_the_force_without_a_publication_date_is_marked_before_the_names_came_out()
    {
        var marked = PublicRecord.Bodies.Where(body => PhaseAnswer.At(body.Value, Claims.On("2022-06-27", "2022-06-27")).Marks.Count > 0);

        Assert.Equal(["cleveland"], marked.Select(body => body.Key));
    }

    [Theory]
    [InlineData("west-midlands", "299 days")]
    [InlineData("nottinghamshire", "437 days")]
    [InlineData("greater-manchester", "680 days")]
    [InlineData("metropolitan", "940 days")]
    [InlineData("devon-and-cornwall", "1020 days")]
    [InlineData("buckinghamshire-fire", "471 days")]
    [InlineData("gloucestershire-fire", "1127 days")]
    [InlineData("london-fire-brigade", "between 426 and 486 days")]
    [InlineData("staffordshire", "between 685 and 720 days")]
    [InlineData("cleveland", "between 1340 and 1733 days")]
    public void Lengths_of_stays(string body, string length)
    {
        var stay = Assert.Single(PublicRecord.Bodies[body].Stays());

        Assert.Equal((length, Answer.No), (stay.Length.ToString(), stay.Open));
    }

    [Fact]
    public void One_stay_is_open_and_thirteen_bodies_had_one()
    {
        var stays = PublicRecord.Bodies.ToDictionary(body => body.Key, body => body.Value.Stays());

        Assert.Equal(13, stays.Values.Sum(of => of.Count));
        Assert.Equal(["lincolnshire"], stays.Where(body => body.Value.Any(stay => stay.Open == Answer.Yes)).Select(body => body.Key));
        Assert.Equal("391 days", stays["lincolnshire"][0].Length.ToString());
    }

    [Fact]
    public void The_mets_return_of_2025_is_not_known_in_June_2022()
    {
        var answer = PublicRecord.Bodies["metropolitan"].At("2025-06-01", "2022-06-30");

        Assert.Equal((Phase.Engage, "2022-06-28"), (answer.Phase, answer.Since?.ToString()));
    }

    [Fact]
    public void A_press_label_is_quoted_and_never_a_phase()
    {
        var humberside = PublicRecord.Bodies["humberside"];

        Assert.Equal((Phase.Scan, null), (humberside.At("2016-06-01").Phase, humberside.At("2016-06-01").Since));
        Assert.StartsWith("special measures", Assert.Single(humberside.Labels).Value.Label, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_bodies_of_one_county_are_not_confused() =>
        Assert.Equal(
            (Phase.Scan, Phase.Engage),
            (PublicRecord.Bodies["gloucestershire"].At("2024-01-01").Phase, PublicRecord.Bodies["gloucestershire-fire"].At("2024-01-01").Phase));

    private static IEnumerable<string> Police(string asOf, string knownAt, bool strict, Phase phase) => PublicRecord.Bodies
        .Where(body => !body.Key.Contains(Fire, StringComparison.Ordinal) && PhaseAnswer.At(body.Value, Claims.On(asOf, knownAt, strict)).Phase == phase)
        .Select(body => body.Key).Order();
}
