using Oversight.Portal.Words;
using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>The times in the address of a page: whatever stands there is understood, or it is said what is wrong with it.</summary>
public sealed class Times
{
    private static readonly (string, object)[] Record =
    [
        ("/api/v1/status", """{"asOf":"2026-01-01","knownAt":"2026-01-01","bodies":[]}"""),
        ("/api/v1/bodies/kent", """{"id":"kent","name":"Kent Police","nameThen":"Kent Police","service":"police","names":[],"status":{"phase":"Scan","sources":[],"marks":[],"trail":[]},"stays":[],"conflicts":[],"grades":[],"audits":[],"missing":[]}"""),
    ];

    [Theory]
    [InlineData("/?recordedAt=OCT+1", "“OCT 1” must be an instant such as 2026-11-23T09:00:00Z.")]
    [InlineData("/?recordedAt=T", "“T” must be an instant")]
    [InlineData("/?recordedAt=2022-01-01", "“2022-01-01” must be an instant")]
    [InlineData("/?recordedAt=0001-01-01T00:00%2B05:00", "must be an instant")]
    [InlineData("/?asOf=2022-13-01", "“2022-13-01” must be a day such as 8 July 2022 or 2022-07-08.")]
    [InlineData("/compare/kent?leftRecordedAt=OCT+1", "“OCT 1” must be an instant such as 2026-11-23T09:00:00Z.")]
    public async Task What_is_no_time_is_refused_in_words(string address, string says)
    {
        var page = await Page.At(address, Record);
        Assert.Equal(400, page.Status);
        Assert.Contains("There is a problem", page.Html, StringComparison.Ordinal);
        Assert.Contains(says, page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8 July 2022")]
    [InlineData("8/7/2022")]
    [InlineData(" 8 Jul 2022")]
    public async Task A_day_may_be_written_as_people_write_it(string written)
    {
        var page = await Page.At($"/?asOf={Uri.EscapeDataString(written)}", Record);
        Assert.Contains(page.Asked, asked => asked.Address == "/api/v1/status?asOf=2022-07-08");
        Assert.Contains("value=\"8 July 2022\"", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022-06-01", "2022-07-06", "2022", "June or July 2022")]
    [InlineData("2022-06-01", "2022-09-06", "2022", "June to September 2022")]
    [InlineData("2021-12-31", "2022-01-06", null, "December 2021 or January 2022")]
    [InlineData("2021-03-01", "2022-01-06", null, "2021 or 2022")]
    [InlineData("2022-06-01", "2022-06-30", "2022-06", "June 2022")]
    [InlineData("2022-06-28", "2022-06-28", "2022-06-28", "28 June 2022")]
    [InlineData("2019-01-01", "2019-12-31", "2019", "2019")]
    public void Sources_that_disagree_leave_no_more_open_than_they_say(string earliest, string latest, string? on, string says) => Assert.Equal(says, Dates.Within(new(on, earliest, latest, [], [], [])));

    [Theory]
    [InlineData("/work/submissions", "/api/v1/submissions")]
    [InlineData("/work/submissions/s1", "/api/v1/submissions/s1")]
    [InlineData("/work/candidates", "/api/v1/candidates?state=waiting")]
    [InlineData("/work/candidates/s1-1", "/api/v1/candidates/s1-1")]
    public async Task What_was_sent_can_be_asked_for_as_it_was_recorded_and_as_nothing_else(string address, string asked)
    {
        var page = await Page.At($"{address}?asOf=2022-07-08&recordedAt=2026-01-01T00:00:00Z", ("/api/v1/submissions", """{"submissions":[]}"""), ("/api/v1/candidates", """{"candidates":[],"isCut":false}"""));
        Assert.Contains(page.Asked, one => one.Address == $"{asked}{(asked.Contains('?', StringComparison.Ordinal) ? '&' : '?')}recordedAt=2026-01-01T00%3A00%3A00Z");
        Assert.Contains(">As recorded by (UTC)</label>", (await Page.At(address.Split("/s1")[0], ("/api/v1/submissions", """{"submissions":[]}"""), ("/api/v1/candidates", """{"candidates":[],"isCut":false}"""))).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022-01-01T00:00-05:00", "2022-01-01T05:00:00Z", "1 January 2022 at 5:00am (UTC)")]
    [InlineData("2022-01-01T12:30+01:00", "2022-01-01T11:30:00Z", "1 January 2022 at 11:30am (UTC)")]
    [InlineData("2022-01-01T12:30%2B01:00", "2022-01-01T11:30:00Z", "1 January 2022 at 11:30am (UTC)")]
    [InlineData("2022-01-01T12:30", "2022-01-01T12:30:00Z", "1 January 2022 at 12:30pm (UTC)")]
    [InlineData("2022-01-01T12:30:15.25Z", "2022-01-01T12:30:15.25Z", "1 January 2022 at 12:30pm (UTC)")]
    public async Task An_instant_is_understood_with_its_offset(string written, string asked, string says)
    {
        var page = await Page.At($"/?recordedAt={written}", Record);
        Assert.Equal(200, page.Status);
        Assert.Contains($"As recorded here by {says}", page.Html, StringComparison.Ordinal);
        Assert.Contains($"/api/v1/status?recordedAt={Uri.EscapeDataString(asked)}", page.Asked.Select(asked => asked.Address));
    }
}
