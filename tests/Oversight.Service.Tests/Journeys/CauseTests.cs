using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Oversight.Service.Tests.Journeys;

/// <summary>Causes of concern and findings from the front door to the answers, over real servers.</summary>
[Collection(nameof(WholeSystem))]
public sealed class CauseTests(WholeSystem system)
{
    private const string Steps = "body,title,inspection,step,on,published_on,recommendation,due,by,note,source_url,under,grown_from";

    [Theory]
    [InlineData("causes-of-concern.csv", 102)]
    [InlineData("cause-steps.csv", 28)]
    [InlineData("positive-practice.csv", 27)]
    public void The_public_record_is_taken_in_to_the_last_row(string file, int rows)
    {
        var said = system.Imported[file];
        Assert.Equal((rows, 0, 0, 0), (said.GetProperty("accepted").GetInt32(), said.GetProperty("unchanged").GetInt32(), said.GetProperty("conflicting").GetInt32(), said.GetProperty("refused").GetArrayLength()));
    }

    [Fact]
    public async Task The_register_holds_them_all_and_calls_none_open_of_which_nobody_says_so()
    {
        // Others tell more of these two.
        var causes = Causes(await system.Get("/api/v1/causes?knownAt=2026-01-31")).Where(cause => (Text(cause, "body"), Text(cause, "title")) is not (("suffolk", _) or ("warwickshire", "vetting"))).ToArray();

        Assert.Equal(101, causes.Length);
        Assert.Equal(["Closed 37", "NoClosureFound 55", "Superseded 9"], causes.CountBy(cause => Text(cause, "state")!).Select(state => $"{state.Key} {state.Value}").Order(StringComparer.Ordinal));
        Assert.All(causes, cause => Assert.NotEmpty(cause.GetProperty("sources").EnumerateArray()));
        Assert.Equal(9, Causes(await system.Get("/api/v1/causes?state=superseded")).Length);
        Assert.All(Causes(await system.Get("/api/v1/causes?state=not-closed&service=fire&programme=frs-2018-19")), cause =>
            Assert.Equal(("fire", "FRS 2018/19", "NoClosureFound"), (Text(cause, "service"), Text(cause, "programme"), Text(cause, "state"))));
    }

    [Fact]
    public async Task Causes_were_left_open_when_the_force_left_Engage()
    {
        var left = Causes(await system.Get("/api/v1/bodies/Devon%20and%20Cornwall%20Police/causes?asOf=2025-07-30")).Where(cause => Text(cause, "state") == "Open").ToArray();

        Assert.Equal([("Scan", "crime recording"), ("Scan", "investigations")], left.Select(cause => (Text(cause, "phase")!, Text(cause, "title")!)).Order());
        Assert.Equal(
            [("Open", "crime recording"), ("Open", "investigations")],
            (await system.Get("/api/v1/bodies/devon-and-cornwall?asOf=2025-07-30")).GetProperty("causes").EnumerateArray().Where(cause => Text(cause, "state") == "Open" && Text(cause, "duration") is not null)
                .Select(cause => (Text(cause, "state")!, Text(cause, "title")!)).Order());
        Assert.Equal(["re-issue-of"], left.SelectMany(cause => cause.GetProperty("links").EnumerateArray()).Select(link => Text(link, "relation")));
    }

    [Fact]
    public async Task The_Mets_timeline_has_its_causes_about_child_exploitation()
    {
        var entries = (await system.Get("/api/v1/bodies/metropolitan/history?kind=cause&asOf=2025-02-01")).GetProperty("entries").EnumerateArray().ToArray();

        Assert.Equal(3, entries.Count(entry => Text(entry, "on") == "2025-01-23" && Text(entry, "title")!.StartsWith("Cause of concern closed", StringComparison.Ordinal)));
        Assert.All(entries, entry => Assert.NotEmpty(entry.GetProperty("sources").EnumerateArray()));
    }

