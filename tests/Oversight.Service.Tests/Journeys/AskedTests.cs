using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Oversight.Service.Tests.Journeys;

/// <summary>What was misspelt is told, and never taken for something that there is none of.</summary>
[Collection(nameof(WholeSystem))]
public sealed class AskedTests(WholeSystem system)
{
    [Theory]
    [InlineData("/api/v1/practice?body=metropolitian", 404, "body.unknown", "near to it are metropolitan")]
    [InlineData("/api/v1/findings?body=nowhere", 404, "body.unknown", "No body is called 'nowhere'")]
    [InlineData("/api/v1/audits?body=nowhere", 404, "body.unknown", "nowhere")]
    [InlineData("/api/v1/bodies/nowhere/grades", 404, "body.unknown", "nowhere")]
    [InlineData("/api/v1/bodies?name=nowhere", 404, "body.unknown", "nowhere")]
    [InlineData("/api/v1/causes?programme=PEEL%2099", 404, "programme.unknown", "PEEL 2021/22")]
    [InlineData("/api/v1/practice?programme=PEEL%2099", 404, "programme.unknown", "PEEL 2021/22")]
    [InlineData("/api/v1/findings?programme=PEEL%2099", 404, "programme.unknown", "PEEL 99")]
    [InlineData("/api/v1/bodies/metropolitan/history?kind=xx", 400, "request.malformed", "engage")]
    public async Task It_is_refused_with_what_there_is(string path, int status, string rule, string says)
    {
        using var answer = await system.Http.GetAsync(path);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(((HttpStatusCode)status, $"urn:oversight:rule:{rule}"), (answer.StatusCode, problem.GetProperty("type").GetString()));
        Assert.Contains(says, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/practice?body=the%20Met", "practices")]
    [InlineData("/api/v1/audits?body=Metropolitan%20Police%20Service", "audits")]
    public async Task Every_read_knows_every_name(string path, string list) =>
        Assert.All((await system.Get(path)).GetProperty(list).EnumerateArray().ToArray() is { Length: > 0 } all ? all : throw new Xunit.Sdk.XunitException("None."),
            one => Assert.Equal("metropolitan", one.GetProperty("body").GetString()));

    [Fact]
    public async Task The_register_lists_every_body_with_its_names()
    {
        var bodies = (await system.Get("/api/v1/bodies")).GetProperty("bodies").EnumerateArray().ToArray();
        var met = Assert.Single(bodies, body => body.GetProperty("id").GetString() == "metropolitan");

        Assert.Equal(("Metropolitan Police Service", "police"), (met.GetProperty("name").GetString(), met.GetProperty("service").GetString()));
        Assert.Contains("the Met", met.GetProperty("names").EnumerateArray().Select(name => name.GetProperty("name").GetString()));
        Assert.Equal(new[] { "forces.csv", "fire-services.csv" }.Sum(file => system.Imported[file].GetProperty("accepted").GetInt32()), bodies.Length);
    }

    [Fact]
    public async Task Sources_name_the_fact_they_are_about()
    {
        foreach (var path in new[] { "/api/v1/bodies/metropolitan/history", "/api/v1/engage", "/api/v1/bodies/metropolitan/stays", "/api/v1/section-55", "/api/v1/investigations" })
        {
            var sources = Sources(await system.Get(path)).Where(source => source.TryGetProperty("claimId", out _)).ToArray();
            Assert.NotEmpty(sources);
            Assert.All(sources, source => Assert.NotEmpty(source.GetProperty("factId").GetString()!));
        }
    }

    private static IEnumerable<JsonElement> Sources(JsonElement of) => of.ValueKind switch
    {
        JsonValueKind.Array => of.EnumerateArray().SelectMany(Sources),
        JsonValueKind.Object => of.EnumerateObject().SelectMany(member => member.NameEquals("sources") ? member.Value.EnumerateArray() : Sources(member.Value)),
        _ => [],
    };
}
