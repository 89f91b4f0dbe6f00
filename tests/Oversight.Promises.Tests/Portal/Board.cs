using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>The home page says in one look who is in Engage and why, what is overdue and what waits.</summary>
public sealed class Board
{
    private static readonly string[] None = [];

    [Fact]
    public async Task What_is_overdue_comes_first_and_is_called_so()
    {
        var page = await Page.At("/", [.. Answers(Causes.Cause("culture", "NoClosureFound", body: "london-fire",
            deadlines: [Causes.Due("2099-01-31", "No"), Causes.Due("2022-05-31", "Yes"), Causes.Due("2021-05-31", "Yes", "Yes"), Causes.Due("2023-05-31", "Yes")]))]);
        Assert.Contains("Overdue The day has passed, and nothing on record says that it was met or that the cause is closed. 31 May 2022: London Fire Brigade, culture", page.Text, StringComparison.Ordinal);
        Assert.Contains("overdue since 31 May 2022, 2 in all; next: 31 January 2099", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("31 May 2021", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_closed_cause_is_overdue()
    {
        var page = await Page.At("/", [.. Answers(Causes.Cause("culture", "Closed", body: "london-fire", deadlines: [Causes.Due("2022-05-31", "Yes")]))]);
        Assert.DoesNotContain("verdue", page.Text, StringComparison.Ordinal);
    }

    private static (string, object)[] Answers(params object[] causes) =>
    [
        ("/api/v1/status", new
        {
            asOf = "2026-11-23", knownAt = "2026-11-23",
            bodies = new[]
            {
                new { id = "london-fire", name = "London Fire Brigade", service = "fire", phase = "Engage", since = (string?)"2022-12-14", sources = None, marks = None, trail = None },
                new { id = "kent", name = "Kent Police", service = "police", phase = "Scan", since = (string?)null, sources = None, marks = None, trail = None },
            },
        }),
        ("/api/v1/causes", new { note = "a note", causes, areasForImprovement = None }),
        ("/api/v1/engage", new
        {
            stays = new[]
            {
                new
                {
                    id = "london-fire", name = "London Fire Brigade", service = "fire",
                    stay = new
                    {
                        entry = new { on = "2022-12-14", earliest = "2022-12-14", latest = "2022-12-14", sources = None, marks = None, trail = None }, open = "Yes", days = new { atLeast = 1400, atMost = 1400 }, duration = "1400 days so far",
                        reasons = new[] { "values and culture" }, marks = None,
                    },
                },
            },
        }),
    ];
}