    [Fact]
    public async Task The_Mets_timeline_has_the_practice_that_was_praised()
    {
        var entries = (await system.Get("/api/v1/bodies/metropolitan/history?kind=practice")).GetProperty("entries").EnumerateArray().ToArray();

        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.NotEmpty(entry.GetProperty("sources").EnumerateArray()));
    }

    [Fact]
    public async Task What_becomes_of_a_cause_is_on_the_register_and_touches_neither_grade_nor_phase()
    {
        var before = (Grades: await Without("/api/v1/grades?programme=peel-2023-25"), Status: await Without("/api/v1/status"), Then: await Without("/api/v1/causes?body=suffolk"));
        await system.Settled();
        var at = Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O"));
        await Import("suffolk-steps.csv", Steps,
            "Suffolk Constabulary,call answering,PEEL 2023-25,plan-requested,2023-10-04,2023-10-04,,within three months,,,https://example.org/1,,",
            "Suffolk Constabulary,call answering,PEEL 2023-25,recommendation,2023-10-04,2023-10-04,1,by 30 September,,,https://example.org/1,,",
            "Suffolk Constabulary,call answering,PEEL 2023-25,recommendation-met,2024-05-01,2024-05-02,1,,,,https://example.org/2,,",
            "Suffolk Constabulary,call answering,PEEL 2023-25,disputed,2023-10-05,2023-10-05,,,the commissioner,unfair,https://example.org/3,,",
            "Suffolk Constabulary,call answering,PEEL 2023-25,still-open,2025-01-15,2025-01-15,,,,,https://example.org/4,,",
            "Suffolk Constabulary,call answering,PEEL 2023-25,closed,2025-06-01,2025-06-02,,,a report,,https://example.org/5,,",
            "Suffolk Constabulary,call answering,PEEL 2023-25,closed,2025-05-01,,,,a letter,,https://example.org/6,,",
            "Suffolk Constabulary,answering,PEEL 2021/22,afi-raised,2022-01-01,2022-01-01,,,,,https://example.org/7,,",
            "Suffolk Constabulary,answering,PEEL 2021/22,afi-discharged,2024-01-01,2024-01-01,,,,,https://example.org/8,,");

        var register = await system.Get("/api/v1/causes?body=suffolk&asOf=2025-02-01");
        var cause = Assert.Single(Causes(register));
        Assert.Equal(("Open", "486 days", 1), (Text(cause, "state"), Text(cause, "duration"), cause.GetProperty("recommendations").GetProperty("met").GetInt32()));
        Assert.Equal(["by 30 September 2024-09-30 True", "within three months 2024-01-04 True"],
            cause.GetProperty("deadlines").EnumerateArray().Select(due => $"{Text(due, "published")} {Text(due, "on")} {due.GetProperty("computed").GetBoolean()}").Order(StringComparer.Ordinal));
        Assert.Equal("the commissioner", Text(Assert.Single(cause.GetProperty("disputes").EnumerateArray()), "by"));
        Assert.Equal("Discharged", Text(Assert.Single(register.GetProperty("areasForImprovement").EnumerateArray()), "state"));
        Assert.Equal(["CannotTell", "Closed"], new[] { "2025-05-15", "2025-06-01" }.Select(day => Text(Assert.Single(Causes(system.Get($"/api/v1/causes?body=suffolk&asOf={day}").Result)), "state")));
        Assert.Contains(Conflicts(await system.Get("/api/v1/conflicts?body=suffolk")), conflict => Text(conflict, "about") == "call answering (PEEL 2023-25): closed");

        Assert.Equal((before.Grades, before.Status), (await Without("/api/v1/grades?programme=peel-2023-25"), await Without("/api/v1/status")));
        Assert.Equal(before.Then, await Without($"/api/v1/causes?body=suffolk&recordedAt={at}"));
    }

    [Fact]
    public async Task Findings_stand_in_series_of_one_standard_and_practice_is_adopted()
    {
        await Import("found.csv", "body,inspection,topic,published_on,finding,count,out_of,percent,standard,source_url",
            "Hertfordshire Constabulary,PEEL 2023-25,N100 records used wrongly,2024-10-16,,5,7,,,https://example.org/herts",
            "Leicestershire Police,Crime Data Integrity re-inspection 2018,recorded in time,2019-01-15,,,,93.7,24 hours,https://example.org/leics",
            "Cheshire Constabulary,Crime Data Integrity inspection 2014,recorded in time,2014-11,,43,62,,72 hours,https://example.org/cheshire",
            "Metropolitan Police Service,PEEL 2021/22,workload,2022-09-22,overtime and cancelled rest days,,,,,https://example.org/met");
        await Import("adopted.csv", "body,practice,inspection,adopted_by,on,published_on,source_url",
            "Metropolitan Police Service,rapid test kit for suspected drink spiking,PEEL 2021/22,Kent Police,2023-05,2023-06-01,https://example.org/kent");

        var series = (await system.Get("/api/v1/findings")).GetProperty("series").EnumerateArray().ToArray();
        Assert.Equal(["N100 records used wrongly ", "recorded in time 24 hours", "recorded in time 72 hours", "workload "], series.Select(one => $"{Text(one, "topic")} {Text(one, "standard")}"));
        Assert.Equal("tiny denominator", Assert.Single(series[0].GetProperty("findings")[0].GetProperty("marks").EnumerateArray()).GetString());
        Assert.Equal(27, (await system.Get("/api/v1/practice")).GetProperty("practices").GetArrayLength());
        var kit = Assert.Single((await system.Get("/api/v1/practice?body=metropolitan")).GetProperty("practices").EnumerateArray(), practice => Text(practice, "practice")!.StartsWith("rapid", StringComparison.Ordinal));
        Assert.Equal(("kent", "2023-05"), Assert.Single(kit.GetProperty("adoptedBy").EnumerateArray()) is var adoption ? (Text(adoption, "by"), Text(adoption, "on")) : default);
        Assert.Empty((await system.Get("/api/v1/practice?body=metropolitan&asOf=2022-03-21")).GetProperty("practices").EnumerateArray());
    }

    [Theory]
    [InlineData("/api/v1/causes?state=ajar", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/causes?body=atlantis", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/bodies/atlantis/causes", HttpStatusCode.NotFound)]
    public async Task A_bad_question_is_refused(string path, HttpStatusCode expected)
    {
        using var answer = await system.Http.GetAsync(path);
        Assert.Equal(expected, answer.StatusCode);
    }

    private async Task Import(string name, string header, params string[] rows)
    {
        var said = await system.Import(name, Encoding.UTF8.GetBytes(string.Join('\n', [header, .. rows])));
        Assert.Equal(0, said.GetProperty("refused").GetArrayLength());
        await system.Settled();
    }

    private async Task<string> Without(string path) =>
        string.Join('\n', (await system.Get(path)).EnumerateObject().Where(member => member.Name != "recordedAt").Select(member => member.ToString()));

    private static JsonElement[] Causes(JsonElement answer) => [.. answer.GetProperty("causes").EnumerateArray()];

    private static JsonElement.ArrayEnumerator Conflicts(JsonElement answer) => answer.GetProperty("conflicts").EnumerateArray();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
