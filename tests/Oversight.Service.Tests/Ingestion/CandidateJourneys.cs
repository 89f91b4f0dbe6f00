using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Oversight.Ingestion;
using Oversight.Service.Tests.Identity;
using Oversight.Testing;
using Xunit;

namespace Oversight.Service.Tests.Ingestion;

/// <summary>From a document through the front door to a claim that the other services hear of, by a person who accepts it.</summary>
public sealed class CandidateJourneys
{
    private const string Source = "https://example.org/wiltshire-2021-22";

    [Fact]
    public async Task A_page_is_kept_and_read_and_one_of_its_candidates_becomes_a_grade_when_an_inspector_accepts_it()
    {
        await using var provider = await DemoProvider.Start();
        await using var ingestion = await ServiceRunning.Start(IngestionService.Build, null, provider.Settings);
        foreach (var register in (string[])["forces.csv", "body-names.csv"])
        {
            await Send(ingestion, File.ReadAllBytes(Path.Combine(Repository.Root, "data", register)), register, "text/csv");
        }

        var page = File.ReadAllBytes(DocumentSample.All.Single(sample => sample.Name == "02-report-summary.html").Path);
        var sent = await Send(ingestion, page, "report.html", "text/html", $"&source={Uri.EscapeDataString(Source)}");
        var (submission, count) = ((string)sent["submission"]!, (int)sent["candidates"]!);
        Assert.True(count >= 10, $"{count} candidates");
        var sentAgain = await Send(ingestion, page, "report.html", "text/html", "&source=https%3A%2F%2Fexample.org%2Fother");
        Assert.Equal((submission, Source), ((string?)sentAgain["submission"], (string?)sentAgain["cited"]));
        Assert.Equal((422, "urn:oversight:rule:source.malformed"), await RefusedWhole(ingestion, page, "&source=not-an-address"));
        Assert.Equal((422, "urn:oversight:rule:source.of-records"), await RefusedWhole(ingestion, "force,name,country,ons_code\n"u8.ToArray(), $"&source={Uri.EscapeDataString(Source)}", "forces.csv", "text/csv"));
        Assert.Equal(page, await ingestion.Http.GetByteArrayAsync($"/api/v1/submissions/{submission}/original"));
        var text = await ingestion.Http.GetStringAsync($"/api/v1/submissions/{submission}/text");
        Assert.DoesNotContain("ingestion.grade-reported.v1", await Said(ingestion));
        await ingestion.App.ViewsAreCurrent();
        var waiting = (await ingestion.Get($"/api/v1/candidates?state=waiting&body=wiltshire&submission={submission}"))["candidates"]!.AsArray();
        Assert.All(waiting, candidate => Assert.Equal((string)candidate!["quote"]!, text[(int)candidate["start"]!..(int)candidate["end"]!]));
        Assert.NotEmpty(waiting);
        var responding = waiting.Single(candidate => (string?)candidate!["area"] == "Responding to the public")!;
        Assert.Equal(("judgment", "inadequate", Source), ((string?)responding["kind"], (string?)responding["grade"], (string?)responding["cited"]));

        var id = (string)responding["candidate"]!;
        var (ines, vera) = (await provider.TokenOf("ines"), await provider.TokenOf("vera"));
        async Task Refused(HttpStatusCode status, string rule, string? token, string verb, object? body, string? ifMatch)
        {
            var answer = await ingestion.As(token, HttpMethod.Post, $"/api/v1/candidates/{id}/{verb}", body, ifMatch);
            Assert.Equal((status, rule), (answer.Status, answer.Rule));
        }

        var seen = (await ingestion.As(null, HttpMethod.Get, $"/api/v1/candidates/{id}")).ETag;
        var stored = await ingestion.App.Head();
        await Refused(HttpStatusCode.Unauthorized, "identity.missing", null, "accept", null, seen);
        await Refused(HttpStatusCode.Forbidden, "role.missing", vera, "accept", null, seen);
        await Refused(HttpStatusCode.PreconditionRequired, "if-match.missing", ines, "accept", null, null);
        await Refused(HttpStatusCode.Conflict, "candidate.lost-race", ines, "accept", null, "\"0\"");
        await Refused(HttpStatusCode.UnprocessableEntity, "candidate.malformed", ines, "accept", new { grade = "brilliant", reason = "as printed" }, seen);
        await Refused(HttpStatusCode.UnprocessableEntity, "candidate.reason-missing", ines, "accept", null, seen);
        await Refused(HttpStatusCode.UnprocessableEntity, "candidate.reason-missing", ines, "decline", null, seen);
        Assert.Equal(stored, await ingestion.App.Head());

        var accepted = await ingestion.As(ines, HttpMethod.Post, $"/api/v1/candidates/{id}/accept", new { reason = "as printed" }, seen);
        Assert.Equal((HttpStatusCode.OK, "Accepted", "Ines Holloway"), (accepted.Status, (string?)accepted.Body!["state"], (string?)accepted.Body["by"]!["name"]));
        var grade = (await Chunk(ingestion)).Single(entry => (string?)entry!["type"] == "ingestion.grade-reported.v1")!["data"]!;
        Assert.Equal(
            ("wiltshire", "Responding to the public", "inadequate", Source, submission),
            ((string?)grade["body"], (string?)grade["area"], (string?)grade["grade"], (string?)grade["source"]!["cited"], (string?)grade["source"]!["submission"]));

        await Refused(HttpStatusCode.Conflict, "candidate.lost-race", await provider.TokenOf("clara"), "accept", null, seen);
        await Refused(HttpStatusCode.UnprocessableEntity, "candidate.done", ines, "decline", new { reason = "no" }, accepted.ETag);
        var after = await ingestion.App.Head();
        Assert.Equal(HttpStatusCode.OK, (await ingestion.As(ines, HttpMethod.Post, $"/api/v1/candidates/{id}/accept", null, seen)).Status);

        var again = await Send(ingestion, page, "the same.html", "text/html");
        Assert.Equal((submission, count), ((string)again["submission"]!, (int)again["candidates"]!));
        Assert.Equal(after, await ingestion.App.Head());
        await ingestion.App.ViewsAreCurrent();
        Assert.Equal([id], (await ingestion.Get("/api/v1/candidates?state=accepted"))["candidates"]!.AsArray().Select(candidate => (string?)candidate!["candidate"]));
        Assert.Equal(count, (await ingestion.Get($"/api/v1/submissions/{submission}"))["candidates"]!.AsArray().Count);
        await ingestion.App.RebuiltViewsAreTheSame();

        // Promise 4: as recorded at each event, by the instants of the store.
        string[] reads = ["submissions", $"submissions/{submission}", "candidates", $"candidates?submission={submission}&state=waiting"];
        async Task<JsonNode> At(string path, string instant) =>
            await ingestion.Get($"/api/v1/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}recordedAt={instant}");

        var instants = await ingestion.Rows($"""
            select to_char(timestamp at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from oversight.mt_events
            where stream_id in ('submission/{submission}', 'candidates/{submission}') order by seq_id
            """);
        var (received, read, done) = (instants[0], instants[^2], instants[^1]);
        Assert.Equal((404, "urn:oversight:rule:submission.unknown"), Rule(await ingestion.Refused($"/api/v1/submissions/{submission}?recordedAt=2020-01-01T00:00:00Z")));
        Assert.Equal((404, "urn:oversight:rule:submission.unknown"), Rule(await ingestion.Refused($"/api/v1/submissions/{submission}/original?recordedAt=2020-01-01T00:00:00Z")));
        Assert.Equal((404, "urn:oversight:rule:candidate.unknown"), Rule(await ingestion.Refused($"/api/v1/candidates/{id}?recordedAt=2020-01-01T00:00:00Z")));
        Assert.Equal((400, "urn:oversight:rule:request.malformed"), Rule(await ingestion.Refused("/api/v1/candidates?state=foo")));
        Assert.Empty((await At("submissions", "2020-01-01T00:00:00Z"))["submissions"]!.AsArray());
        Assert.Empty((await At("candidates", "2020-01-01T00:00:00Z"))["candidates"]!.AsArray());
        var then = (await At("submissions", received))["submissions"]![0]!;
        Assert.Equal(("report.html", "Reading"), ((string?)then["name"], (string?)then["state"]));
        Assert.Equal(count, (await At("candidates?state=waiting", read))["candidates"]!.AsArray().Count);
        Assert.Equal(("Waiting", null), State(await At($"candidates/{id}", read)));
        Assert.Equal(("Accepted", "Ines Holloway"), State(await At($"candidates/{id}", done)));
        Assert.Equal("Waiting", (string?)(await At($"submissions/{submission}", read))["candidates"]!.AsArray().Single(one => (string?)one!["candidate"] == id)!["state"]);

        // Everything recorded is what is shown when no instant is given.
        foreach (var path in reads)
        {
            var (now, ever) = (await ingestion.Get($"/api/v1/{path}"), await At(path, "2099-01-01T00:00:00Z"));
            now.AsObject().Remove("recordedAt");
            ever.AsObject().Remove("recordedAt");
            Assert.Equal(now.ToJsonString(), ever.ToJsonString());
        }

        static (int, string?) Rule((int Status, string? Rule, string? Detail) refused) => (refused.Status, refused.Rule);

        static (string?, string?) State(JsonNode candidate) => ((string?)candidate["state"], (string?)candidate["by"]?["name"]);
    }

