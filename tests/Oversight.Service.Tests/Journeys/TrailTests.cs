using System.Text;
using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Hosting;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Settlements;
using Oversight.Testing;
using Xunit;

namespace Oversight.Service.Tests.Journeys;

/// <summary>From two sources that disagree, and from what is said of a fact later, to every read that shows the fact.</summary>
[Collection(nameof(WholeSystem))]
public sealed class TrailTests(WholeSystem system)
{
    private const string Stays = "service,body,phase,from_date,to_date,date_precision,reason_summary,published_on,source_url\n";

    [Fact]
    public async Task The_order_of_publishers_settles_a_conflict_soon_after_it_was_found()
    {
        await system.Import("durham.csv", Encoding.UTF8.GetBytes(Stays
            + "police,Durham Constabulary,Engage,2016-03-01,,day,,2016-03-02,https://www.itv.com/news/durham\n"
            + "police,Durham Constabulary,Engage,2016-03-20,,day,,2016-03-21,https://hmicfrs.justiceinspectorates.gov.uk/durham\n"
            + "police,Durham Constabulary,Scan,2016-05-01,,day,,2016-05-01,https://hmicfrs.justiceinspectorates.gov.uk/durham-returns\n"));
        var conflict = await Conflict("durham", "settled");

        Assert.Equal("2016-03-20", conflict.GetProperty("value").GetString());
        Assert.Equal(["2016-03-01 No national-press", "2016-03-20 Yes inspectorate"], conflict.GetProperty("sides").EnumerateArray()
            .Select(side => $"{side.GetProperty("value").GetString()} {side.GetProperty("stands").GetString()} {side.GetProperty("publisher").GetString()}").Order(StringComparer.Ordinal));
        Assert.Equal("precedence 2026-2", conflict.GetProperty("trail")[0].GetProperty("who").GetString());
        Assert.Equal("SchemeNotBegun ", Phase(await Body("durham", "asOf=2016-03-19")));
        Assert.Equal("Engage settled", Phase(await Body("durham", "asOf=2016-03-20")));
        Assert.Contains("settled", Kinds(await system.Get("/api/v1/bodies/durham/history")));
        Assert.Empty((await system.Get("/api/v1/conflicts?body=durham&state=unsettled")).GetProperty("conflicts").EnumerateArray());
    }

    [Fact]
    public async Task A_person_settles_what_the_inspectorate_dates_twice_and_what_was_answered_before_stays_as_it_was()
    {
        // As it is with Staffordshire: the inspectorate's news says June, its letter two years later 6 July.
        await system.Import("dorset.csv", Encoding.UTF8.GetBytes(Stays
            + "police,Dorset Police,Engage,2017-06,,month,,2017-06-29,https://hmicfrs.justiceinspectorates.gov.uk/news/dorset\n"
            + "police,Dorset Police,Engage,2017-07-06,,day,,2019-05-21,https://hmicfrs.justiceinspectorates.gov.uk/letter/dorset\n"
            + "police,Dorset Police,Scan,2017-07-10,,day,,2019-05-21,https://hmicfrs.justiceinspectorates.gov.uk/letter/dorset\n"));
        var conflict = await Conflict("dorset", "unsettled");
        await system.Settled();
        Assert.Equal("CannotTell conflicting", Phase(await Body("dorset", "asOf=2017-07-01")));

        await Settle(conflict, "2017-06", "The news of the day names the month.");
        Assert.Equal("2017-06", (await Conflict("dorset", "settled")).GetProperty("value").GetString());
        await system.Settled();
        var settled = await Body("dorset", "asOf=2017-07-01");
        var entry = settled.GetProperty("stays")[0].GetProperty("entry");
        Assert.Equal("Engage settled", Phase(settled));
        Assert.Equal(("2017-06", "2017-07-06"), (entry.GetProperty("on").GetString(), entry.GetProperty("overruled")[0].GetProperty("says").GetString()));
        Assert.Equal("The news of the day names the month.", Trail(settled.GetProperty("status")).GetProperty("why").GetString());
        var recorded = Trail(settled.GetProperty("status")).GetProperty("recordedAt").GetDateTimeOffset();
        string At(DateTimeOffset instant) => $"asOf=2017-07-01&recordedAt={Uri.EscapeDataString(instant.ToString("O"))}";
        Assert.Equal("CannotTell conflicting", Phase(await Body("dorset", At(recorded.AddTicks(-10)))));
        Assert.Equal("Engage settled", Phase(await Body("dorset", At(recorded))));

        await Settle(await Conflict("dorset", "settled"), "2017-07-06", "The letter was looked at again.");
        await Eventually.True("it to be settled anew", async () => (await Conflict("dorset", "settled")).GetProperty("value").GetString() == "2017-07-06");
        await system.Settled();
        Assert.Equal("SchemeNotBegun ", Phase(await Body("dorset", "asOf=2017-07-01")));
        Assert.Equal("Engage settled", Phase(await Body("dorset", At(recorded))));
    }

