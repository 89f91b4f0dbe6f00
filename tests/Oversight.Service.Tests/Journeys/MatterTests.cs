using System.Text;
using System.Text.Json;
using Xunit;

namespace Oversight.Service.Tests.Journeys;

/// <summary>From a file through the broker to the views: steps of Engage, answers under section 55, investigations, and links.</summary>
[Collection(nameof(WholeSystem))]
public sealed class MatterTests(WholeSystem system)
{
    [Fact]
    public void The_record_of_each_matter_is_accepted_whole() => Assert.Equal(
        ["engage-steps.csv 36 0", "section-55.csv 4 0", "investigations.csv 11 0", "metropolitan-links.csv 30 0"],
        new[] { "engage-steps.csv", "section-55.csv", "investigations.csv", "metropolitan-links.csv" }.Select(file =>
            $"{file} {system.Imported[file].GetProperty("accepted").GetInt32()} {system.Imported[file].GetProperty("refused").GetArrayLength()}"));

    [Fact]
    public async Task The_Mets_stay_is_told_in_full()
    {
        var met = await system.Get("/api/v1/bodies/the%20Met/stays");
        var stay = Assert.Single(met.GetProperty("stays").EnumerateArray());

        Assert.Equal(("Policing Performance Oversight Group", "special measures"), (met.GetProperty("oversightGroup").GetString(), stay.GetProperty("alsoCalled")[0].GetProperty("label").GetString()));
        Assert.Equal(
            ["parliament-told", "ppog-planned", "report-published", "cause-added", "milestone-plan", "report-published", "revisited", "ppog", "letter-sent", "cause-closed", "exit", "report-published"],
            Words(stay.GetProperty("steps"), "step"));
        Assert.All(stay.GetProperty("steps").EnumerateArray(), step => Assert.NotEmpty(step.GetProperty("sources").EnumerateArray()));
        Assert.Contains("after exit", stay.GetProperty("steps")[11].GetProperty("marks").ToString(), StringComparison.Ordinal);
        Assert.Equal(2, (await system.Get("/api/v1/bodies/metropolitan/stays?asOf=2022-09-10&knownAt=2022-09-10")).GetProperty("stays")[0].GetProperty("steps").GetArrayLength());
        Assert.Equal("Fire Performance Oversight Group", (await system.Get("/api/v1/bodies/buckinghamshire-fire/stays")).GetProperty("oversightGroup").GetString());
    }

    [Fact]
    public async Task Every_step_of_the_record_falls_into_a_stay()
    {
        foreach (var body in new[] { "metropolitan", "west-midlands", "devon-and-cornwall", "lincolnshire", "nottinghamshire", "buckinghamshire-fire" })
        {
            Assert.Equal((body, 0), (body, (await system.Get($"/api/v1/bodies/{body}/stays")).GetProperty("stepsApart").GetArrayLength()));
        }
    }

    [Fact]
    public async Task Kent_answered_in_time_and_Northumbria_before_there_was_a_term() => Assert.Equal(
        ["northumbria NoTerm ", "kent Met 2019-03-11"],
        (await system.Get("/api/v1/section-55")).GetProperty("reports").EnumerateArray().Where(report => report.GetProperty("body").GetString() is "kent" or "northumbria" && IsWatched(report)).OrderBy(report => report.GetProperty("publishedOn").GetString())
            .Select(report => $"{report.GetProperty("body")} {report.GetProperty("state")} {report.GetProperty("lastDay")}"));

    // Of reports that are known by their grades alone nobody has looked for the answer.
    private static bool IsWatched(JsonElement report) => report.GetProperty("state").GetString() != "NoAnswerOnRecord";

