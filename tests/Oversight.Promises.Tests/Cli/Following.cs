using System.Text.Json.Nodes;
using Xunit;

namespace Oversight.Promises.Tests.Cli;

/// <summary>People follow changes by the client, as who they are.</summary>
public sealed class Following
{
    [Theory]
    [InlineData("follows", "follow", "list")]
    [InlineData("follow", "follow", "add", "Kent", "--body", "kent")]
    [InlineData("follow", "follow", "stop", "f1-0011aabb")]
    public async Task What_somebody_follows_is_shown_to_people_and_handed_on_to_machines(string sample, params string[] words)
    {
        await using var stub = await Stub.Saying(Sample(sample));
        var shown = await AsSomebody(stub, words);
        Assert.Equal((0, ""), (shown.Code, shown.Error));
        Approved.Is($"Cli/Samples/{string.Join('-', words[..2])}", shown.Out);
        var handedOn = await AsSomebody(stub, [.. words, "--json"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Sample(sample)), JsonNode.Parse(handedOn.Out)), handedOn.Out);
        Assert.All(stub.Asked, asked => Assert.Equal("Bearer a-token", asked.Acting.Token));
    }

    [Fact]
    public async Task A_follow_says_what_and_how_often()
    {
        await using var stub = await Stub.Saying(Sample("follow"));
        Assert.Equal(0, (await AsSomebody(stub, "follow", "add", "Kent", "--body", "kent", "--body", "the Met", "--kind", "engage", "--service", "police", "--mail", "weekly", "--address", "ines@example.org")).Code);
        var asked = Assert.Single(stub.Asked);
        Assert.Equal("POST /api/v1/follows", $"{asked.Method} {asked.Address}");
        Assert.Equal("""{"name":"Kent","bodies":["kent","the Met"],"kinds":["engage"],"service":"police","mail":"weekly","address":"ines@example.org"}""", asked.Text);
    }

    [Fact]
    public async Task What_is_stopped_is_looked_at_and_taken_away()
    {
        await using var stub = await Stub.Saying(Sample("follow"));
        Assert.Equal(0, (await AsSomebody(stub, "follow", "stop", "f1-0011aabb")).Code);
        Assert.Equal(["GET /api/v1/follows/f1-0011aabb", "DELETE /api/v1/follows/f1-0011aabb"], stub.Asked.Select(asked => $"{asked.Method} {asked.Address}"));
    }

    [Fact]
    public async Task What_cannot_be_is_said_in_a_sentence()
    {
        await using var stub = await Stub.Saying("""{"title":"follow.unknown","detail":"You follow nothing of the id 'x'.","status":404}""", 404);
        Assert.Contains("You follow nothing of the id 'x'.", (await AsSomebody(stub, "follow", "stop", "x")).Error, StringComparison.Ordinal);
        var unsaid = await AsSomebody(stub, "follow", "add", "Kent", "--address", "ines@example.org");
        Assert.Equal((2, "Say how often to mail to that address: --mail immediate, daily or weekly.\n"), (unsaid.Code, unsaid.Error));
        Assert.Equal(2, (await AsSomebody(stub, "follow", "add", "Kent", "--mail", "hourly")).Code);
        Assert.Equal(2, (await AsSomebody(stub, "follow")).Code);
    }

    private static Task<Said> AsSomebody(Stub stub, params string[] words) => CommandLine.Run([("OVERSIGHT_URL", stub.Address), ("OVERSIGHT_TOKEN", "a-token")], words);

    private static string Sample(string name) => Repository.Read($"tests/Oversight.Promises.Tests/Cli/Samples/{name}.json");
}
