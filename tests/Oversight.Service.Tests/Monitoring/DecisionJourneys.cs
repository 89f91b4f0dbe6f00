using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;
using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Monitoring;
using Oversight.Service.Tests.Identity;
using Xunit;

namespace Oversight.Service.Tests.Monitoring;

/// <summary>People decide, over HTTP, with tokens of the demo identity provider.</summary>
public sealed class DecisionJourneys
{
    private static readonly object Agreed = new { reason = "I agree" };

    private const string OfKent = "/api/v1/bodies/kent/decisions", Fact = "timeline/kent/2026-11-01";

    private static readonly string Today = DateTime.UtcNow.ToString("yyyy-MM-dd", null);

    [Fact]
    public async Task One_proposes_and_another_confirms_and_every_read_shows_the_move_with_its_decision()
    {
        await using var provider = await DemoProvider.Start();
        await using var monitoring = await Kent(provider);
        var (ines, clara) = (await provider.TokenOf("ines"), await provider.TokenOf("clara"));

        var before = await monitoring.As(ines, HttpMethod.Get, OfKent);
        var proposed = await monitoring.As(ines, HttpMethod.Post, OfKent, Proposal(), before.ETag);
        Assert.Equal((HttpStatusCode.Created, "Proposed"), (proposed.Status, (string?)proposed.Body!["state"]));
        var id = (string)proposed.Body["id"]!;
        Assert.Equal("Scan", await PhaseOfKent(monitoring));

        var seen = await monitoring.As(clara, HttpMethod.Get, $"/api/v1/decisions/{id}");
        var confirmed = await monitoring.As(clara, HttpMethod.Post, $"/api/v1/decisions/{id}/confirm", Agreed, seen.ETag);
        Assert.Equal((HttpStatusCode.OK, "Confirmed"), (confirmed.Status, (string?)confirmed.Body!["state"]));
        Assert.Equal(
            ["proposed by Ines Holloway, inspector: five causes", "confirmed by Clara Thornbury, chief-inspector: I agree"],
            confirmed.Body["acts"]!.AsArray().Select(act => $"{act!["what"]} by {act["by"]!["name"]}, {act["by"]!["role"]}: {act["why"]}"));
        await monitoring.App.ViewsAreCurrent();

        Assert.Equal("Engage", await PhaseOfKent(monitoring));
        var line = (await monitoring.Get("/api/v1/status?phase=engage"))["bodies"]![0]!;
        Assert.Equal(("kent", "not published", id), ((string?)line["id"], (string?)line["marks"]![0], (string?)line["sources"]![0]!["decision"]));
        Assert.Equal("decided in this system by Clara Thornbury, chief inspector, as Ines Holloway, inspector proposed",
            (string?)(await monitoring.Get("/api/v1/engage"))["stays"]![0]!["stay"]!["entry"]!["sources"]![0]!["cited"]);
        Assert.Contains((await monitoring.Get("/api/v1/bodies/kent/history"))["entries"]!.AsArray(), entry => (string?)entry!["kind"] == "engage");
        Assert.Equal("Scan", await PhaseOfKent(monitoring, "?knownAt=2026-01-01"));
        Assert.Equal("Scan", await PhaseOfKent(monitoring, "?strict=true"));

        var published = await monitoring.As(clara, HttpMethod.Post, $"/api/v1/decisions/{id}/publish", new { publishedOn = Today }, confirmed.ETag);
        Assert.Equal((HttpStatusCode.OK, Today), (published.Status, (string?)published.Body!["publishedOn"]));
        await monitoring.App.ViewsAreCurrent();
        Assert.Equal("Engage", await PhaseOfKent(monitoring, "?strict=true"));
        Assert.Equal([id], (await monitoring.As(ines, HttpMethod.Get, "/api/v1/decisions?state=confirmed")).Body!["decisions"]!.AsArray().Select(decision => (string?)decision!["id"]));
        await monitoring.App.RebuiltViewsAreTheSame();

        var said = (await monitoring.Get("/internal/v1/chunks?after=0&limit=1000"))["entries"]!.AsArray().Select(entry => (string?)entry!["type"]);
        Assert.Equal(["monitoring.decision-confirmed.v1", "monitoring.decision-published.v1"], said);
    }

