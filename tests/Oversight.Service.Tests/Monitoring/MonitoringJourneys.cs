using System.Text.Json.Nodes;
using Marten;
using Oversight.Contracts;
using Oversight.Contracts.Grading.V1;
using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Monitoring;
using Xunit;

namespace Oversight.Service.Tests.Monitoring;

public sealed class MonitoringJourneys
{
    private static readonly IContract[] Register =
    [
        new BodyRegistered("metropolitan", "Metropolitan Police Service", "police", "England", "E23000001", null),
        new BodyNamed("metropolitan", "the Met", "alias", null, null, null),
        new BodyRegistered("staffordshire", "Staffordshire Police", "police", "England", null, null),
        new BodyRegistered("kent", "Kent Police", "police", "England", null, null),
        new BodyRegistered("london-fire-brigade", "London Fire Brigade", "fire", "England", null, null),
    ];

    private static readonly IContract[] Moves =
    [
        Move("metropolitan", "engage", "2022-06-28", "2022-06-28"),
        Move("metropolitan", "scan", "2025-01-23", null),
        Move("metropolitan", "scan", "2025-01-23", "2025-01-23", "supports"),
        Move("staffordshire", "engage", "2022-06", "2022-06-29"),
        Move("staffordshire", "engage", "2022-07-06", "2024-05-21", "differs"),
        new ConflictFound("staffordshire", "phase/staffordshire/engage/2022-06", "Move to engage",
            [new("2022-06", From("a", "news", "2022-06-29")), new("2022-07-06", From("b", "letter", "2024-05-21"))]),
        Move("london-fire-brigade", "engage", "2022-12", "2022-12"),
        new EngageStepReported("metropolitan", "ppog", "2022-09-19", null, "", null, From("engage-step/metropolitan/ppog/2022-09-19", "a letter", "2022-09-20")),
        new InvestigationStepReported("metropolitan", "Child Q", "referred", "2021-05", null, null, "", From("investigation/metropolitan/child-q/referred", "a page")),
        new ReportResponseReported("kent", "CDI 2018", "published", "2019-01-15", null, null, From("section-55/kent/cdi-2018/published", "a page", "2019-01-15")),
        new LinkReported("metropolitan", "2022-06-29 Policing Minister", "follows-up", "engage/2022-06-28", From("link/metropolitan/a", "hansard")),
        new TimelineEntryReported("metropolitan", "2022-06-29", "parliament", "Policing Minister's statement", From("t", "hansard")),
    ];

    private static readonly IContract[] Grades =
    [
        new GradeAwarded("metropolitan", "PEEL 2021/22", "Responding to the public", "inadequate", From("g", "a report", "2022-09-22")),
        new AuditAssessed("metropolitan", "stop-search", "PEEL 2021/22", "PEEL 2021/22 (press)", "records with reasonable grounds", "2021", 75, null, 21,
            From("s", "a newspaper", "2022-09-22")),
    ];

    [Fact]
    public async Task What_the_others_say_is_on_the_board_in_three_times()
    {
        await using var monitoring = await Start();
        await monitoring.Tell("grading", Grades);
        await monitoring.Tell("ingestion", [.. Register, .. Moves]);

        Assert.Equal(
            ["london-fire-brigade Scan", "kent Scan", "metropolitan Engage 2022-06-28", "staffordshire Engage 2022 conflicting"],
            Board(await monitoring.Get("/api/v1/status?asOf=2022-07-08")));
        Assert.Equal(
            ["metropolitan Engage 2022-06-28", "staffordshire Engage 2022-06"],
            Board(await monitoring.Get("/api/v1/status?asOf=2022-07-08&knownAt=2022-06-30&service=police&phase=engage")));
        Assert.Equal(
            ["london-fire-brigade CannotTell 2022-12 date imprecise", "staffordshire CannotTell 2022 conflicting"],
            [.. Board(await monitoring.Get("/api/v1/status?asOf=2022-12-10&phase=cannot-tell")), .. Board(await monitoring.Get("/api/v1/status?asOf=2022-07-01&phase=CannotTell"))]);
        Assert.Empty(Board(await monitoring.Get("/api/v1/status?recordedAt=2020-01-01T00:00:00Z")));
    }

