using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Ingestion;
using Oversight.Monitoring;
using Oversight.Service.Tests.Identity;
using Oversight.Testing;
using Xunit;

namespace Oversight.Service.Tests.Platform;

/// <summary>Every address by which somebody acts: what is refused has a rule, a sentence and its status, and leaves nothing behind but the note of the attempt.</summary>
public sealed class RefusedCommandTests
{
    /// <param name="Person">Who tries.</param>
    /// <param name="Body">What they send.</param>
    /// <param name="IfMatch">Which state they say that they have seen.</param>
    private sealed record Try(string Person, object? Body, string? IfMatch, HttpStatusCode Status, string Rule, string? Path = null);

    // Nobody in particular sends these, so that there is nobody to note: a document that is refused is kept as what was sent, and the token of a mail is no person.
    private static readonly string[] ByNobody = ["POST /api/v1/submissions", "POST /api/v1/unsubscribe/{token}"];

    [Fact]
    public async Task Whatever_is_refused_by_Monitoring_is_noted_and_leaves_nothing_else()
    {
        await using var provider = await DemoProvider.Start();
        await using var monitoring = await ServiceRunning.Start(MonitoringService.Build, null, provider.Settings);
        const string fact = "timeline/kent/2026-11-01", ofEssex = "timeline/essex/2026-11-01";
        await monitoring.Tell("ingestion", Registered("kent"), Happened("kent", fact), Registered("essex"), Happened("essex", ofEssex));
        object Move(string to, string evidence = fact) => new { to, effectiveOn = DateTime.UtcNow.ToString("yyyy-MM-dd", null), reason = "five causes", evidence = new[] { evidence } };

        var proposed = await monitoring.As(await provider.TokenOf("clara"), HttpMethod.Post, "/api/v1/bodies/kent/decisions", Move("engage"), "\"0\"");
        var (decision, seen) = ((string)proposed.Body!["id"]!, proposed.ETag!);
        var held = await monitoring.As(await provider.TokenOf("clara"), HttpMethod.Post, "/api/v1/bodies/essex/decisions", Move("engage", ofEssex), "\"0\"");
        held = await monitoring.As(await provider.TokenOf("clara"), HttpMethod.Post, $"/api/v1/decisions/{held.Body!["id"]}/interrupt", new { reason = "wait" }, held.ETag);
        Assert.Equal("OnHold", (string?)held.Body!["state"]);
        var follow = (string)(await monitoring.As(await provider.TokenOf("ines"), HttpMethod.Post, "/api/v1/follows", new { name = "Kent", bodies = new[] { "kent" } })).Body!["id"]!;

        Try NoRole(string person = "otto", object? body = null) => new(person, body, seen, HttpStatusCode.Forbidden, "role.missing");
        Try Lost(string person, object? body = null) => new(person, body, "\"0\"", HttpStatusCode.Conflict, "decision.lost-race");
        Try ByRule(string person, string rule, object? body = null) => new(person, body, seen, HttpStatusCode.UnprocessableEntity, rule);
        Try Elsewhere(string person, string path, string rule, object? body = null) => new(person, body, seen, HttpStatusCode.NotFound, rule, path);
        var refused = new Dictionary<string, Try[]>
        {
            ["POST /api/v1/bodies/{id}/decisions"] =
            [
                NoRole(body: Move("engage")), new("conrad", Move("engage"), "\"0\"", HttpStatusCode.Conflict, "decision.lost-race"), ByRule("conrad", "decision.already-there", Move("scan")),
                ByRule("conrad", "decision.evidence-unknown", Move("engage", "no such fact")), Elsewhere("conrad", "/api/v1/bodies/atlantis/decisions", "body.unknown", Move("engage")),
            ],
            ["POST /api/v1/decisions/{id}/confirm"] = [NoRole(), Lost("conrad"), ByRule("conrad", "decision.date-malformed", new { publishedOn = "soon" }), ByRule("conrad", "decision.reason-missing"), new("clara", null, seen, HttpStatusCode.Forbidden, "decision.same-person")],
            ["POST /api/v1/decisions/{id}/decline"] = [NoRole(), Lost("conrad", new { reason = "no" }), ByRule("conrad", "decision.reason-missing")],
            ["POST /api/v1/decisions/{id}/withdraw"] = [NoRole(), Lost("clara"), ByRule("clara", "decision.date-misplaced", new { publishedOn = "2026-11-02" }), new("ines", null, seen, HttpStatusCode.Forbidden, "decision.not-yours")],
            ["POST /api/v1/decisions/{id}/interrupt"] = [NoRole(), Lost("clara"), ByRule("clara", "decision.date-misplaced", new { publishedOn = "2026-11-02" })],
            ["POST /api/v1/decisions/{id}/resume"] = [NoRole(), Lost("clara"), ByRule("clara", "decision.date-misplaced", new { publishedOn = "2026-11-02" }), new("ines", null, held.ETag, HttpStatusCode.Forbidden, "decision.not-yours")],
            ["POST /api/v1/decisions/{id}/publish"] = [NoRole(), Lost("conrad", new { publishedOn = "2026-11-02" }), ByRule("conrad", "decision.date-missing")],

            ["POST /api/v1/clock"] =
            [
                new("clara", new { reason = "to see" }, null, HttpStatusCode.Forbidden, "role.missing"), new("ada", new { reason = " " }, null, HttpStatusCode.UnprocessableEntity, "clock.reason-missing"),
                new("ada", new { reason = "to see", day = "2099-01-01" }, null, HttpStatusCode.UnprocessableEntity, "clock.day-ahead"),
            ],

            // Everybody who has a role may follow, and nobody else has what they follow.
            ["POST /api/v1/follows"] = [new("ines", new { name = " " }, null, HttpStatusCode.UnprocessableEntity, "follow.name-missing"), new("ines", new { name = "Kent again", bodies = new[] { "kent" } }, null, HttpStatusCode.UnprocessableEntity, "follow.duplicate")],
            ["PUT /api/v1/follows/{id}"] = [new("ines", new { name = " ", bodies = new[] { "kent" } }, null, HttpStatusCode.UnprocessableEntity, "follow.name-missing"), new("vera", new { name = "mine" }, null, HttpStatusCode.NotFound, "follow.unknown")],
            ["DELETE /api/v1/follows/{id}"] = [new("vera", null, null, HttpStatusCode.NotFound, "follow.unknown")],
            ["POST /api/v1/follows/{id}/seen"] = [new("vera", new { position = 1 }, null, HttpStatusCode.NotFound, "follow.unknown")],
        };
        await Hold(provider, monitoring, refused, route => route.Contains("follows", StringComparison.Ordinal) ? follow : route.Contains("/bodies/", StringComparison.Ordinal) ? "kent"
            : route.EndsWith("/resume", StringComparison.Ordinal) ? (string)held.Body["id"]! : decision);

        static BodyRegistered Registered(string body) => new(body, $"{body} police", "police", "England", null, null);

        static TimelineEntryReported Happened(string body, string fact) =>
            new(body, "2026-11-01", "inspection", "A report", new Source(NameBasedId.Of(fact), fact, 1, "a report", "a-submission", 2, "2026-11-01", "first"));
    }

