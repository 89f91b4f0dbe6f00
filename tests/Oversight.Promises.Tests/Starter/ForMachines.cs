using System.Text.Json.Nodes;
using Xunit;

namespace Oversight.Promises.Tests.Starter;

/// <summary>What the starter says to people it says to machines too, and what it does not know it does not do.</summary>
public sealed class ForMachines
{
    [Fact]
    public async Task What_is_here_and_what_is_missing_are_a_list()
    {
        using var parts = new Parts();
        var found = JsonNode.Parse((await parts.Run("doctor --json || true")).Out)!.AsArray();
        Assert.Contains(found, one => ((string?)one!["what"])!.StartsWith(".NET SDK", StringComparison.Ordinal) && (string?)one["state"] == "ok");
    }

    [Fact]
    public async Task A_log_is_an_object_a_line()
    {
        using var parts = new Parts();
        var said = (await parts.Run("""mkdir -p "$OVERSIGHT_HOME/logs"; printf 'one "1"\ntwo' >"$OVERSIGHT_HOME/logs/gateway.log"; show_logs gateway --json""")).Out.Split('\n');
        Assert.Equal(["one \"1\"", "two"], said.Select(line => (string?)JsonNode.Parse(line)!["line"]));
    }

    [Fact]
    public async Task That_nothing_runs_any_more_is_said()
    {
        using var parts = new Parts();
        Assert.False((bool)JsonNode.Parse((await parts.Run("down --json")).Out)!["running"]!);
    }

    [Theory]
    [InlineData("down --nope", "down does not know --nope.")]
    [InlineData("doctor --nope", "doctor does not know --nope.")]
    public async Task A_word_that_is_not_known_does_nothing(string words, string says)
    {
        using var parts = new Parts();
        var (code, said, errors) = await parts.Run(words);
        Assert.Equal((2, ""), (code, said));
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_gone_is_told_in_words_by_the_gateway()
    {
        using var parts = new Parts();
        Assert.Equal("the service grading does not answer", (await parts.Run("""health_sentences '{"status":"Unhealthy","services":{"ingestion":{"status":"Healthy"},"grading":{"status":"Unreachable"}}}'""")).Out);
    }
}
