using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>Who says something, and what else they say, stands beside it.</summary>
public sealed class Sources
{
    private const string Letter = "https://example.org/letter", Page1 = "https://example.org/page";

    private const string History = $$$"""
        {"id":"kent","name":"Kent Police","total":1,"entries":[{"id":"timeline/a","on":"2022-06-28","kind":"publication","title":"Report published","marks":[],"links":[],
        "sources":[{"cited":"{{{Page1}}}","publishedOn":"2022-06-28","submission":"s","line":1,"claimId":"c1"},{"cited":"{{{Page1}}}","submission":"s","line":2,"claimId":"c2"}],
        "tells":[{"id":"engage-step/b","kind":"engage-step","title":"A report was published","detail":"the revisit report","sources":[{"cited":"{{{Letter}}}","submission":"s","line":2,"claimId":"c2"}]}],
        "trail":[{"what":"settled","on":"2026-01-01","who":"Ines Holloway","why":"the letter counts","says":"2022-06-28","cited":"{{{Letter}}}"}]}]}
        """;

    private static readonly (string, object)[] Record =
    [
        ("/api/v1/bodies/kent/history", History), ("/api/v1/bodies/kent/causes", """{"note":"","areasForImprovement":[],"causes":[]}"""),
        ("/api/v1/bodies/kent", """{"id":"kent","name":"Kent Police","nameThen":"Kent Police","service":"police","names":[],"status":{"phase":"Scan","sources":[],"marks":[],"trail":[]},"stays":[],"conflicts":[],"grades":[],"audits":[],"missing":[]}"""),
    ];

    [Fact]
    public async Task An_address_that_says_several_things_is_named_once()
    {
        var page = await Page.At("/bodies/kent", Record);
        Assert.Contains("example.org, published 28 June 2022 (how do we know this: 1 from example.org; 2 from example.org)", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, page.Html.Split($"href=\"{Page1}\"").Length);
    }

    [Fact]
    public void A_page_of_a_later_day_is_not_said_to_have_been_published_on_an_earlier_one()
    {
        Oversight.Portal.Api.Source Dated(string? on, bool isLater) => new(Letter, null, on, null, "s", 1, "c", null, null, null, null, isLater);
        Assert.Equal("published 23 January 2025; a page of a later day; what it says was first published elsewhere on 28 June 2022", Oversight.Portal.Words.Say.Published([Dated("2022-06-28", true), Dated("2025-01-23", false)]));
        Assert.Equal("publication date not known", Oversight.Portal.Words.Say.Published([Dated(null, false)]));
    }

    [Fact]
    public async Task A_move_that_is_still_to_come_is_told_as_one_where_links_to_it_lead()
    {
        var page = await Page.At("/bodies/kent", [.. Record.SkipLast(1), ("/api/v1/bodies/kent", """
            {"id":"kent","name":"Kent Police","nameThen":"Kent Police","service":"police","names":[],"status":{"phase":"Scan","sources":[],"marks":[],"trail":[],
            "ahead":[{"to":"Engage","on":"2099-11-20","sources":[{"cited":"https://example.org/letter","publishedOn":"2026-11-01"}],"marks":["not published"]}]},"stays":[],"conflicts":[],"grades":[],"audits":[],"missing":[]}
            """)]);
        Assert.Contains("Still to come: to move to Engage on 20 November 2099 not published example.org, published 1 November 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"engage/2099-11-20\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_entry_tells_too_is_folded_into_it_with_its_sources()
    {
        var page = await Page.At("/bodies/kent", Record);
        Assert.Contains("What it tells too: 1 fact in “Report published” A report was published (engage step): the revisit report example.org", page.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"engage-step/b\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("What it tells too", (await Page.At("/bodies/kent?kind=engage-step", Record)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_settled_something_is_told_in_its_entry() => Assert.Contains(
        "What was settled or said of it later: 1 step of “Report published” 1 January 2026: settled on 28 June 2022 by Ines Holloway: the letter counts example.org", (await Page.At("/bodies/kent", Record)).Text, StringComparison.Ordinal);

    [Fact]
    public void Claims_to_choose_as_evidence_are_told_apart()
    {
        var evidence = Oversight.Portal.Pages.Work.Decisions.Evidence.Of([new("grades/peel", "2019-09-27", null, "grades", "PEEL 2018/19: 2 grades", null, [Said("Efficiency: good", "a"), Said("Legitimacy: requires-improvement", "b")], [], [])]);
        Assert.Equal(["27 September 2019: PEEL 2018/19: 2 grades, Efficiency: good", "27 September 2019: PEEL 2018/19: 2 grades, Legitimacy: requires improvement"], evidence.Select(one => one.InWords));
    }

    private static Oversight.Portal.Api.Source Said(string says, string claim) => new(Letter, says, "2019-09-27", null, "s", 1, claim, null, null, null);
}