    [Fact]
    public async Task Timelines_are_searched_in_three_times_and_in_pages()
    {
        await using var monitoring = await Start();
        await monitoring.Tell("grading", Grades);
        await monitoring.Tell("ingestion", [.. Register, .. Moves]);

        Assert.Equal(["metropolitan Policing Minister's statement"], Found(await monitoring.Get("/api/v1/search?q=minist%20STATE")));
        Assert.Equal(["metropolitan Child Q: referred"], Found(await monitoring.Get("/api/v1/search?q=child")));
        Assert.Equal(["metropolitan PEEL 2021/22: 1 grade"], Found(await monitoring.Get("/api/v1/search?q=responding+public")));
        Assert.Empty(Found(await monitoring.Get("/api/v1/search?q=statement&asOf=2022-06-28")));
        Assert.Empty(Found(await monitoring.Get("/api/v1/search?q=letter&knownAt=2022-09-19&kind=engage-step")));
        Assert.Empty(Found(await monitoring.Get("/api/v1/search?q=statement&recordedAt=2020-01-01T00:00:00Z")));
        Assert.Empty(Found(await monitoring.Get("/api/v1/search?q=statement&strict=true")));

        var all = await monitoring.Get("/api/v1/search?q=moved+engage");
        Assert.Equal((3, null), ((int)all["total"]!, (string?)all["next"]));
        Assert.Equal(["metropolitan Moved to Engage"], Found(await monitoring.Get("/api/v1/search?q=moved+engage&body=the%20Met")));
        Assert.Equal(["london-fire-brigade Moved to Engage"], Found(await monitoring.Get("/api/v1/search?q=moved+engage&service=fire")));
        var (pages, next) = (new List<string>(), (string?)"");
        while (next is not null)
        {
            var page = await monitoring.Get($"/api/v1/search?q=moved+engage&limit=1{(next == "" ? "" : $"&before={Uri.EscapeDataString(next)}")}");
            (pages, next) = ([.. pages, .. Found(page)], (string?)page["next"]);
        }

        Assert.Equal(Found(all), pages);
        foreach (var asked in new[] { "", "?q=", "?q=%20%20", "?q=%E2%80%A6", $"?q={new string('a', 101)}", "?q=a+b+c+d+e+f+g+h+i+j+k", "?q=engage&limit=0", "?q=engage&before=nothing", "?q=engage&words=x" })
        {
            var (status, _, detail) = await monitoring.Refused($"/api/v1/search{asked}");
            Assert.Equal((400, false), (status, string.IsNullOrWhiteSpace(detail)));
        }

        static string[] Found(JsonNode answer) => [.. answer["found"]!.AsArray().Select(one => $"{one!["body"]} {one["entry"]!["title"]}")];
    }

    [Fact]
    public async Task A_body_is_asked_for_by_any_name()
    {
        await using var monitoring = await Start();
        await monitoring.Tell("ingestion", [.. Register, .. Moves]);
        await monitoring.Tell("grading", Grades);

        var met = await monitoring.Get("/api/v1/bodies/the%20Met?asOf=2023-01-01");
        Assert.Equal(("metropolitan", "Engage"), ((string?)met["id"], (string?)met["status"]!["phase"]));
        Assert.Equal("187 days so far", (string?)met["stays"]![0]!["duration"]);
        var stays = (await monitoring.Get("/api/v1/engage?asOf=2025-02-01"))["stays"]!.AsArray();
        Assert.Equal(
            ["staffordshire between 941 and 976 days so far", "metropolitan 940 days", "london-fire-brigade between 763 and 793 days so far"],
            stays.Select(stay => $"{stay!["id"]} {stay["stay"]!["duration"]}"));
        Assert.Equal(2, (await monitoring.Get("/api/v1/bodies/staffordshire"))["conflicts"]![0]!["sides"]!.AsArray().Count);

        Assert.Equal(
            (404, "urn:oversight:rule:body.unknown", "No body is called 'metropolitian'; near to it are metropolitan."), await monitoring.Refused("/api/v1/bodies/metropolitian"));
        Assert.Equal(404, (await monitoring.Refused("/api/v1/bodies/metropolitan?recordedAt=2020-01-01T00:00:00Z")).Status);
    }

