using System.Text.Json;
using Xunit;

namespace Oversight.Service.Tests.Journeys;

/// <summary>Hampshire and the Isle of Wight, from the public record through the front door to every read.</summary>
[Collection(nameof(WholeSystem))]
public sealed class LineageTests(WholeSystem system)
{
    private const string Hampshire = "hampshire-fire", Wight = "isle-of-wight-fire", Both = "hampshire-and-isle-of-wight-fire";

    [Fact]
    public void The_file_of_lineage_is_accepted_whole() =>
        Assert.Equal((11, 0, 0), (Count("accepted"), Count("conflicting"), system.Imported["lineage.csv"].GetProperty("refused").GetArrayLength()));

    [Theory]
    [InlineData("asOf=2021-03-31", Hampshire, Wight)]
    [InlineData("asOf=2021-04-01", Both)]
    [InlineData("asOf=2022-01-01&knownAt=2021-01-21", Hampshire, Wight)]
    [InlineData("asOf=2021-04-15&knownAt=2021-02-01", Both + " unclear", Hampshire + " unclear", Wight + " unclear")]
    public async Task The_board_lists_the_bodies_that_existed_then(string times, params string[] listed)
    {
        var board = await system.Get($"/api/v1/status?service=fire&{times}");

        Assert.Equal(listed, board.GetProperty("bodies").EnumerateArray().Where(body => new[] { Hampshire, Wight, Both }.Contains(Text(body, "id")))
            .Select(body => Text(body, "id") + (Texts(body, "marks").Contains("existence unclear") ? " unclear" : "")).Order(StringComparer.Ordinal));
        Assert.Equal(times.StartsWith("asOf=2021-04-01", StringComparison.Ordinal) ? 19 : times.Contains("2021-04-15", StringComparison.Ordinal) ? 21 : 20, board.GetProperty("bodies").GetArrayLength());
    }

    [Fact]
    public async Task The_lineage_of_each_is_told_with_its_sources()
    {
        var both = (await system.Get($"/api/v1/bodies/{Both}/lineage")).GetProperty("lineage");
        Assert.Equal([Hampshire, Wight], both.GetProperty("predecessors").EnumerateArray().Select(one => Text(one.GetProperty("body"), "id")));
        Assert.All(both.GetProperty("predecessors").EnumerateArray(), one =>
            Assert.Equal(("2021-04-01", 3), (Text(one.GetProperty("inLaw"), "on"), one.GetProperty("sources").GetArrayLength())));

        foreach (var times in new[] { "", "?asOf=2021-02-01" })
        {
            var joint = Assert.Single((await system.Get($"/api/v1/bodies/{Both}/lineage{times}")).GetProperty("lineage").GetProperty("jointInspections").EnumerateArray());
            Assert.Equal((Hampshire, Wight), (Text(joint.GetProperty("of"), "id"), Text(joint.GetProperty("with"), "id")));
        }

        var hampshire = (await system.Get($"/api/v1/bodies/{Hampshire}/lineage")).GetProperty("lineage");
        Assert.Equal(("No", "became part of Hampshire and Isle of Wight Fire and Rescue Service on 1 April 2021"), (Text(hampshire, "existed"), Text(hampshire, "because")));
        Assert.Equal(Wight, Text(hampshire.GetProperty("jointInspections")[0].GetProperty("with"), "id"));
    }

    [Theory]
    [InlineData("2022-07-11", "Hampshire Constabulary", "Hampshire Constabulary")]
    [InlineData("2022-08-01", "Hampshire and Isle of Wight Constabulary", "Hampshire Constabulary")]
    [InlineData("2022-11-16", "Hampshire and Isle of Wight Constabulary", "Hampshire and Isle of Wight Constabulary")]
    [InlineData("1960-01-01", "Hampshire and Isle of Wight Constabulary", "Hampshire and Isle of Wight Constabulary")]
    public async Task A_force_has_its_name_in_law_and_its_name_in_use(string asOf, string inLaw, string inUse)
    {
        var profile = await system.Get($"/api/v1/bodies/Hampshire%20Constabulary?asOf={asOf}");

        Assert.Equal(inLaw, Text(profile, "nameThen"));
        Assert.Equal([inLaw], Texts(profile.GetProperty("lineage"), "nameInLaw"));
        Assert.Equal([inUse], Texts(profile.GetProperty("lineage"), "nameInUse"));
    }

    [Fact]
    public async Task What_predecessors_left_is_shown_with_its_origin()
    {
        await system.Import("after-the-merger.csv", System.Text.Encoding.UTF8.GetBytes(
            "occurred_on,precision,kind,summary,source_url,body\n2018-12-20,day,inspection,First report,https://example.org/1,hampshire-fire\n"
            + "2023-05-01,day,letter,A late letter,https://example.org/2,hampshire-fire\n2021-01-22,day,letter,A letter to both,https://example.org/3,hampshire-and-isle-of-wight-fire\n"));
        await system.Settled();
        var entries = (await system.Get($"/api/v1/bodies/{Both}/history")).GetProperty("entries").EnumerateArray().ToArray();
        var history = entries.DistinctBy(entry => Text(entry, "title")).ToDictionary(entry => Text(entry, "title")!);

        Assert.Equal(Hampshire, Text(history["First report"], "inheritedFrom"));
        Assert.Contains("after it had merged", Texts(history["A late letter"], "marks"));
        Assert.Contains("before it existed in law", Texts(history["A letter to both"], "marks"));
        Assert.False(history["A letter to both"].TryGetProperty("inheritedFrom", out _));
        Assert.Contains("before it existed in law", Texts(Assert.Single(entries, entry => Text(entry, "title")!.StartsWith("Inspected as one", StringComparison.Ordinal)), "marks"));

        // The causes of concern of December 2018, which one shared plan answered.
        Assert.Equal([Hampshire, Wight], entries.Where(entry => Text(entry, "title")!.StartsWith("Cause of concern raised: inclusion", StringComparison.Ordinal))
            .Select(entry => Text(entry, "inheritedFrom")).Order(StringComparer.Ordinal));

        var register = (await system.Get($"/api/v1/bodies/{Both}/causes")).GetProperty("causes").EnumerateArray().Where(cause => Text(cause, "title") == "inclusion").ToArray();
        Assert.Equal([(Both, Hampshire), (Both, Wight)], register.Select(cause => (Text(cause, "body"), Text(cause, "inheritedFrom"))).Order());
        Assert.Equal([Both], Texts((await system.Get($"/api/v1/bodies/{Wight}/causes")).GetProperty("causes")[0], "passedTo"));

        var inherited = (await system.Get($"/api/v1/bodies/{Both}")).GetProperty("inherited").EnumerateArray().ToArray();
        Assert.Equal([Hampshire, Wight], inherited.Select(from => Text(from.GetProperty("from"), "id")));
        Assert.All(inherited, from => Assert.Empty(from.GetProperty("missing").EnumerateArray()));
        Assert.Empty((await system.Get($"/api/v1/bodies/{Both}?asOf=2021-03-31")).GetProperty("inherited").EnumerateArray());
    }

    private int Count(string outcome) => system.Imported["lineage.csv"].GetProperty(outcome).GetInt32();

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static string[] Texts(JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}
