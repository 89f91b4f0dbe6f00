using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>Nobody decides without saying why, and the page says so before it asks anybody.</summary>
public sealed class Reasons
{
    private static readonly object Candidate = new
    {
        candidate = "ab12-1", submission = "ab12", cited = "https://example.org/report", state = "Waiting", kind = "judgment", rule = "judgment.table", confidence = 0.95, quote = "inadequate", start = 0, end = 10, line = 1,
        body = "kent", programme = "PEEL 2021/22", area = "Investigating crime", grade = "inadequate",
    };

    private static readonly (string, object)[] Answers =
    [
        ("/api/v1/decisions/kent-1", new
        {
            id = "kent-1", body = "kent", to = "engage", state = "Proposed", effectiveOn = "2026-11-23", reason = "five causes at once", evidence = new[] { "a claim" }, expiresAt = "2026-12-21T09:00:00+00:00",
            acts = new[] { new { what = "proposed", by = new { subject = "ines", name = "Ines Holloway", role = "inspector" }, at = "2026-11-23T09:00:00+00:00", why = "five causes at once" } },
        }),
        ("/api/v1/candidates/ab12-1", Candidate), ("/api/v1/candidates", new { candidates = new[] { Candidate }, isCut = false }),
    ];

    [Theory]
    [InlineData("chief-inspector", "/work/decisions/kent-1/confirm", "Say why", "seen=\"7\"")]
    [InlineData("inspector", "/work/candidates/ab12-1?handler=Accept", "Say why it is accepted", "grade=good")]
    [InlineData("inspector", "/work/candidates", "Say why they are accepted", "act=accept&selected=ab12-1")]
    public async Task What_is_sent_without_one_comes_back_and_goes_to_nobody(string role, string address, string says, string form)
    {
        var shown = await Page.For(role, address.Split('?')[0], Answers);
        Assert.DoesNotContain("(optional)", shown.Text.Replace("Published on (optional)", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var sent = await Page.Sending(role, address, form.Split('&').Select(pair => KeyValuePair.Create(pair.Split('=')[0], pair.Split('=')[1].Trim('"'))).Append(new("reason", "  ")), Answers);
        Assert.Equal(422, sent.Status);
        Assert.Contains($"There is a problem {says}", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(sent.Asked, asked => asked.Method == "POST");
    }
}
