using Oversight.Core;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;
using Xunit;
using static Oversight.Monitoring.Bodies.BodyEvent;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Monitoring;

public sealed class ProfileSpecs
{
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

    private static BodyProfile Of(BodyRecord record, string asOf = "2026-01-01", string knownAt = "2026-01-01", bool strict = false) =>
        BodyProfile.Of(record, On(asOf, knownAt, strict));
}