    [Fact]
    public async Task A_report_is_answered_by_a_file_that_comes_later()
    {
        const string Header = "body,report,step,on,by,source_url,published_on\n";
        await system.Import("answer-1.csv", Encoding.UTF8.GetBytes($"{Header}essex,A trial,published,2024-01-01,,https://example.org/a,2024-01-01\n"));
        await system.Settled();
        var before = Assert.Single((await system.Get("/api/v1/bodies/essex/section-55?asOf=2024-02-25")).GetProperty("reports").EnumerateArray(), IsWatched);
        Assert.Equal(("Outstanding", "No", "2024-02-25"), (before.GetProperty("state").GetString(), before.GetProperty("overdue").GetString(), before.GetProperty("lastDay").GetString()));

        await system.Import("answer-2.csv", Encoding.UTF8.GetBytes($"{Header}essex,A trial,response-published,2024-02-26,,https://example.org/b,2024-02-26\n"));
        await system.Settled();
        var reports = (await system.Get("/api/v1/section-55?state=late")).GetProperty("reports");
        Assert.Contains("essex", Words(reports, "body"));
    }

    [Fact]
    public async Task A_fire_service_has_no_such_duty()
    {
        using var answer = await system.Send("fire.csv", "body,report,step,on,by,source_url,published_on\nLondon Fire Brigade,A report,published,2024-01-01,,https://example.org/a,\n"u8.ToArray());
        Assert.Contains("section-55.police-only", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_counts_the_investigations_and_the_answers_as_of_the_day()
    {
        var met = (await system.Get("/api/v1/bodies/the%20Met?asOf=2022-09-22&knownAt=2022-09-22")).GetProperty("investigations");
        Assert.Equal((3, "Chris Kaba", "CannotTell"), (met.GetProperty("count").GetInt32(), met.GetProperty("latest").GetProperty("case").GetString(), met.GetProperty("latest").GetProperty("stage").GetString()));
        Assert.Equal(3, (await system.Get($"{met.GetProperty("at")}?asOf=2022-09-22&knownAt=2022-09-22")).GetProperty("investigations").GetArrayLength());

        foreach (var times in new[] { "", "?asOf=2019-01-14", "?asOf=2019-02-01&knownAt=2019-02-01" })
        {
            var kent = (await system.Get($"/api/v1/bodies/kent{times}")).GetProperty("section55");
            var all = (await system.Get($"{kent.GetProperty("at")}{times}")).GetProperty("reports").EnumerateArray().ToArray();
            Assert.Equal(all.Length, kent.GetProperty("count").GetInt32());
            Assert.Equal(all.CountBy(report => report.GetProperty("state").GetString()!).OrderBy(state => state.Key),
                kent.GetProperty("states").EnumerateArray().Select(state => KeyValuePair.Create(state.GetProperty("state").GetString()!, state.GetProperty("count").GetInt32())).OrderBy(state => state.Key));
            Assert.Equal(all.Max(report => report.GetProperty("publishedOn").GetString()), kent.GetProperty("latest") is { ValueKind: JsonValueKind.Object } latest ? latest.GetProperty("publishedOn").GetString() : null);
        }

        Assert.Equal(JsonValueKind.Null, (await system.Get("/api/v1/bodies/buckinghamshire-fire")).GetProperty("section55").GetProperty("latest").ValueKind);
    }

    [Fact]
    public async Task The_Mets_grades_stand_from_the_day_on_which_their_report_came_out()
    {
        async Task<string[]> Peel(string day) => [.. (await system.Get($"/api/v1/bodies/metropolitan?asOf={day}&knownAt={day}")).GetProperty("grades").EnumerateArray()
            .Where(graded => graded.GetProperty("programme").GetProperty("id").GetString() == "peel-2021-22")
            .Select(graded => $"{graded.GetProperty("graded")} of {graded.GetProperty("of")}, {graded.GetProperty("cannotTell")} unclear, {graded.GetProperty("grades")[0].GetProperty("marks")[0]}")];

        Assert.Empty(await Peel("2022-09-21"));
        Assert.Equal(["6 of 6, 0 unclear, publication day by another source"], await Peel("2022-09-22"));

        var entries = (await system.Get("/api/v1/bodies/metropolitan/history")).GetProperty("entries").EnumerateArray().Where(entry => entry.GetProperty("kind").GetString() == "grades");
        Assert.Equal(["grades/peel-2023-25/2024-08-15", "grades/peel-2021-22/2022-09-22", "grades/peel-2018-19/2019-09-27"], entries.Select(entry => entry.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task Three_investigations_stand_beside_the_Mets_status()
    {
        var found = (await system.Get("/api/v1/bodies/metropolitan/investigations")).GetProperty("investigations");

        Assert.Equal(["Operation Hotton Concluded", "Child Q Decided", "Chris Kaba Concluded"],
            found.EnumerateArray().Select(one => $"{one.GetProperty("case")} {one.GetProperty("stage")}"));
        Assert.Equal("Referred", (await system.Get("/api/v1/investigations?asOf=2021-04-01&knownAt=2021-04-01")).GetProperty("investigations")[0].GetProperty("stage").GetString());
    }

    [Fact]
    public async Task The_Mets_timeline_is_told_whole_and_each_thing_once_when_it_was_known()
    {
        var entries = (await system.Get("/api/v1/bodies/metropolitan/history?limit=1000")).GetProperty("entries").EnumerateArray().ToArray();
        var ids = entries.SelectMany(entry => Ids(entry).Append(entry.GetProperty("id").GetString()!)).ToArray();
        Assert.Equal((49, ids.Length), (ids.Count(id => id.StartsWith("timeline/", StringComparison.Ordinal)), ids.Distinct().Count()));
        Assert.Equal(["Chris Kaba: assessed, investigate"], entries.Where(entry => entry.GetProperty("kind").GetString() == "investigation").Select(entry => entry.GetProperty("title").GetString()));
        Assert.Contains(entries, entry => entry.GetProperty("id").GetString() == "engage/2022-06-28" && Ids(entry).Single().StartsWith("timeline/2022-06-28", StringComparison.Ordinal));

        var early = (await system.Get("/api/v1/bodies/metropolitan/history?kind=iopc&asOf=2021-01-01&knownAt=2021-01-01")).GetProperty("entries");
        Assert.Equal(["2018-06"], Words(early, "on"));

        static IEnumerable<string> Ids(JsonElement entry) => entry.TryGetProperty("tells", out var told) ? told.EnumerateArray().Select(one => one.GetProperty("id").GetString()!) : [];
    }

    [Fact]
    public async Task Every_link_of_the_record_joins_two_entries_both_ways()
    {
        var history = await system.Get("/api/v1/bodies/metropolitan/history?limit=1000");
        Assert.Empty(history.GetProperty("unmatchedLinks").EnumerateArray());
        var entries = history.GetProperty("entries").EnumerateArray().ToArray();
        var links = entries.SelectMany(entry => entry.GetProperty("links").EnumerateArray()).Where(link => link.GetProperty("cited").GetArrayLength() > 0).ToArray();

        Assert.Equal(2 * 30, links.Length);
        var vigil = entries.Single(entry => entry.GetProperty("on").GetString() == "2021-03-30");
        Assert.Contains("contradicted-by", Words(vigil.GetProperty("links"), "relation"));
    }

    [Fact]
    public async Task A_link_that_fits_no_entry_is_listed()
    {
        await system.Import("links.csv", "body,from,relation,to,source_url\ndorset,2020-01-01 storm,relates-to,2021-01-01 flood,https://example.org/link\n"u8.ToArray());
        await system.Settled();

        var link = Assert.Single((await system.Get("/api/v1/bodies/dorset/history?asOf=2019-01-01")).GetProperty("unmatchedLinks").EnumerateArray());
        Assert.Equal(["2020-01-01 storm", "2021-01-01 flood"], link.GetProperty("missing").EnumerateArray().Select(name => name.GetString()));
    }

    private static IEnumerable<string?> Words(JsonElement rows, string name) => rows.EnumerateArray().Select(row => row.GetProperty(name).GetString());
}