    [Fact]
    public async Task What_a_role_or_a_rule_forbids_changes_nothing_and_is_noted()
    {
        await using var provider = await DemoProvider.Start();
        await using var monitoring = await Kent(provider);
        var (clara, conrad) = (await provider.TokenOf("clara"), await provider.TokenOf("conrad"));
        var proposed = await monitoring.As(clara, HttpMethod.Post, OfKent, Proposal(), "\"0\"");
        var (id, etag) = ((string)proposed.Body!["id"]!, proposed.ETag);
        var stored = await monitoring.App.Head();

        async Task Refused(HttpStatusCode status, string rule, string person, string verb, string? ifMatch, object? body = null)
        {
            var answer = await monitoring.As(await provider.TokenOf(person), HttpMethod.Post, $"/api/v1/decisions/{id}/{verb}", body, ifMatch);
            Assert.Equal((status, rule), (answer.Status, answer.Rule));
            Assert.False(string.IsNullOrWhiteSpace((string?)answer.Body!["detail"]));
        }

        await Refused(HttpStatusCode.Forbidden, "decision.same-person", "clara", "confirm", etag);
        await Refused(HttpStatusCode.Forbidden, "role.missing", "ines", "confirm", etag);
        await Refused(HttpStatusCode.Forbidden, "role.missing", "ada", "confirm", etag);
        await Refused(HttpStatusCode.Forbidden, "role.missing", "vera", "withdraw", etag);
        await Refused(HttpStatusCode.Forbidden, "decision.not-yours", "ines", "withdraw", etag);
        await Refused(HttpStatusCode.PreconditionRequired, "if-match.missing", "conrad", "confirm", null);
        await Refused(HttpStatusCode.Conflict, "decision.lost-race", "conrad", "confirm", "\"0\"");
        await Refused(HttpStatusCode.BadRequest, "request.malformed", "conrad", "confirm", "*");
        await Refused(HttpStatusCode.UnprocessableEntity, "decision.reason-missing", "conrad", "confirm", etag);
        await Refused(HttpStatusCode.UnprocessableEntity, "decision.reason-missing", "conrad", "decline", etag);
        await Refused(HttpStatusCode.UnprocessableEntity, "decision.date-malformed", "conrad", "confirm", etag, new { publishedOn = "soon" });
        await Refused(HttpStatusCode.BadRequest, "request.malformed", "conrad", "confirm", etag, new { publishedBy = "me" });

        var unknown = await monitoring.As(conrad, HttpMethod.Post, "/api/v1/decisions/kent-none/confirm", null, etag);
        Assert.Equal((HttpStatusCode.NotFound, "decision.unknown"), (unknown.Status, unknown.Rule));
        foreach (var (rule, body) in new (string, object)[]
        {
            ("decision.evidence-unknown", Proposal("no such fact")), ("decision.already-there", Proposal(to: "scan")), ("decision.phase-unknown", Proposal(to: "special measures")),
        })
        {
            var refused = await monitoring.As(conrad, HttpMethod.Post, OfKent, body, etag);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, rule), (refused.Status, refused.Rule));
        }

        Assert.Equal(stored, await monitoring.App.Head());
        var attempts = await monitoring.As(await provider.TokenOf("otto"), HttpMethod.Get, "/api/v1/attempts");
        Assert.Equal(
            [
                "decision.phase-unknown", "decision.already-there", "decision.evidence-unknown", "decision.unknown", "request.malformed", "decision.date-malformed",
                "decision.reason-missing", "decision.reason-missing", "request.malformed", "decision.lost-race", "if-match.missing", "decision.not-yours", "role.missing", "role.missing", "role.missing",
                "decision.same-person",
            ],
            attempts.Body!["attempts"]!.AsArray().Select(attempt => (string?)attempt!["rule"]));
        var first = attempts.Body["attempts"]!.AsArray()[^1]!;
        Assert.Equal(("monitoring", "clara", "decision.confirm", $"POST /api/v1/decisions/{id}/confirm"), ((string?)first["service"], (string?)first["subject"], (string?)first["act"], (string?)first["target"]));
        Assert.Equal("role.missing", (await monitoring.As(clara, HttpMethod.Get, "/api/v1/attempts")).Rule);

        var own = (await monitoring.As(clara, HttpMethod.Get, "/api/v1/attempts/mine?limit=100")).Body!["attempts"]!.AsArray();
        Assert.Equal(("role.missing", "decision.same-person"), ((string?)own[0]!["rule"], (string?)own[^1]!["rule"]));
        Assert.All(own, attempt => Assert.Equal("clara", (string?)attempt!["subject"]));
        Assert.Empty((await monitoring.As(await provider.TokenOf("otto"), HttpMethod.Get, "/api/v1/attempts/mine")).Body!["attempts"]!.AsArray());
        Assert.Equal("identity.missing", (await monitoring.As(null, HttpMethod.Get, "/api/v1/attempts/mine")).Rule);
    }

    [Fact]
    public async Task After_a_restart_people_go_on_where_they_were()
    {
        await using var provider = await DemoProvider.Start();
        string database;
        Answered proposed;
        await using (var monitoring = await Kent(provider))
        {
            database = monitoring.Database;
            proposed = await monitoring.As(await provider.TokenOf("ines"), HttpMethod.Post, OfKent, Proposal(), "\"0\"");
            await monitoring.As(await provider.TokenOf("ines"), HttpMethod.Post, $"/api/v1/decisions/{proposed.Body!["id"]}/confirm", null, proposed.ETag);
        }

        await using var restarted = await ServiceRunning.Start(MonitoringService.Build, database, provider.Settings);
        Assert.Single((await restarted.As(await provider.TokenOf("otto"), HttpMethod.Get, "/api/v1/attempts")).Body!["attempts"]!.AsArray());
        var confirmed = await restarted.As(await provider.TokenOf("clara"), HttpMethod.Post, $"/api/v1/decisions/{proposed.Body!["id"]}/confirm", Agreed, proposed.ETag);
        Assert.Equal(HttpStatusCode.OK, confirmed.Status);
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_has_lost_the_race()
    {
        await using var provider = await DemoProvider.Start();
        await using var monitoring = await Kent(provider);
        var (clara, conrad) = (await provider.TokenOf("clara"), await provider.TokenOf("conrad"));
        var proposed = await monitoring.As(await provider.TokenOf("ivor"), HttpMethod.Post, OfKent, Proposal(), "\"0\"");
        var id = (string)proposed.Body!["id"]!;

        var both = await Task.WhenAll(
            monitoring.As(clara, HttpMethod.Post, $"/api/v1/decisions/{id}/confirm", Agreed, proposed.ETag),
            monitoring.As(conrad, HttpMethod.Post, $"/api/v1/decisions/{id}/decline", new { reason = "too early" }, proposed.ETag));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], both.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task Nobody_is_believed_but_by_a_token_of_the_provider_for_this_system_that_has_not_run_out()
    {
        await using var provider = await DemoProvider.Start();
        await using var other = await DemoProvider.Start();
        await using var monitoring = await Kent(provider);
        var shared = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes("a secret that everybody who can read knows")), SecurityAlgorithms.HmacSha256);

        async Task Refused(string? token, string rule)
        {
            var answer = await monitoring.As(token, HttpMethod.Post, OfKent, Proposal(), "\"0\"");
            Assert.Equal((HttpStatusCode.Unauthorized, rule), (answer.Status, answer.Rule));
            Assert.StartsWith("Bearer", answer.Challenge, StringComparison.Ordinal);
        }

        await Refused(null, "identity.missing");
        await Refused("nonsense", "identity.invalid");
        await Refused(provider.Forged(expires: DateTime.UtcNow.AddMinutes(-1)), "identity.expired");
        await Refused(provider.Forged(audience: "somebody-else"), "identity.wrong-audience");
        await Refused(provider.Forged(issuer: "http://127.0.0.1:9/"), "identity.wrong-issuer");
        await Refused(await other.TokenOf("clara"), "identity.wrong-issuer");
        await Refused(other.Forged(issuer: provider.Address), "identity.invalid");
        await Refused(provider.Forged(signedBy: shared), "identity.invalid");
        await Refused(provider.Forged(type: "logout+jwt"), "identity.invalid");
        Assert.Equal(HttpStatusCode.Created, (await monitoring.As(provider.Forged(), HttpMethod.Post, OfKent, Proposal(), "\"0\"")).Status);

        // An open read minds no token, good or bad.
        Assert.Equal(HttpStatusCode.OK, (await monitoring.As("nonsense", HttpMethod.Get, "/api/v1/status")).Status);
    }

    [Fact]
    public async Task Where_no_provider_is_configured_or_answers_nobody_acts()
    {
        await using var none = await ServiceRunning.Start(MonitoringService.Build);
        Assert.Equal((HttpStatusCode.Unauthorized, "identity.not-configured"), Said(await none.As("a-token", HttpMethod.Get, "/api/v1/decisions")));

        await using var provider = await DemoProvider.Start();
        var token = await provider.TokenOf("clara");
        await using var cut = await ServiceRunning.Start(MonitoringService.Build, null, ("OVERSIGHT_OIDC_AUTHORITY", "http://127.0.0.1:9/"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "identity.unreachable"), Said(await cut.As(token, HttpMethod.Get, "/api/v1/decisions")));

        static (HttpStatusCode, string?) Said(Answered answer) => (answer.Status, answer.Rule);
    }

    [Theory]
    [InlineData("text/plain", "\"0\"", "{}", 415, "request.media-type", "application/json")]
    [InlineData("application/json", "\"0\"", "", 400, "request.malformed", "has no body")]
    [InlineData("application/json", "*", null, 400, "request.malformed", "ETag of an earlier answer")]
    [InlineData("application/json", "W/\"0\"", null, 400, "request.malformed", "ETag of an earlier answer")]
    [InlineData("application/json", "\"0\"", """{"to":"engage","effectiveOn":"2026-11-23","reason":"\u200b","evidence":["x"]}""", 422, "decision.reason-missing", "Say why")]
    public async Task Whatever_is_refused_has_a_rule_and_a_sentence_and_is_in_the_audit(string form, string seen, string? body, int status, string rule, string says)
    {
        await using var provider = await DemoProvider.Start();
        await using var monitoring = await Kent(provider);
        using var request = new HttpRequestMessage(HttpMethod.Post, OfKent);
        request.Headers.Authorization = new("Bearer", await provider.TokenOf("ines"));
        request.Headers.TryAddWithoutValidation("If-Match", seen);
        request.Content = new StringContent(body ?? Proposal().ToJsonString(), Encoding.UTF8, form);

        using var answer = await monitoring.Http.SendAsync(request);

        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal((status, $"urn:oversight:rule:{rule}"), ((int)answer.StatusCode, (string?)problem["type"]));
        Assert.Contains(says, (string?)problem["detail"], StringComparison.Ordinal);
        var attempt = Assert.Single((await monitoring.As(await provider.TokenOf("otto"), HttpMethod.Get, "/api/v1/attempts")).Body!["attempts"]!.AsArray())!;
        Assert.Equal((rule, status), ((string?)attempt["rule"], (int?)attempt["status"]));
    }

    [Fact]
    public async Task A_proposal_runs_out_while_nobody_looks()
    {
        await using var provider = await DemoProvider.Start();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var monitoring = await Kent(provider, clock);
        var ines = await provider.TokenOf("ines");
        var proposed = await monitoring.As(ines, HttpMethod.Post, OfKent, Proposal(), "\"0\"");
        await monitoring.App.ViewsAreCurrent();

        clock.Advance(TimeSpan.FromDays(28));

        await Testing.Eventually.True("the proposal to have run out", async () =>
            (string?)(await monitoring.As(ines, HttpMethod.Get, $"/api/v1/decisions/{proposed.Body!["id"]}")).Body!["state"] == "Expired");
    }

    private static async Task<ServiceRunning> Kent(DemoProvider provider, TimeProvider? clock = null)
    {
        var monitoring = await ServiceRunning.Start(builder =>
        {
            if (clock is not null)
            {
                builder.Services.AddSingleton(clock);
            }

            return MonitoringService.Build(builder);
        }, null, provider.Settings);
        await monitoring.Tell("ingestion",
            new BodyRegistered("kent", "Kent Police", "police", "England", null, null),
            new TimelineEntryReported("kent", "2026-11-01", "inspection", "A report with five causes",
                new Source(NameBasedId.Of(Fact), Fact, 1, "a report", "a-submission", 2, "2026-11-01", "first")));
        return monitoring;
    }

    private static async Task<string?> PhaseOfKent(ServiceRunning monitoring, string query = "") =>
        (string?)(await monitoring.Get($"/api/v1/bodies/kent{query}"))["status"]!["phase"];

    private static JsonObject Proposal(string evidence = Fact, string to = "engage") => new()
    {
        ["to"] = to, ["effectiveOn"] = Today, ["reason"] = "five causes", ["evidence"] = new JsonArray(evidence),
    };
}
