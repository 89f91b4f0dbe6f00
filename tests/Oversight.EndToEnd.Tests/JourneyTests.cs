using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Oversight.EndToEnd.Tests.Checking;
using Oversight.EndToEnd.Tests.Running;
using Oversight.Testing;
using Xunit;

namespace Oversight.EndToEnd.Tests;

/// <summary>What a newcomer does, through the front door.</summary>
[Collection(OfRunningSystem.Name)]
public sealed partial class JourneyTests(RunningSystem running)
{
    private static readonly string[] Six = ["cleveland", "gloucestershire", "greater-manchester", "metropolitan", "staffordshire", "wiltshire"];

    [Fact]
    public async Task Six_forces_were_in_Engage_on_8_July_2022()
    {
        var board = await Json("status", "--as-of", "2022-07-08");

        Assert.Equal("2022-07-08", board.GetProperty("asOf").GetString());
        Assert.Equal(JsonValueKind.String, board.GetProperty("knownAt").ValueKind);
        Assert.Equal(JsonValueKind.String, board.GetProperty("recordedAt").ValueKind);
        var bodies = board.GetProperty("bodies").EnumerateArray().ToArray();
        Assert.Equal(Six, Engaged(board));
        Assert.All(bodies, body =>
        {
            Assert.All(["id", "name", "service", "phase", "since", "sources"], name => Assert.True(body.TryGetProperty(name, out _), $"{name} is missing in {body}"));
            Assert.Contains(body.GetProperty("service").GetString(), new[] { "police", "fire" });
            Assert.Contains(body.GetProperty("phase").GetString(), new[] { "Scan", "Engage", "CannotTell" });
        });
        Assert.All(bodies.Where(body => Six.Contains(body.GetProperty("id").GetString())), body => Assert.NotEqual(0, body.GetProperty("sources").GetArrayLength()));
        var forces = (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "data", "forces.csv"))).Skip(1).Select(line => line.Split(',')[0]);
        Assert.Superset(forces.ToHashSet(), bodies.Select(body => body.GetProperty("id").GetString()!).ToHashSet());

        var table = (await running.System.Run("status", "--as-of", "2022-07-08")).Succeeded;
        Assert.All(Six, id => Assert.Contains(id, table, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_day_before_it_was_published_nobody_could_know_of_the_Met()
    {
        var known = await Json("status", "--as-of", "2022-07-08", "--known-at", "2022-06-27");

        Assert.Equal(["cleveland", "greater-manchester"], Engaged(known));

        // Nobody says when Cleveland's source was published.
        Assert.Contains("greater-manchester", Engaged(await Json("status", "--as-of", "2022-07-08", "--known-at", "2022-06-27", "--strict")));
        Assert.DoesNotContain("cleveland", Engaged(await Json("status", "--as-of", "2022-07-08", "--known-at", "2022-06-27", "--strict")));
    }

    [Fact]
    public async Task Up_again_does_nothing_and_soon()
    {
        var before = await running.System.Processes();
        var clock = Stopwatch.StartNew();

        await running.System.Up();

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 15);
        Assert.Equal(before, await running.System.Processes());
        Assert.DoesNotContain("Importing", running.System.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Importing_the_record_a_second_time_changes_nothing()
    {
        var before = await Documents();

        var summary = JsonSerializer.Deserialize<JsonElement>((await running.System.Run("import", "data/", "--json")).Succeeded);

        Assert.Equal(0, summary.GetProperty("accepted").GetInt32());
        Assert.Equal(0, summary.GetProperty("conflicting").GetInt32());
        Assert.InRange(summary.GetProperty("unchanged").GetInt32(), 800, 1_500);
        Assert.Equal(before, await Documents());
        Assert.Empty((await running.System.Histories()).SelectMany(store => store.Parked));

        // An aggregate is no body, and is refused with its place each time.
        Assert.Contains(summary.GetProperty("refused").EnumerateArray(), refused =>
            refused.GetProperty("file").GetString() == "stop-search-audits.csv" && refused.GetProperty("line").GetInt32() == 2 && refused.GetProperty("field").GetString() == "force");
    }

    [Fact]
    public async Task The_Mets_two_figures_are_both_kept()
    {
        var conflicts = (await running.System.Run("conflicts", "--json")).Succeeded;

        var about = Assert.Single(JsonSerializer.Deserialize<JsonElement>(conflicts).GetProperty("conflicts").EnumerateArray(), conflict =>
            conflict.GetRawText().Contains("stop-search/metropolitan", StringComparison.Ordinal)).GetRawText();
        Assert.Matches(@"\b75\b", about);
        Assert.Matches(@"\b76\b", about);
        Assert.Contains("metropolitan", (await running.System.Run("conflicts")).Succeeded, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("2022-07-06", (await running.System.Run("conflicts", "--body", "staffordshire", "--state", "unsettled")).Succeeded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_no_known_kind_is_refused_with_a_sentence()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("oversight-test.").FullName, "holidays.csv");
        await File.WriteAllTextAsync(file, "place,weather\nMargate,fair\n");

        var answer = await running.System.Run("import", file);

        Assert.Equal(1, answer.Code);
        Assert.Contains("holidays.csv", answer.Out + answer.Errors, StringComparison.Ordinal);
        Assert.Contains("place", answer.Out + answer.Errors, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public async Task Everything_that_runs_is_listed_and_ready()
    {
        var rows = JsonSerializer.Deserialize<JsonElement>((await running.System.Run("ps", "--json")).Succeeded).EnumerateArray().ToArray();

        Assert.Equal(["gateway", "grading", "identity", "ingestion", "monitoring", "portal", "postgres", "rabbitmq"], rows.Select(row => row.GetProperty("name").GetString()).Order());
        Assert.All(rows, row => Assert.True(row.GetProperty("ready").GetBoolean(), row.GetRawText()));
    }

    [Fact]
    public async Task All_in_one_process_answers_the_same_and_goes_down_when_told()
    {
        string[][] questions =
        [
            ["status", "--as-of", "2022-07-08", "--json"], ["body", "metropolitan", "--as-of", "2023-01-01", "--json"],
            ["history", "metropolitan", "--json"], ["engage", "--json"], ["conflicts", "--json"],
        ];
        await using var embedded = await SystemUnderTest.Start("embedded", null, "--embedded");
        foreach (var question in questions)
        {
            var expected = WithoutRecordedAt((await running.System.Run(question)).Succeeded);
            await Eventually.Get($"the embedded system to give the same answer to {question[0]}", async () => WithoutRecordedAt((await embedded.Run(question)).Succeeded),
                answer => answer == expected);
        }

        _ = (await embedded.Run("down")).Succeeded;
        Assert.Empty(await embedded.Processes());
    }

    private static IEnumerable<string> Engaged(JsonElement board) => board.GetProperty("bodies").EnumerateArray()
        .Where(body => body.GetProperty("phase").GetString() == "Engage").Select(body => body.GetProperty("id").GetString()!).Order(StringComparer.Ordinal);

    private static string WithoutRecordedAt(string json) => RecordedAt().Replace(json, "");

    private async Task<JsonElement> Json(params string[] words) => JsonSerializer.Deserialize<JsonElement>((await running.System.Run([.. words, "--json"])).Succeeded);

    private async Task<List<KeyValuePair<string, string>>> Documents() =>
    [
        .. (await Histories.Documents(running.System.Store("grading"))).Concat(await Histories.Documents(running.System.Store("monitoring")))
            .Where(document => !document.Key.StartsWith("mt_doc_watermark", StringComparison.Ordinal)).OrderBy(document => document.Key, StringComparer.Ordinal),
    ];

    [GeneratedRegex("\"recordedAt\": \"[^\"]*\"")]
    private static partial Regex RecordedAt();
}