    [Fact]
    public async Task A_disputed_grade_stays_and_a_withdrawn_one_ends_on_its_day()
    {
        var grade = Grade(await system.Get("/api/v1/bodies/cleveland/grades"));
        var (fact, verdict) = (grade.GetProperty("sources")[0].GetProperty("factId").GetString()!, grade.GetProperty("verdict").GetString());
        await system.Import("notes.csv", Encoding.UTF8.GetBytes("body,fact,what,on,by,detail,published_on,source_url\n"
            + $"Cleveland Police,{fact},disputed,2025-01-10,the chief constable,the data were a year old,2025-01-12,https://example.org/reply\n"
            + $"Cleveland Police,{fact},withdrawn,2025-02-01,HMICFRS,the sample was wrong,2025-02-03,https://example.org/withdrawal\n"));
        await system.Settled();

        string Shown(JsonElement body) => $"{Grade(body, fact).GetProperty("verdict").GetString()} {string.Join(", ", Steps(Grade(body, fact)))}";
        Assert.Equal($"{verdict} disputed", Shown(await system.Get("/api/v1/bodies/cleveland/grades?asOf=2025-01-31")));
        Assert.Equal("Withdrawn disputed, withdrawn", Shown(await system.Get("/api/v1/bodies/cleveland/grades?asOf=2025-02-01")));
        Assert.Equal($"{verdict} disputed", Shown(await system.Get("/api/v1/bodies/cleveland/grades?asOf=2025-02-01&knownAt=2025-02-02")));
        Assert.Equal($"{verdict} ", Shown(await system.Get("/api/v1/bodies/cleveland/grades?asOf=2025-01-31&knownAt=2025-01-11")));
        Assert.Superset((ISet<string>)new HashSet<string> { "disputed", "withdrawn" }, Kinds(await system.Get("/api/v1/bodies/cleveland/history")));
    }

    [Fact]
    public async Task A_disputed_cause_is_marked_on_the_register_and_in_the_profile()
    {
        var causes = await system.Get("/api/v1/bodies/lincolnshire/causes");
        var fact = causes.GetProperty("causes")[0].GetProperty("id").GetString()!;
        await system.Import("disputed-cause.csv", Encoding.UTF8.GetBytes(
            $"body,fact,what,on,by,detail,published_on,source_url\nLincolnshire Police,{fact},disputed,2025-01-10,the commissioner,unfair,2025-01-12,https://example.org/reply\n"));
        await system.Settled();

        foreach (var path in new[] { "/api/v1/bodies/lincolnshire/causes", "/api/v1/bodies/lincolnshire" })
        {
            var cause = (await system.Get(path)).GetProperty("causes").EnumerateArray().Single(one => one.GetProperty("id").GetString() == fact);
            Assert.Contains("disputed", cause.GetProperty("marks").EnumerateArray().Select(mark => mark.GetString()));
            Assert.Equal(["disputed"], Steps(cause));
        }
    }

