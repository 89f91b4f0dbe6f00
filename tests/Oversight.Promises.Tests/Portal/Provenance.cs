using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>From whatever a page says there is a way to where it comes from.</summary>
public sealed class Provenance
{
    private const string Decision = "kent-41cd36b800";

    private static readonly object Decided = new
    {
        cited = "decided in this system by Conrad Adeyemi, chief inspector, as Ines Holloway, inspector proposed", publishedOn = (string?)null, decidedOn = "2026-11-23", reason = "five causes at once",
        submission = "", line = 0, claimId = "5f0c2b9e-7d1a-4c66-a0b1-c2d3e4f50617", factId = $"decision/{Decision}", recordedAt = "2026-11-23T10:00:00+00:00", decision = Decision,
    };

    private static readonly object Letter = new
    {
        cited = "https://example.org/letter", publishedOn = "2022-06-28", submission = "9461f805", line = 2, claimId = "cc1210c5-78b6-885c-a765-fcc40787716c", factId = "phase/kent", recordedAt = "2026-11-23T09:00:00+00:00",
    };

    private static readonly (string, object)[] Answers =
    [
        ("/api/v1/bodies/kent", new
        {
            id = "kent", name = "Kent Police", nameThen = "Kent Police", service = "police", names = Array.Empty<object>(),
            status = new { phase = "Engage", since = "2026-11-23", sources = new[] { Decided, Letter }, marks = Array.Empty<string>(), trail = Array.Empty<object>() },
            stays = Array.Empty<object>(), conflicts = Array.Empty<object>(), grades = Array.Empty<object>(), audits = Array.Empty<object>(), missing = Array.Empty<string>(),
        }),
        ("/api/v1/bodies/kent/history", new
        {
            id = "kent", name = "Kent Police", total = 2,
            entries = new object[]
            {
                new { id = "move-1", on = "2026-11-23", kind = "engage", title = "Moved to Engage", sources = new[] { Decided }, marks = new[] { "not published" }, links = Array.Empty<object>() },
                new { id = "letter-1", on = "2022-06-28", kind = "letter", title = "A letter was sent", sources = new[] { Letter }, marks = Array.Empty<string>(), links = Array.Empty<object>() },
            },
        }),
        ($"/api/v1/decisions/{Decision}", new
        {
            id = Decision, body = "kent", to = "engage", state = "Confirmed", effectiveOn = "2026-11-23", decidedOn = "2026-11-23", reason = "five causes at once",
            evidence = new[] { "cc1210c5-78b6-885c-a765-fcc40787716c" }, expiresAt = "2026-12-21T09:00:00+00:00",
            acts = new object[]
            {
                new { what = "proposed", by = new { subject = "ines", name = "Ines Holloway", role = "inspector" }, at = "2026-11-23T09:00:00+00:00", why = "five causes at once" },
                new { what = "confirmed", by = new { subject = "conrad", name = "Conrad Adeyemi", role = "chief-inspector" }, at = "2026-11-23T10:00:00+00:00", why = "I agree with it" },
            },
        }),
    ];

    [Fact]
    public async Task A_move_that_was_decided_here_leads_to_its_decision_and_a_reported_one_to_its_document()
    {
        var body = await Page.At("/bodies/kent", Answers);
        Assert.Contains($"href=\"/provenance/decision/{Decision}\"", body.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/provenance/9461f805?line=2", body.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/provenance/?", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_looks_is_told_who_decided_when_and_why()
    {
        var shown = await Page.At($"/provenance/decision/{Decision}", Answers);
        Assert.Equal(200, shown.Status);
        Assert.All(
            ["Moved to Engage", "Kent Police", "23 November 2026", "decided in this system by Conrad Adeyemi, chief inspector, as Ines Holloway, inspector proposed", "five causes at once", "not published", "Sign in"],
            words => Assert.Contains(words, shown.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("A letter was sent", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_a_role_sees_every_act_and_the_evidence()
    {
        var shown = await Page.For("viewer", $"/provenance/decision/{Decision}", Answers);
        Assert.All(
            ["Proposed by Ines Holloway, inspector", "Confirmed by Conrad Adeyemi, chief inspector", "I agree with it", "A letter was sent"],
            words => Assert.Contains(words, shown.Text, StringComparison.Ordinal));
        Assert.Contains("href=\"/provenance/9461f805?line=2", shown.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kent-0000000000")]
    [InlineData("nobody-41cd36b800")]
    [InlineData("nonsense")]
    public async Task A_decision_that_no_timeline_shows_is_not_found(string id) => Assert.Equal(404, (await Page.At($"/provenance/decision/{id}", Answers)).Status);
}