    [Fact]
    public async Task A_source_that_is_trusted_by_the_settings_needs_nobody()
    {
        var trusted = Path.GetTempFileName();
        await File.WriteAllTextAsync(trusted, """[{"publisher":"https://example.org/","atLeast":0.5,"kinds":["judgment"]}]""");
        await using var ingestion = await ServiceRunning.Start(IngestionService.Build, null, ("Oversight:Candidates:TrustedSources", trusted));
        await Send(ingestion, File.ReadAllBytes(Path.Combine(Repository.Root, "data", "forces.csv")), "forces.csv", "text/csv");
        var page = File.ReadAllBytes(DocumentSample.All.Single(sample => sample.Name == "02-report-summary.html").Path);

        await Send(ingestion, page, "report.html", "text/html", $"&source={Uri.EscapeDataString(Source)}");
        await ingestion.App.ViewsAreCurrent();

        var accepted = (await ingestion.Get("/api/v1/candidates?state=accepted"))["candidates"]!.AsArray();
        Assert.Equal(7, accepted.Count);
        Assert.All(accepted, candidate => Assert.Equal("oversight:trusted-sources", (string?)candidate!["by"]!["subject"]));
        Assert.Equal(7, (await Said(ingestion)).Count(type => type == "ingestion.grade-reported.v1"));
    }

