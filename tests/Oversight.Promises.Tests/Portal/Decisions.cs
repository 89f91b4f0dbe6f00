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

    [Theory]
    [InlineData("to=scan&effectiveOn=2026-11-20", "The record has Kent Police in Scan on 20 November 2026 already; there is nothing to move")]
    [InlineData("to=scan&effectiveOn=2026-11", null)]
    [InlineData("to=engage&effectiveOn=2026-11-20", null)]
    public async Task A_move_to_where_a_body_is_stops_at_the_first_step(string form, string? says)
    {
        var page = await Page.Sending("inspector", "/work/decisions/propose", form.Split('&').Select(pair => KeyValuePair.Create(pair.Split('=')[0], pair.Split('=')[1])).Append(new("body", "kent")), [.. Answers("2026-11-20"), ("/api/v1/status", """{"bodies":[]}""")]);
        Assert.Equal(says is null ? 302 : 422, page.Status);
        Assert.Contains(says ?? "", page.Text, StringComparison.Ordinal);
        Assert.Equal(form.EndsWith("-20", StringComparison.Ordinal), page.Asked.Any(asked => asked.Address == "/api/v1/bodies/kent?asOf=2026-11-20"));
    }

    [Fact]
    public async Task A_missing_reason_is_not_told_as_if_somebody_had_come_between()
    {
        var page = await Page.Sending("chief-inspector", "/work/decisions/kent-1/confirm", [new("seen", "\"7\"")], Answers("2026-11-20"));
        Assert.Contains("Say why", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("See how it stands", page.Text, StringComparison.Ordinal);
        Assert.Contains("See how it stands", (await Page.Sending("chief-inspector", "/work/decisions/kent-1/confirm", [new("seen", "\"7\""), new("reason", "why")], Answers("2026-11-20"))).Text, StringComparison.Ordinal);
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
