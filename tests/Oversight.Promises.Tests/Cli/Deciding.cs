using System.Text.Json.Nodes;
using Xunit;

namespace Oversight.Promises.Tests.Cli;

/// <summary>People act by the client as who they are, on what they have seen.</summary>
public sealed class Deciding
{
    [Theory]
    [InlineData("decisions", "decisions")]
    [InlineData("decision", "decisions", "--id", "kent-41cd36b800")]
    [InlineData("attempts", "attempts")]
    [InlineData("candidate", "candidates", "accept", "5f0c2b9e7d1a4c66a0b1c2d3e4f50617-1", "--reason", "as printed")]
    public async Task What_only_people_may_read_is_shown_to_people_and_handed_on_to_machines(string sample, params string[] words)
    {
        await using var stub = await Stub.Saying(Sample(sample));
        var shown = await AsSomebody(stub, words);
        Assert.Equal((0, ""), (shown.Code, shown.Error));
        Approved.Is($"Cli/Samples/{sample}", shown.Out);
        var handedOn = await AsSomebody(stub, [.. words, "--json"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Sample(sample)), JsonNode.Parse(handedOn.Out)), handedOn.Out);
        Assert.All(stub.Asked, asked => Assert.Equal("Bearer a-token", asked.Acting.Token));
    }

    [Theory]
    [InlineData("confirm", "{\"reason\":\"I agree\",\"publishedOn\":\"2026-12-01\"}", "--reason", "I agree", "--published-on", "2026-12-01")]
    [InlineData("decline", "{\"reason\":\"too early\"}", "--reason", "too early")]
    [InlineData("withdraw", "{}")]
    [InlineData("interrupt", "{\"reason\":\"a new report\"}", "--reason", "a new report")]
    [InlineData("resume", "{}")]
    [InlineData("publish", "{\"publishedOn\":\"2026-12-01\"}", "--published-on", "2026-12-01")]
    public async Task An_act_is_on_the_state_that_stands_unless_another_is_named(string verb, string body, params string[] options)
    {
        await using var stub = await Stub.Saying(Sample("decision"));
        Assert.Equal(0, (await AsSomebody(stub, [verb, "kent-41cd36b800", .. options])).Code);
        Assert.Equal(["GET /api/v1/decisions/kent-41cd36b800", $"POST /api/v1/decisions/kent-41cd36b800/{verb}"], stub.Asked.Select(asked => $"{asked.Method} {asked.Address}"));
        Assert.Equal(("Bearer a-token", "\"7\"", body), (stub.Asked.Last().Acting.Token, stub.Asked.Last().Acting.IfMatch, stub.Asked.Last().Text));

        Assert.Equal(0, (await AsSomebody(stub, [verb, "kent-41cd36b800", "--if-match", "5", .. options])).Code);
        Assert.Equal((3, "\"5\""), (stub.Asked.Count, stub.Asked.Last().Acting.IfMatch));
    }

    [Fact]
    public async Task A_proposal_says_where_when_why_and_on_what()
    {
        await using var stub = await Stub.Saying(Sample("decision"));
        Assert.Equal(0, (await AsSomebody(stub, "propose", "the Met", "--to", "engage", "--on", "2026-12", "--reason", "five causes", "--evidence", "a", "b")).Code);
        Assert.Equal("/api/v1/bodies/the%20Met/decisions", stub.Asked.Last().Address);
        Assert.Equal("""{"to":"engage","effectiveOn":"2026-12","decidedOn":null,"reason":"five causes","evidence":["a","b"]}""", stub.Asked.Last().Text);
    }

    [Theory]
    [InlineData("decisions")]
    [InlineData("confirm", "kent-1")]
    [InlineData("whoami")]
    public async Task Where_nobody_is_signed_in_it_says_how_and_asks_nobody(params string[] words)
    {
        await using var stub = await Stub.Saying("{}");
        var home = Directory.CreateTempSubdirectory("oversight-test.");
        Assert.Equal(
            new(1, "", "Nobody is signed in: ./oversight login, or --as NAME for a demo person.\n"),
            await CommandLine.Run([("OVERSIGHT_URL", stub.Address), ("OVERSIGHT_HOME", home.FullName), ("OVERSIGHT_TOKEN", "")], words));
        Assert.Empty(stub.Asked);
        home.Delete(recursive: true);
    }

    [Fact]
    public async Task Where_no_provider_is_configured_it_says_so()
    {
        await using var stub = await Stub.Saying("""{"resource":"oversight","authorization_servers":[]}""");
        Assert.Equal(new(1, "", "Nobody can sign in: no identity provider is configured (OVERSIGHT_OIDC_AUTHORITY).\n"), await CommandLine.Ask(stub, "login", "--as", "ines"));
    }

    private static Task<Said> AsSomebody(Stub stub, params string[] words) => CommandLine.Run([("OVERSIGHT_URL", stub.Address), ("OVERSIGHT_TOKEN", "a-token")], words);

    private static string Sample(string name) => Repository.Read($"tests/Oversight.Promises.Tests/Cli/Samples/{name}.json");
}
