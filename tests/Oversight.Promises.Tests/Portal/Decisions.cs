using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>Whoever decides reads beforehand what then happens.</summary>
public sealed class Decisions
{
    private static readonly string[] None = [];

    [Fact]
    public async Task Before_confirming_it_is_said_that_everybody_is_told_at_once()
    {
        var page = await Page.For("chief-inspector", "/work/decisions/kent-1/confirm", Answers("2026-11-20"));
        Assert.Contains("whoever follows it is told at once; until the decision is published, it is marked “not published”", page.Text, StringComparison.Ordinal);
        Assert.Contains("everybody can read of the move all the same", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_to_come_is_called_so_before_confirming()
    {
        var page = await Page.For("chief-inspector", "/work/decisions/kent-1/confirm", Answers("2099-11-20"));
        Assert.Contains("Kent Police stays in the phase in which it is until 20 November 2099, which is still to come; till then its page says that it is to move to Engage.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("is watched more closely", page.Text, StringComparison.Ordinal);
    }

    private static (string, object)[] Answers(string effectiveOn) =>
    [
        ("/api/v1/bodies/kent", new { id = "kent", name = "Kent Police", nameThen = "Kent Police", service = "police", names = None, status = new { phase = "Scan", sources = None, marks = None, trail = None }, stays = None, conflicts = None, grades = None, audits = None, missing = None }),
        ("/api/v1/decisions/kent-1", new
        {
            id = "kent-1", body = "kent", to = "engage", state = "Proposed", effectiveOn, reason = "why", evidence = None, expiresAt = "2026-12-21T09:00:00+00:00",
            acts = new[] { new { what = "proposed", by = new { subject = "ines", name = "Ines", role = "inspector" }, at = "2026-11-23T09:00:00+00:00", why = "why" } },
        }),
    ];
}
