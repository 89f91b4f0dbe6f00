using System.Text.Json.Nodes;
using Xunit;

namespace Oversight.Promises.Tests.Cli;

/// <summary>Tables for people, the answer itself for machines.</summary>
public sealed class Rendering
{
    [Fact]
    public async Task The_board_lists_what_is_not_plainly_in_scan()
    {
        await using var stub = await Stub.Saying(Sample("status"));
        Approved.Is("Cli/Samples/status", (await CommandLine.Ask(stub, "status", "--as-of", "2022-07-08")).Out);
    }

    [Fact]
    public async Task The_whole_board()
    {
        await using var stub = await Stub.Saying(Sample("status"));
        Approved.Is("Cli/Samples/status-all", (await CommandLine.Ask(stub, "status", "--all")).Out);
    }

    [Fact]
    public async Task The_board_for_machines_is_the_answer_itself()
    {
        await using var stub = await Stub.Saying(Sample("status"));
        var said = await CommandLine.Ask(stub, "status", "--json");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Sample("status")), JsonNode.Parse(said.Out)), said.Out);
    }

    [Fact]
    public async Task The_board_can_be_narrowed()
    {
        await using var stub = await Stub.Saying("""{"bodies":[]}""");
        Assert.EndsWith("No such body is on the board.\n", (await CommandLine.Ask(stub, "status", "--phase", "cannot-tell", "--service", "police")).Out, StringComparison.Ordinal);
        Assert.Equal("/api/v1/status?phase=cannot-tell&service=police", Assert.Single(stub.Asked).Address);
    }

    [Theory]
    [InlineData("body", "body", "metropolitan")]
    [InlineData("history", "history", "metropolitan")]
    [InlineData("search", "search", "moved", "engage")]
    [InlineData("lineage", "lineage", "hampshire-and-isle-of-wight")]
    [InlineData("lineage-merged", "lineage", "hampshire-fire")]
    [InlineData("body-merged", "body", "hampshire-and-isle-of-wight-fire")]
    [InlineData("history-inherited", "history", "hampshire-and-isle-of-wight-fire")]
    [InlineData("engage", "engage")]
    [InlineData("causes", "causes", "metropolitan", "--state", "not-closed")]
    [InlineData("grades", "grades", "--programme", "peel-2021-22")]
    [InlineData("grades-one-area", "grades", "--programme", "peel-2021-22", "--area", "Investigating crime")]
    [InlineData("audits", "audits", "--kind", "stop-search")]
    [InlineData("findings", "findings", "--body", "hertfordshire")]
    [InlineData("practice", "practice")]
    [InlineData("programmes", "programmes")]
    [InlineData("conflicts", "conflicts")]
    [InlineData("publishers", "publishers", "--as-of", "2016-02-18")]
    [InlineData("candidates", "candidates")]
    [InlineData("candidates-none", "candidates", "--state", "accepted")]
    [InlineData("prompts", "prompts")]
    [InlineData("rulebooks", "rulebook", "list")]
    [InlineData("rulebook", "rulebook", "show", "2026-1")]
    [InlineData("backtest", "rulebook", "backtest", "2026-1", "--from", "2018-01-01")]
    [InlineData("stays", "stays", "west-midlands")]
    [InlineData("section-55", "section-55")]
    [InlineData("investigations", "investigations", "metropolitan")]
    [InlineData("submissions", "submissions")]
    [InlineData("submission", "submissions", "282bd16da299a2ee0d03fa6dd7744655")]
    public async Task Every_answer_is_shown_to_people_and_handed_on_to_machines(string sample, params string[] words)
    {
        await using var stub = await Stub.Saying(Sample(sample));
        var shown = await CommandLine.Ask(stub, words);
        Assert.Equal((0, ""), (shown.Code, shown.Error));
        Approved.Is($"Cli/Samples/{sample}", shown.Out);
        var handedOn = await CommandLine.Ask(stub, [.. words, "--json"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Sample(sample)), JsonNode.Parse(handedOn.Out)), handedOn.Out);
    }

    [Theory]
    [InlineData("body", "/api/v1/bodies/the%20Met", "body", "the Met")]
    [InlineData("history", "/api/v1/bodies/a%2Fb/history?kind=iopc&limit=1000", "history", "a/b", "--kind", "iopc")]
    [InlineData("search", "/api/v1/search?q=special%20measures&body=kent&body=the%20Met&kind=engage&service=police&limit=5&before=kent%2Fengage%2F2022",
        "search", "special", "measures", "--body", "kent", "--body", "the Met", "--kind", "engage", "--service", "police", "--limit", "5", "--before", "kent/engage/2022")]
    [InlineData("grades", "/api/v1/grades?programme=PEEL%202021%2F22&area=Good%20use%20of%20resources", "grades", "--programme", "PEEL 2021/22", "--area", "Good use of resources")]
    [InlineData("causes", "/api/v1/causes?body=the%20Met&service=police&state=open&programme=PEEL%202021%2F22", "causes", "the Met", "--service", "police", "--state", "open", "--programme", "PEEL 2021/22")]
    [InlineData("findings", "/api/v1/findings?body=kent&programme=PEEL%202021%2F22&topic=workload", "findings", "--body", "kent", "--programme", "PEEL 2021/22", "--topic", "workload")]
    [InlineData("practice", "/api/v1/practice?body=kent&programme=PEEL%202021%2F22", "practice", "--body", "kent", "--programme", "PEEL 2021/22")]
    [InlineData("audits", "/api/v1/audits?kind=recording&body=kent", "audits", "--kind", "recording", "--body", "kent")]
    public async Task What_is_asked_for_is_passed_on_whatever_it_is_called(string sample, string address, params string[] words)
    {
        await using var stub = await Stub.Saying(Sample(sample));
        await CommandLine.Ask(stub, words);
        Assert.Equal(address, Assert.Single(stub.Asked).Address);
    }

    [Fact]
    public async Task Two_rulebooks_are_set_side_by_side_and_both_are_drawn()
    {
        await using var stub = await Stub.Answering(asked => (200, Sample("backtest")));
        var name = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}");
        var (picture, beside) = ($"{name}.svg", $"{name}-other.svg");
        var shown = await CommandLine.Ask(stub, "rulebook", "backtest", "2026-1", "--against", "other", "--picture", picture);
        Assert.Equal(["/api/v1/rulebooks/2026-1/backtest", "/api/v1/rulebooks/other/backtest", "/api/v1/rulebooks/2026-1/backtest.svg", "/api/v1/rulebooks/other/backtest.svg"], stub.Asked.Select(asked => asked.Address));
        Assert.Equal(2, shown.Out.Split("35 days before").Length - 1);
        Assert.Equal(Sample("backtest"), await File.ReadAllTextAsync(picture));
        Assert.Equal(Sample("backtest"), await File.ReadAllTextAsync(beside));
        File.Delete(picture);
        File.Delete(beside);
    }

    [Fact]
    public async Task A_history_of_several_pages_is_read_to_its_end()
    {
        await using var stub = await Stub.Answering(asked => (200, asked.Address.Contains("before=one", StringComparison.Ordinal)
            ? """{"name":"X","entries":[{"id":"two","title":"The second","kind":"court","on":"2021"}],"next":null}"""
            : """{"name":"X","entries":[{"id":"one","title":"The first","kind":"court","on":"2022-06"}],"next":"one"}"""));
        Assert.EndsWith("June 2022  The first [court]\n2021  The second [court]\n\n2 entries\n", (await CommandLine.Ask(stub, "history", "x")).Out, StringComparison.Ordinal);
        var json = JsonNode.Parse((await CommandLine.Ask(stub, "history", "x", "--json")).Out)!;
        Assert.Equal(2, json["entries"]!.AsArray().Count);
        Assert.Null(json["next"]);
    }

    [Theory]
    [InlineData("A", "B", "2022  1 [court] (A)\n2021  2 [court] (B)\n\n2 entries\n")]
    [InlineData("A", "A", "2022  1 [court]\n2021  2 [court]\n\nOf every entry: A\n\n2 entries\n")]
    [InlineData("A", "A\",\"B", "2022  1 [court]\n2021  2 [court] (B)\n\nOf every entry: A\n\n2 entries\n")]
    public async Task What_many_entries_are_marked_with_is_said_once(string first, string second, string shown)
    {
        await using var stub = await Stub.Saying($$"""
            {"name":"X","entries":[{"title":"1","kind":"court","on":"2022","marks":["{{first}}"]},{"title":"2","kind":"court","on":"2021","marks":["{{second}}"]}]}
            """);
        Assert.EndsWith(shown, (await CommandLine.Ask(stub, "history", "x")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stays", "/api/v1/bodies/the%20Met/stays", "stays", "the Met")]
    [InlineData("section-55", "/api/v1/section-55?state=cannot-tell", "section-55", "--state", "cannot-tell")]
    [InlineData("section-55", "/api/v1/bodies/kent/section-55", "section-55", "--body", "kent")]
    [InlineData("investigations", "/api/v1/investigations", "investigations")]
    public async Task A_matter_is_asked_for_one_body_or_for_all(string sample, string address, params string[] words)
    {
        await using var stub = await Stub.Saying(Sample(sample));
        await CommandLine.Ask(stub, words);
        Assert.Equal(address, Assert.Single(stub.Asked).Address);
    }

    [Fact]
    public async Task The_clock_shows_what_was_missed_and_whether_that_is_on_record()
    {
        await using var stub = await Stub.Saying(Sample("clock"));
        Approved.Is("Cli/Samples/clock", (await CommandLine.Ask(stub, "clock", "--day", "2026-12-27")).Out);
        Assert.Equal("GET /api/v1/clock?day=2026-12-27", Assert.Single(stub.Asked) is var asked ? $"{asked.Method} {asked.Address}" : "");
    }

    [Theory]
    [InlineData("status", "/api/v1/status")]
    [InlineData("engage", "/api/v1/engage")]
    [InlineData("conflicts", "/api/v1/conflicts")]
    public async Task The_three_times_are_passed_on(string command, string address)
    {
        await using var stub = await Stub.Saying("{}");
        await CommandLine.Ask(stub, command, "--as-of", "2022-07-08", "--known-at", "2022-06-30", "--recorded-at", "2026-11-23T09:00:00+01:00", "--strict");
        Assert.Equal($"{address}?asOf=2022-07-08&knownAt=2022-06-30&recordedAt=2026-11-23T09%3A00%3A00%2B01%3A00&strict=true", Assert.Single(stub.Asked).Address);
    }

    [Theory]
    [InlineData("/api/v1/candidates", "candidates")]
    [InlineData("/api/v1/submissions", "submissions")]
    [InlineData("/api/v1/submissions/282bd16da299a2ee0d03fa6dd7744655", "submissions", "282bd16da299a2ee0d03fa6dd7744655")]
    public async Task What_was_sent_is_asked_as_recorded_by_an_instant(string address, params string[] words)
    {
        await using var stub = await Stub.Saying("{}");
        await CommandLine.Ask(stub, [.. words, "--recorded-at", "2026-11-23T09:00:00Z", "--json"]);
        Assert.Equal($"{address}?recordedAt=2026-11-23T09%3A00%3A00Z", Assert.Single(stub.Asked).Address);
    }

    [Fact]
    public async Task Text_from_outside_cannot_steer_the_terminal()
    {
        await using var stub = await Stub.Saying("""{"asOf":"2022-07-08","knownAt":"2022-07-08","bodies":[{"id":"x","name":"[red]X\u001b[31m\u202e","service":"police","phase":"Engage"}]}""");
        var said = await CommandLine.Ask(stub, "status");
        Assert.Contains("[red]X\ufffd[31m\ufffd", said.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', said.Out);
    }

    private static string Sample(string name) => Repository.Read($"tests/Oversight.Promises.Tests/Cli/Samples/{name}.json");
}