    private static async Task<IEnumerable<JsonNode?>> Chunk(ServiceRunning ingestion)
    {
        // A chunk holds what is settled, and what is settled is seen by the daemon a little after the commit.
        await ingestion.App.ViewsAreCurrent();
        return (await ingestion.Get("/internal/v1/chunks?after=0&limit=1000"))["entries"]!.AsArray();
    }

    private static async Task<IReadOnlyList<string?>> Said(ServiceRunning ingestion) => [.. (await Chunk(ingestion)).Select(entry => (string?)entry!["type"])];

    [Fact]
    public async Task What_is_said_of_something_that_is_not_on_record_is_kept_and_noted()
    {
        await using var provider = await DemoProvider.Start();
        await using var ingestion = await ServiceRunning.Start(IngestionService.Build, null, provider.Settings);
        await Send(ingestion, File.ReadAllBytes(Path.Combine(Repository.Root, "data", "forces.csv")), "forces.csv", "text/csv");
        await Send(ingestion, "force,programme,area,grade,published_on,source_url\nKent Police,PEEL 2021/22,Workforce,good,2022-10-01,https://example.org/kent\n"u8.ToArray(), "grades.csv", "text/csv");
        var annotated = await Send(ingestion, """
            body,fact,what,on,by,detail,published_on,source_url
            Kent Police,grade/kent/peel-2021-22/workforce,disputed,2023,the force,too harsh,,https://example.org/kent
            Kent Police,grade/kent/peel-2021-22/workfroce,disputed,2023,the force,too harsh,,https://example.org/kent
            """u8.ToArray(), "later.csv", "text/csv");
        Assert.Equal((2, 3), ((int)annotated["accepted"]!, (int)Assert.Single(annotated["notes"]!.AsArray())!["line"]!));
    }

    private static async Task<(int, string?)> RefusedWhole(ServiceRunning ingestion, byte[] bytes, string query, string name = "report.html", string type = "text/html")
    {
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        using var answer = await ingestion.Http.PostAsync(new Uri($"/api/v1/submissions?name={name}{query}", UriKind.Relative), content);
        return ((int)answer.StatusCode, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["type"]);
    }

    private static async Task<JsonNode> Send(ServiceRunning ingestion, byte[] bytes, string name, string type, string query = "")
    {
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        using var answer = await ingestion.Http.PostAsync(new Uri($"/api/v1/submissions?name={Uri.EscapeDataString(name)}{query}", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
