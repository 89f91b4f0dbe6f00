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
        Approved.Is("Cli/Status", (await CommandLine.Ask(stub, "status", "--as-of", "2022-07-08")).Out);
    }

    [Fact]
    public async Task The_whole_board()
    {
        await using var stub = await Stub.Saying(Sample("status"));
        Approved.Is("Cli/Status.all", (await CommandLine.Ask(stub, "status", "--all")).Out);
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
    [InlineData("status", "/api/v1/status")]
    [InlineData("engage", "/api/v1/engage")]
    [InlineData("conflicts", "/api/v1/conflicts")]
    public async Task The_three_times_are_passed_on(string command, string address)
    {
        await using var stub = await Stub.Saying("{}");
        await CommandLine.Ask(stub, command, "--as-of", "2022-07-08", "--known-at", "2022-06-30", "--recorded-at", "2026-11-23T09:00:00+01:00", "--strict");
        Assert.Equal($"{address}?asOf=2022-07-08&knownAt=2022-06-30&recordedAt=2026-11-23T09%3A00%3A00%2B01%3A00&strict=true", Assert.Single(stub.Asked).Address);
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