    [Fact]
    public async Task A_settled_cause_a_disputed_finding_and_a_withdrawn_stay_say_so_wherever_they_are_read()
    {
        const string cause = "Warwickshire Police,police,vetting,PEEL 2021/22,2022-10-14,2022-10-14,no,,";
        await system.Import("warwickshire-causes.csv", Encoding.UTF8.GetBytes(
            "body,service,title,inspection,raised_on,published_on,accelerated,recommendations,closed_on,closed_published_on,note,source_url\n"
            + $"{cause}2023-12,2023-12-05,,https://hmicfrs.justiceinspectorates.gov.uk/warwickshire\n{cause}2023-01,2023-12-06,,https://www.itv.com/news/warwickshire\n"));
        await system.Import("warwickshire-findings.csv", Encoding.UTF8.GetBytes(
            "body,inspection,topic,published_on,finding,count,out_of,percent,standard,source_url\nWarwickshire Police,PEEL 2021/22,workload,2022-10-14,overtime,50,60,,,https://example.org/report\n"));
        await system.Import("warwickshire-stay.csv", Encoding.UTF8.GetBytes(Stays + "police,Warwickshire Police,Engage,2016-03-01,,day,,2016-03-02,https://example.org/news\n"));
        await system.Import("warwickshire-notes.csv", Encoding.UTF8.GetBytes("body,fact,what,on,by,detail,published_on,source_url\n"
            + "Warwickshire Police,finding/warwickshire/peel-2021-22/workload,disputed,2022-11-01,the chief constable,a year old,2022-11-01,https://example.org/reply\n"
            + "Warwickshire Police,phase/warwickshire/engage/2016-03-01,withdrawn,2016-04-01,HMICFRS,a mistake,2016-04-01,https://example.org/withdrawal\n"));
        await Conflict("warwickshire", "settled");

        var settled = (await system.Get("/api/v1/causes?body=warwickshire&asOf=2024-01-01")).GetProperty("causes").EnumerateArray().Single(one => one.GetProperty("title").GetString() == "vetting");
        var closed = settled.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("step").GetString() == "Closed");
        Assert.Equal(("2023-12", "settled", "2023-01"), (settled.GetProperty("closedOn").GetString(), Assert.Single(Steps(settled)), closed.GetProperty("overruled")[0].GetProperty("says").GetString()));
        Assert.Equal(["publication day by another source", "settled"], settled.GetProperty("marks").EnumerateArray().Select(mark => mark.GetString()));

        var finding = (await system.Get("/api/v1/findings?body=warwickshire")).GetProperty("series")[0].GetProperty("findings")[0];
        Assert.Equal(["disputed"], Steps(finding));

        foreach (var path in new[] { "/api/v1/bodies/warwickshire/stays", "/api/v1/bodies/warwickshire" })
        {
            var stays = await system.Get(path);
            Assert.Empty(stays.GetProperty("stays").EnumerateArray());
            Assert.Equal(["withdrawn"], Steps(stays.GetProperty("withdrawn")[0].GetProperty("move")));
        }

        Assert.Contains((await system.Get("/api/v1/engage")).GetProperty("withdrawn").EnumerateArray(), row => row.GetProperty("id").GetString() == "warwickshire");
    }

    private async Task Settle(JsonElement conflict, string value, string reason)
    {
        var services = system.Apps["ingestion"].Services;
        using var turn = await services.GetRequiredService<Writer>().Turn(default);
        await using var session = services.GetRequiredService<IDocumentStore>().Recording();
        var claim = conflict.GetProperty("sides").EnumerateArray().First(side => side.GetProperty("value").GetString() == value).GetProperty("claimId").GetGuid();
        var fact = conflict.GetProperty("factId").GetString()!;
        var decided = await services.GetRequiredService<Streams<Fact, SettlementCommand, FactEvent>>().Decide(session, [
            (fact.Split('/') is ["phase", var body, ..] ? FactIds.Phases(body) : fact, new SettlementCommand.SettleByPerson(fact, claim, "Ann", reason, conflict.GetProperty("revision").GetInt32(), new(2026, 11, 23)))], default);
        Assert.Null(Assert.Single(decided).Rejected);
        await session.SaveChangesAsync();
    }

    private async Task<JsonElement> Conflict(string body, string state)
    {
        var conflicts = Array.Empty<JsonElement>();
        await Eventually.True($"one conflict about {body} to be {state}", async () =>
            (conflicts = [.. (await system.Get($"/api/v1/conflicts?body={body}&state={state}")).GetProperty("conflicts").EnumerateArray()]).Length == 1);
        await system.Settled();
        return conflicts[0];
    }

    private Task<JsonElement> Body(string id, string query) => system.Get($"/api/v1/bodies/{id}?{query}");

    private static string Phase(JsonElement body)
    {
        var status = body.GetProperty("status");
        return $"{status.GetProperty("phase").GetString()} {string.Join(", ", status.GetProperty("marks").EnumerateArray().Select(mark => mark.GetString()))}";
    }

    private static JsonElement Trail(JsonElement of) => of.GetProperty("trail").EnumerateArray().Last();

    private static IEnumerable<string> Steps(JsonElement of) => of.GetProperty("trail").EnumerateArray().Select(step => step.GetProperty("what").GetString()!);

    private static JsonElement Grade(JsonElement body, string? fact = null) => body.GetProperty("programmes").EnumerateArray()
        .SelectMany(programme => programme.GetProperty("grades").EnumerateArray())
        .First(grade => fact is null ? grade.GetProperty("verdict").GetString() == "Stands" : grade.ToString().Contains($"\"{fact}\"", StringComparison.Ordinal));

    private static HashSet<string> Kinds(JsonElement history) => history.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("kind").GetString()!).ToHashSet();
}
