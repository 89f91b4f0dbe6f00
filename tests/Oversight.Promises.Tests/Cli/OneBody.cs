using Xunit;

namespace Oversight.Promises.Tests.Cli;

/// <summary>Every read of one body, or of all, takes the body as a word or as an option.</summary>
public sealed class OneBody
{
    [Theory]
    [InlineData("causes", "/api/v1/causes?body=kent", "/api/v1/causes")]
    [InlineData("investigations", "/api/v1/bodies/kent/investigations", "/api/v1/investigations")]
    [InlineData("section-55", "/api/v1/bodies/kent/section-55", "/api/v1/section-55")]
    [InlineData("findings", "/api/v1/findings?body=kent", "/api/v1/findings")]
    [InlineData("conflicts", "/api/v1/conflicts?body=kent", "/api/v1/conflicts")]
    [InlineData("audits", "/api/v1/audits?body=kent", "/api/v1/audits")]
    [InlineData("grades", "/api/v1/grades?body=kent", "/api/v1/grades")]
    [InlineData("practice", "/api/v1/practice?body=kent", "/api/v1/practice")]
    [InlineData("stays", "/api/v1/bodies/kent/stays", null)]
    public async Task Is_said_either_way_and_never_two(string command, string ofOne, string? ofAll)
    {
        await using var stub = await Stub.Saying("{}");
        foreach (var words in new[] { new[] { command, "kent" }, [command, "--body", "kent"], [command, "kent", "--body", "Kent"] })
        {
            Assert.Equal((0, ofOne), ((await CommandLine.Ask(stub, words)).Code, stub.Asked.Last().Address.Replace("&", "?", StringComparison.Ordinal)));
        }

        var asked = stub.Asked.Count;
        var two = await CommandLine.Ask(stub, command, "kent", "--body", "essex");
        Assert.Equal((2, "Say one body: it cannot be 'kent' and, with --body, 'essex'.\n", asked), (two.Code, two.Error, stub.Asked.Count));

        var all = await CommandLine.Ask(stub, command);
        Assert.Equal(ofAll is null ? (2, "Say which body: stays ID.\n", ofOne) : (0, "", ofAll), (all.Code, all.Error, stub.Asked.Last().Address));
    }
}