    [Fact]
    public async Task Whatever_is_refused_by_Ingestion_is_noted_and_leaves_nothing_else()
    {
        await using var provider = await DemoProvider.Start();
        await using var ingestion = await ServiceRunning.Start(IngestionService.Build, null, provider.Settings);
        await Send(ingestion, await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "data", "forces.csv")), "forces.csv", "text/csv");
        await Send(ingestion, Encoding.UTF8.GetBytes("""
            service,body,phase,from_date,to_date,date_precision,reason_summary,published_on,source_url
            police,Staffordshire Police,Engage,2022-06,,month,,2022-06-29,https://hmicfrs.justiceinspectorates.gov.uk/news/a
            police,Staffordshire Police,Engage,2022-07-06,,day,,2024-05-21,https://hmicfrs.justiceinspectorates.gov.uk/letter/b

            """), "stays.csv", "text/csv");
        var submission = (string)(await Send(ingestion, await File.ReadAllBytesAsync(DocumentSample.All.Single(sample => sample.Name == "02-report-summary.html").Path), "report.html", "text/html"))["submission"]!;
        await ingestion.App.ViewsAreCurrent();
        var conflict = (await ingestion.Get("/api/v1/conflicts"))["conflicts"]!.AsArray().First()!;
        var (fact, claim, revision) = ((string)conflict["factId"]!, (string)conflict["sides"]![0]!["claimId"]!, $"\"{conflict["revision"]}\"");
        var judgment = (await ingestion.Get($"/api/v1/candidates?submission={submission}"))["candidates"]!.AsArray().First(one => (string?)one!["kind"] == "judgment")!;
        var candidate = (string)judgment["candidate"]!;
        var waits = (await ingestion.As(null, HttpMethod.Get, $"/api/v1/candidates/{candidate}")).ETag!;

        object Settled(string claimed, string reason) => new { fact, claim = claimed, reason };
        var refused = new Dictionary<string, Try[]>
        {
            ["POST /api/v1/conflicts/settle"] =
            [
                new("vera", Settled(claim, "because"), revision, HttpStatusCode.Forbidden, "role.missing"), new("ines", Settled(claim, "because"), "\"77\"", HttpStatusCode.Conflict, "conflict.lost-race"),
                new("ines", Settled(claim, " "), revision, HttpStatusCode.UnprocessableEntity, "conflict.reason-missing"), new("ines", Settled(Guid.Empty.ToString(), "because"), revision, HttpStatusCode.UnprocessableEntity, "conflict.no-such-side"),
            ],
            ["POST /api/v1/candidates/{id}/accept"] =
            [
                new("vera", null, waits, HttpStatusCode.Forbidden, "role.missing"), new("ines", null, "\"0\"", HttpStatusCode.Conflict, "candidate.lost-race"),
                new("ines", new { grade = "brilliant", reason = "as printed" }, waits, HttpStatusCode.UnprocessableEntity, "candidate.malformed"), new("ines", null, waits, HttpStatusCode.UnprocessableEntity, "candidate.reason-missing"), new("ines", null, null, HttpStatusCode.PreconditionRequired, "if-match.missing"),
            ],
            ["POST /api/v1/candidates/{id}/decline"] =
            [
                new("vera", null, waits, HttpStatusCode.Forbidden, "role.missing"), new("ines", new { reason = "no" }, "\"0\"", HttpStatusCode.Conflict, "candidate.lost-race"),
                new("ines", null, waits, HttpStatusCode.UnprocessableEntity, "candidate.reason-missing"),
            ],
        };
        await Hold(provider, ingestion, refused, _ => candidate);
    }

    private static async Task Hold(DemoProvider provider, ServiceRunning service, IReadOnlyDictionary<string, Try[]> refused, Func<string, string> idOf)
    {
        var routes = ((IEndpointRouteBuilder)service.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Where(method => method != "GET").Select(method => $"{method} {endpoint.RoutePattern.RawText}"))
            .Except(ByNobody).Order().ToArray();
        Assert.Equal(routes, refused.Keys.Order());
        await service.App.ViewsAreCurrent();
        var before = await Held(service);

        foreach (var (route, tries) in refused)
        {
            var (method, path) = (new HttpMethod(route.Split(' ')[0]), route.Split(' ')[1].Replace("{id}", idOf(route), StringComparison.Ordinal));
            foreach (var one in tries)
            {
                var (at, noted) = (one.Path ?? path, await Noted(service));
                var answer = await service.As(await provider.TokenOf(one.Person), method, at, one.Body, one.IfMatch);
                Assert.Equal((route, one.Status, one.Rule), (route, answer.Status, answer.Rule));
                var because = (string?)answer.Body!["detail"];
                Assert.Matches("^[A-Za-z'].* .*[.]$", because);
                Assert.Equal($"urn:oversight:rule:{one.Rule}", (string?)answer.Body["type"]);
                Assert.Equal([$"{one.Person} {method} {at} {one.Rule} {(int)one.Status} {because}"], (await Noted(service)).Except(noted));
                Assert.Equal(noted.Length + 1, (await Noted(service)).Length);
            }
        }

        Assert.Equal(before, await Held(service));
    }

    private static Task<string[]> Noted(ServiceRunning service) =>
        service.Rows("select subject || ' ' || target || ' ' || rule || ' ' || status || ' ' || because from oversight.attempts order by at, id");

    // All that the service keeps but the attempts, and how far its own views have got.
    private static async Task<string[]> Held(ServiceRunning service)
    {
        var tables = await service.Rows("select tablename::text from pg_tables where schemaname = 'oversight' and tablename not in ('attempts', 'mt_event_progression') order by 1");
        Assert.Contains("mt_events", tables);
        var held = new List<string>();
        foreach (var table in tables)
        {
            held.AddRange(await service.Rows($"select '{table} ' || count(*) || ' ' || coalesce(md5(string_agg(kept::text, '|' order by kept::text)), '') from oversight.{table} kept"));
        }

        return [.. held];
    }

    private static async Task<JsonNode> Send(ServiceRunning ingestion, byte[] bytes, string name, string type)
    {
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        using var answer = await ingestion.Http.PostAsync(new Uri($"/api/v1/submissions?name={name}{(type == "text/html" ? "&source=https%3A%2F%2Fexample.org%2Freport" : "")}", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
