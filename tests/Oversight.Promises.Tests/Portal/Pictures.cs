using System.Text.RegularExpressions;
using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>A picture states its message, and can be read as narrow as a telephone.</summary>
public sealed partial class Pictures
{
    private const string Source = """[{"cited":"https://example.org/a"}]""";

    private const string Body = $$$"""
        {"id":"kent","name":"Kent Police","nameThen":"Kent Police","service":"police","names":[],"status":{"phase":"Scan","sources":[],"marks":[],"trail":[]},"stays":[],"conflicts":[],"grades":[],"missing":[],"audits":[
        {"body":"kent","kind":"recording","programme":"Crime Data Integrity inspection 2018","category":"all crime excluding fraud","method":"cdi","verdict":"Stands","marks":[],"sides":[],"figure":{"percent":83.6,"halfWidth":1.8,"inspections":[],"sources":{{{Source}}}}},
        {"body":"kent","kind":"recording","programme":"Crime Data Integrity inspection 2019","category":"all crime excluding fraud","method":"cdi","verdict":"Stands","marks":[],"sides":[],"figure":{"percent":91.6,"halfWidth":1.5,"inspections":[],"sources":{{{Source}}}}},
        {"body":"kent","kind":"stop-search","programme":"PEEL 2021/22","category":"records with reasonable grounds","method":"grounds","verdict":"Conflicting","marks":[],
         "sides":[{"percent":80,"inspections":[],"sources":{{{Source}}}},{"percent":86,"inspections":[],"sources":[{"cited":"https://other.example/b"}]}]}]}
        """;

    private const string Stays = $$$"""
        {"stays":[
        {"id":"kent","name":"Kent Police","service":"police","stay":{"entry":{"on":"2020-01-10","earliest":"2020-01-10","latest":"2020-01-10","sources":[],"marks":[],"trail":[]},"exit":{"on":"2020-02-10","earliest":"2020-02-10","latest":"2020-02-10","sources":[],"marks":[],"trail":[]},"open":"No","days":{"atLeast":31,"atMost":31},"duration":"31 days","reasons":[],"marks":[]}},
        {"id":"avon-fire","name":"Avon Fire","service":"fire","stay":{"entry":{"on":"2020-03-10","earliest":"2020-03-10","latest":"2020-03-10","sources":[],"marks":[],"trail":[]},"exit":null,"open":"Yes","days":{"atLeast":662,"atMost":662},"duration":"662 days so far","reasons":[],"marks":[]}}]}
        """;

    private static readonly (string, object)[] Record =
    [
        ("/api/v1/status", """{"asOf":"2022-01-01","knownAt":"2022-01-01","bodies":[]}"""), ("/api/v1/engage", Stays), ("/api/v1/bodies/kent/history", """{"id":"kent","name":"Kent Police","total":0,"entries":[]}"""),
        ("/api/v1/bodies/kent/causes", """{"note":"","areasForImprovement":[],"causes":[]}"""), ("/api/v1/bodies/kent", Body),
    ];

    [Theory]
    [InlineData("91.6% of crimes recorded, all crime excluding fraud, in 2019, better than 83.6% in 2018")]
    [InlineData("Sources disagree on stop and search records with reasonable grounds in 2021/22: 80% or 86%")]
    [InlineData("(conflicting, as other.example has it)")]
    public async Task An_audit_says_how_much_and_whether_that_is_better(string says)
    {
        Assert.Contains(says, Tags().Replace((await Page.At("/bodies/kent", Record)).Html, ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_audits_of_a_kind_are_in_one_picture_from_nothing_to_all()
    {
        var wide = (await Page.At("/bodies/kent", Record)).Html.Split("oversight-wide").Skip(1).Select(part => part.Split("oversight-narrow")[0]).ToList();
        Assert.Equal(2, wide.Count);
        Assert.All(wide, picture => Assert.All([">0%<", ">100%<"], edge => Assert.Contains(edge, picture, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_stay_says_its_length_and_an_open_one_that_it_is()
    {
        var text = (await Page.At("/engage?asOf=2022-01-01", Record)).Html;
        Assert.Contains("Avon Fire is in Engage; the longest of 2 is that of Avon Fire, 662 days so far", text, StringComparison.Ordinal);
        Assert.Contains("2 entries, 1 exit, 1 open.", text, StringComparison.Ordinal);
        foreach (var picture in new[] { "oversight-wide", "oversight-narrow" }.Select(size => text.Split(size)[1].Split("</svg>")[0]))
        {
            Assert.Contains(">31 days</text>", picture, StringComparison.Ordinal);
            Assert.Contains(">open, 662 days so far</text>", picture, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_length_that_is_not_known_to_the_day_has_room_in_a_narrow_picture()
    {
        var stays = Stays.Replace("\"31 days\"", "\"between 609 and 668 days\"", StringComparison.Ordinal);
        var page = await Page.At("/engage?asOf=2022-01-01", ("/api/v1/engage", stays));
        Assert.Contains(">609 to 668 days</text>", page.Html.Split("oversight-narrow")[1].Split("</svg>")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_over_the_past_can_be_read_on_a_telephone()
    {
        var page = await Page.At("/rulebooks/b", ("/api/v1/rulebooks", """{"rulebooks":[{"id":"b","title":"Book","from":null,"until":null,"inEffect":false,"rules":[]}]}"""), ("/api/v1/rulebooks/b/backtest", """
            {"rulebook":"b","title":"Book","from":"2018-01-01","to":"2022-01-01","hits":1,"misses":1,"precision":0.5,"recall":0.5,"undated":0,
            "entries":[{"body":"kent","notBefore":"2020-01-10","enteredOn":"2020-01-10","promptedOn":"2019-12-31","leadDays":10,"rules":["r"],"onTheDay":[]},{"body":"gwent","notBefore":"2021-01-10","enteredOn":"2021-01","rules":[],"onTheDay":[]}],
            "falseAlarms":[{"body":"essex","promptedOn":"2021-05-01","clearedOn":null,"rules":["r"]}]}
            """));
        var narrow = page.Html.Split("oversight-narrow")[1].Split("</svg>")[0];
        Assert.All([">kent</text>", ">2020, 10 days before</text>", ">gwent</text>", ">2021, not prompted</text>", ">essex</text>", ">open, no entry so far</text>", ">2018</text>"], says => Assert.Contains(says, narrow, StringComparison.Ordinal));
        Assert.Contains("oversight-pane oversight-wide", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_goes_on_has_no_end_yet()
    {
        Assert.Contains("2020, until 8 July 2020 2 1 1", (await Page.At("/engage?asOf=2020-07-08", Record)).Text, StringComparison.Ordinal);
        Assert.Contains(" 2020 2 1 1", (await Page.At("/engage?asOf=2022-07-08", Record)).Text, StringComparison.Ordinal);
        Assert.Contains("2020,2020-07-08,2,1,1", (await Page.At("/engage?asOf=2020-07-08&export=csv&table=2", Record)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("service=fire", "Avon Fire", "Kent Police")]
    [InlineData("open=No", "Kent Police", "Avon Fire")]
    public async Task Stays_can_be_narrowed(string query, string shown, string hidden)
    {
        var text = (await Page.At($"/engage?{query}", Record)).Html;
        Assert.Contains(shown, text, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/engage")]
    [InlineData("/bodies/kent")]
    public async Task A_picture_fits_into_320_pixels(string address)
    {
        Assert.Matches("""<div class="oversight-narrow"><svg class="oversight-chart" viewBox="0 0 320 """, (await Page.At(address, Record)).Html);
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
