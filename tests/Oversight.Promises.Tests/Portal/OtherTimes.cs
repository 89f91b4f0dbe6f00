using System.Globalization;
using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>A page says of which time it is, and what can be known of that time.</summary>
public sealed class OtherTimes
{
    private static readonly string[] None = [];

    private static readonly (string, object)[] Answers =
    [
        ("/api/v1/status", new { asOf = "", knownAt = "", bodies = new[] { new { id = "kent", name = "Kent Police", service = "police", phase = "Engage", since = "2022-06-28", sources = None, marks = None, trail = None } } }),
        ("/api/v1/engage", new
        {
            stays = new[]
            {
                new
                {
                    id = "kent", name = "Kent Police", service = "police",
                    stay = new
                    {
                        entry = new { on = "2022-06-28", earliest = "2022-06-28", latest = "2022-06-28", sources = None, marks = None, trail = None }, open = "Yes", days = new { atLeast = 10, atMost = 10 }, duration = "10 days", reasons = None, marks = None,
                    },
                },
            },
        }),
    ];

    [Theory]
    [InlineData("", "in Engage now; at most")]
    [InlineData("?asOf=2022-07-08", "in Engage on 8 July 2022; at most")]
    public async Task A_chart_says_of_which_day_it_is(string query, string says) => Assert.Contains(says, (await Page.At($"/{query}", Answers)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("asOf=2090-01-01", "1 January 2090 is still to come: what is decided or expected to hold by then is shown with what stands today")]
    [InlineData("knownAt=2090-01-01", "1 January 2090 is still to come: what has been published until today is shown")]
    [InlineData("recordedAt=2090-01-01T00:00:00Z", "1 January 2090 at 12:00am (UTC) is still to come: what is recorded until now is shown")]
    public async Task A_time_that_is_still_to_come_is_said_to_be(string time, string says) => Assert.Contains(says, (await Page.At($"/?{time}", Answers)).Html, StringComparison.Ordinal);

    [Fact]
    public async Task Today_is_not_still_to_come()
    {
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.DoesNotContain("still to come", (await Page.At($"/?asOf=2022-07-08&knownAt={today}", Answers)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("asOf=1752-01-01", "?asOf=1829-01-01")]
    [InlineData("knownAt=1500-01-01", "?knownAt=1829-01-01")]
    [InlineData("asOf=2101-01-01", "?asOf=2100-12-31")]
    [InlineData("asOf=1830-01-01&recordedAt=1500-01-01T00:00:00Z", "?asOf=1830-01-01&recordedAt=1829-01-01T00%3A00%3A00Z")]
    [InlineData("asOf=2100-12-31", "?asOf=2100-12-31")]
    public async Task The_services_are_asked_for_the_nearest_time_of_which_they_keep_a_record(string time, string asked)
    {
        var page = await Page.At($"/bodies/kent?{time}", ($"/api/v1/bodies/kent{asked}", new
        {
            id = "kent", name = "Kent Police", nameThen = "Kent Police", service = "police", names = None, status = new { phase = "Scan", sources = None, marks = None, trail = None }, stays = None, conflicts = None, grades = None, audits = None, missing = None,
        }));
        Assert.Equal(200, page.Status);
        Assert.Equal(!time.StartsWith("asOf=2", StringComparison.Ordinal),
            page.Html.Contains("Take a day from 1 January 1829 to 31 December 2100", StringComparison.Ordinal));
    }
}