    [Fact]
    public async Task A_history_is_read_in_pages()
    {
        await using var monitoring = await Start();
        await monitoring.Tell("ingestion", [.. Register, .. Moves]);
        await monitoring.Tell("grading", Grades);

        var first = await monitoring.Get("/api/v1/bodies/metropolitan/history?limit=3");
        var rest = await monitoring.Get($"/api/v1/bodies/metropolitan/history?before={Uri.EscapeDataString((string)first["next"]!)}");

        Assert.Equal(
            ["2025-01-23 scan", "2022-09-22 audit", "2022-09-22 grades", "2022-09-19 engage-step", "2022-06-29 parliament", "2022-06-28 engage", "2021-05 investigation"],
            Entries(first).Concat(Entries(rest)));
        Assert.Null(rest["next"]);
        Assert.Equal(["2022-06-28 engage"], Entries(await monitoring.Get("/api/v1/bodies/metropolitan/history?kind=engage")));
    }

    [Theory]
    [InlineData("/api/v1/status?asOf=2022", "asOf is a day from 1829 to 2100 such as 2022-07-08, not '2022'.")]
    [InlineData("/api/v1/status?phase=intervene", "phase is Scan or Engage or CannotTell or SchemeNotBegun or DidNotExist, not 'intervene'.")]
    [InlineData("/api/v1/engage?servcie=fire", "'servcie' is no parameter here; the parameters are asOf, knownAt, recordedAt, strict, service.")]
    [InlineData("/api/v1/bodies/metropolitan/history?limit=0", "limit is a whole number from 1 to 1000, not '0'.")]
    [InlineData("/api/v1/bodies/metropolitan/history?before=x", "before is the id of an entry of this history, not 'x'.")]
    public async Task What_is_not_understood_is_refused_in_a_sentence(string path, string because)
    {
        await using var monitoring = await Start();
        await monitoring.Tell("ingestion", Register);

        Assert.Equal((400, "urn:oversight:rule:request.malformed", because), await monitoring.Refused(path));
    }

    [Fact]
    public async Task Records_rebuilt_equal_the_live_ones()
    {
        await using var monitoring = await Start();
        foreach (var contract in Register.Concat(Moves))
        {
            await monitoring.Tell("ingestion", contract);
        }

        await monitoring.Tell("grading", Grades);
        await monitoring.App.RebuiltViewsAreTheSame();
    }

    [Fact]
    public async Task A_read_recorded_at_an_event_is_what_was_read_then()
    {
        await using var monitoring = await Start();
        string[] paths = ["/api/v1/bodies/metropolitan", "/api/v1/bodies/metropolitan/history", "/api/v1/status", "/api/v1/engage",
            "/api/v1/bodies/metropolitan/stays", "/api/v1/section-55", "/api/v1/investigations"];
        var then = new List<(DateTimeOffset At, string Answer)>();
        foreach (var (source, contract) in Register.Take(1).Concat(Moves).Select(contract => ("ingestion", contract)).Concat(Grades.Select(contract => ("grading", contract))))
        {
            await monitoring.Tell(source, contract);
            await using var session = monitoring.Store.QuerySession();
            var at = (await session.Events.QueryAllRawEvents().OrderByDescending(e => e.Sequence).FirstAsync()).Timestamp;
            then.AddRange(await Task.WhenAll(paths.Select(async path => (at, Without(await monitoring.Get($"{path}?asOf=2023-01-01"))))));
        }

        foreach (var (read, i) in then.Select((read, i) => (read, i)))
        {
            var again = await monitoring.Get($"{paths[i % paths.Length]}?asOf=2023-01-01&recordedAt={Uri.EscapeDataString(read.At.ToUniversalTime().ToString("O"))}");
            Assert.Equal(read.Answer, Without(again));
        }
    }

    private static Task<ServiceRunning> Start() => ServiceRunning.Start(MonitoringService.Build);

    private static Source From(string fact, string cited, string? published = null, string standing = "first") =>
        new(NameBasedId.Of(fact, cited, published), fact, 1, cited, "a-submission", 2, published, standing);

    private static string Without(JsonNode answer)
    {
        answer.AsObject().Remove("recordedAt");
        return answer.ToJsonString();
    }

    private static PhaseMoveReported Move(string body, string phase, string on, string? published, string standing = "first") =>
        new(body, phase, phase, on, null, null, "as reported", From($"phase/{body}/{phase}", $"source of {on}", published, standing));

    private static IEnumerable<string> Board(JsonNode board) => board["bodies"]!.AsArray().Select(body =>
        $"{body!["id"]} {body["phase"]} {body["since"]} {string.Join(", ", body["marks"]!.AsArray().Select(mark => (string?)mark))}".Trim());

    private static IEnumerable<string> Entries(JsonNode history) => history["entries"]!.AsArray().Select(entry => $"{entry!["on"]} {entry["kind"]}");
}
