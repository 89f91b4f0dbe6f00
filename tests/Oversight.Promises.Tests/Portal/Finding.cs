using Oversight.Portal.Words;
using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>What is looked for is found, or something near to it is offered.</summary>
public sealed class Finding
{
    private static readonly string[] Near = ["metropolitan"];

    private static readonly (string, object)[] Record =
    [
        ("/api/v1/status", """{"asOf":"2026-01-01","knownAt":"2026-01-01","bodies":[{"id":"metropolitan","name":"Metropolitan Police Service","service":"police","phase":"Scan","sources":[],"marks":[],"trail":[]}]}"""),
        ("/api/v1/search", """{"words":"custody","total":30,"found":[{"body":"metropolitan","name":"Metropolitan Police Service","entry":{"id":"a/b","on":"2022-06-28","kind":"cause","title":"Custody","sources":[],"marks":[],"links":[]}}],"next":"metropolitan/a/b"}"""),
        ("/api/v1/bodies/metropolitian", Page.Refused(404, new { title = "body.unknown", status = 404, detail = "No body is called 'metropolitian'.", near = Near })),
    ];

    [Theory]
    [InlineData("/bodies/metropolitian", 404)]
    [InlineData("/compare/metropolitian", 404)]
    public async Task A_body_that_is_spelt_wrongly_leads_to_the_one_that_was_meant(string address, int status)
    {
        var page = await Page.At(address, Record);
        Assert.Equal(status, page.Status);
        Assert.Contains("Did you mean Metropolitan Police Service ?", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/bodies/metropolitan\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_offers_what_is_near() =>
        Assert.Contains("Did you mean Metropolitan Police Service", (await Page.At("/search?q=metropolitian", [.. Record.Where(one => one.Item1 != "/api/v1/search")])).Text, StringComparison.Ordinal);

    [Fact]
    public async Task What_the_timelines_hold_is_read_page_by_page()
    {
        Assert.Contains("/search?q=custody&before=metropolitan%2Fa%2Fb#timelines", (await Page.At("/search?q=custody", Record)).Html, StringComparison.Ordinal);
        var next = await Page.At("/search?q=custody&before=metropolitan%2Fa%2Fb", Record);
        Assert.Contains(next.Asked, asked => asked.Address.EndsWith("&before=metropolitan%2Fa%2Fb", StringComparison.Ordinal));
        Assert.Contains("Back to the first results", next.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the met")]
    [InlineData("Met")]
    [InlineData("Metropolitan Police Service")]
    public async Task Who_is_called_exactly_so_comes_before_everything(string asked)
    {
        const string bodies = """{"asOf":"2026-01-01","knownAt":"2026-01-01","bodies":[{"id":"kent","name":"A Met of Kent","service":"police","phase":"Scan","sources":[],"marks":[],"trail":[]},{"id":"metropolitan","name":"Metropolitan Police Service","service":"police","phase":"Engage","since":"2022-06-28","sources":[],"marks":[],"trail":[]}]}""";
        var page = await Page.At($"/search?q={Uri.EscapeDataString(asked)}", [("/api/v1/status", bodies), ("/api/v1/bodies", """{"bodies":[{"id":"metropolitan","names":[{"name":"The Met","kind":"alias"}]}]}"""), .. Record]);
        Assert.Contains($"Metropolitan Police Service is called “{asked}”. Engage since 28 June 2022.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A Met of Kent is called", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("Metropolitan Police Service", page.Text.Split("Bodies ")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_kind_of_entry_is_said_to_be_none()
    {
        (string, object)[] record =
        [
            ("/api/v1/bodies/kent/history", """{"id":"kent","name":"Kent Police","total":1,"entries":[{"id":"x","on":"2022-07-01","kind":"practice","title":"Praised for dogs","sources":[],"marks":[],"links":[]}]}"""),
            ("/api/v1/bodies/kent", """{"id":"kent","name":"Kent Police","nameThen":"Kent Police","service":"police","names":[],"status":{"phase":"Scan","sources":[],"marks":[],"trail":[]},"stays":[],"conflicts":[],"grades":[],"audits":[],"missing":[]}"""),
        ];
        var page = await Page.At("/bodies/kent?kind=nope", record);
        Assert.Equal(400, page.Status);
        Assert.Contains("There is no kind of entry called “nope”; all are shown.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Praised for dogs", page.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await Page.At("/bodies/kent?kind=letter", record)).Status);
    }

    [Fact]
    public void A_passage_stands_apart_from_its_heading()
    {
        const string text = "Investigating crime\nKent Police is inadequate at investigating crime. It knows why.\nResponding to the public";
        var passage = Passage.Of(text, text.IndexOf("inadequate", StringComparison.Ordinal), text.IndexOf(" at inv", StringComparison.Ordinal), "inadequate");
        Assert.Equal(("Investigating crime", "Kent Police is ", " at investigating crime. It knows why.", "Responding to the public"), (passage.Above, passage.Begins, passage.Ends, passage.Below));
    }

    [Fact]
    public async Task Two_times_are_explained_by_what_is_about_their_differences()
    {
        const string body = """{"id":"kent","name":"Kent Police","nameThen":"Kent Police","service":"police","names":[],"status":{"phase":"PHASE","sources":[],"marks":[],"trail":[]},"stays":[],"conflicts":[],"grades":[],"audits":[],"missing":[]}""";
        const string entries = """{"id":"kent","name":"Kent Police","total":2,"entries":[{"id":"engage/2022-06-28","on":"2022-06-28","kind":"engage","title":"Moved to Engage","sources":[],"marks":[],"links":[]},{"id":"x","on":"2022-07-01","kind":"practice","title":"Praised for dogs","sources":[],"marks":[],"links":[]}]}""";
        var cause = new { note = "", areasForImprovement = Array.Empty<object>(), causes = new[] { Causes.Cause("culture", "NoClosureFound") } };
        var page = await Page.At("/compare/kent?leftAsOf=2022-06-01&rightAsOf=2022-07-08",
            ("/api/v1/bodies/kent/history?limit=1000&asOf=2022-06-01", """{"id":"kent","name":"Kent Police","total":0,"entries":[]}"""), ("/api/v1/bodies/kent/history", entries),
            ("/api/v1/bodies/kent/causes?asOf=2022-06-01", new { cause.note, cause.areasForImprovement, causes = new[] { Causes.Cause("culture", "CannotTell") } }), ("/api/v1/bodies/kent/causes", cause),
            ("/api/v1/bodies/kent?asOf=2022-06-01", body.Replace("PHASE", "Scan", StringComparison.Ordinal)), ("/api/v1/bodies/kent", body.Replace("PHASE", "Engage", StringComparison.Ordinal)));
        var (explains, others) = (page.Text[page.Text.IndexOf("What explains it", StringComparison.Ordinal)..].Split("1 other entry")[0], page.Text.Split("1 other entry that only one of the times shows")[1]);
        Assert.Contains("Moved to Engage", explains, StringComparison.Ordinal);
        Assert.Contains("culture (PEEL 2023-25): when it was raised is known as 11 March 2024, so one of the times cannot tell", explains, StringComparison.Ordinal);
        Assert.Contains("Praised for dogs", others, StringComparison.Ordinal);
        Assert.DoesNotContain("Praised for dogs", explains, StringComparison.Ordinal);
    }
}
