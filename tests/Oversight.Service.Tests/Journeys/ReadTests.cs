using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Oversight.Service.Tests.Journeys;

[Collection(nameof(WholeSystem))]
public sealed class ReadTests(WholeSystem system)
{
    private static readonly string[] Engaged = ["cleveland", "gloucestershire", "greater-manchester", "metropolitan", "staffordshire", "wiltshire"];

    [Fact]
    public async Task On_8_July_2022_six_forces_were_in_Engage()
    {
        var status = await system.Get("/api/v1/status?asOf=2022-07-08");

        Assert.Equal("2022-07-08", status.GetProperty("asOf").GetString());
        Assert.Equal(Engaged, In(status, "Engage"));
        Assert.Empty(In(status, "CannotTell"));
        Assert.All(status.GetProperty("bodies").EnumerateArray().Where(body => Engaged.Contains(body.GetProperty("id").GetString())),
            body => Assert.NotEmpty(body.GetProperty("sources").EnumerateArray()));
    }

    [Fact]
    public async Task A_week_before_the_public_could_know_of_two()
    {
        var status = await system.Get("/api/v1/status?asOf=2022-07-08&knownAt=2022-06-27");
        Assert.Equal(["cleveland", "greater-manchester"], In(status, "Engage"));

        var strict = await system.Get("/api/v1/status?asOf=2022-07-08&knownAt=2022-06-27&strict=true");
        Assert.Equal(["greater-manchester"], In(strict, "Engage"));
    }

    [Fact]
    public async Task Staffordshires_entry_is_a_conflict_of_the_inspectorate_with_itself_and_Engage_all_the_same()
    {
        var force = (await system.Get("/api/v1/status?asOf=2022-07-08")).GetProperty("bodies").EnumerateArray().Single(body => body.GetProperty("id").GetString() == "staffordshire");
        Assert.Equal(("Engage", "2022"), (force.GetProperty("phase").GetString(), force.GetProperty("since").GetString()));
        Assert.Equal(["conflicting"], force.GetProperty("marks").EnumerateArray().Select(mark => mark.GetString()));

        var conflict = Assert.Single(Conflicts(await system.Get("/api/v1/conflicts?body=staffordshire&state=unsettled")));
        Assert.Equal(["2022-06", "2022-07-06"], conflict.GetProperty("sides").EnumerateArray().Select(side => side.GetProperty("value").GetString()).Order());

        // Until the letter was published only the month was known, and between its dates nobody can tell.
        Assert.Contains("staffordshire", In(await system.Get("/api/v1/status?asOf=2022-07-03&knownAt=2022-07-03"), "Engage"));
        Assert.Contains("staffordshire", In(await system.Get("/api/v1/status?asOf=2022-07-03"), "CannotTell"));
    }

    [Fact]
    public async Task Inside_a_month_known_only_as_a_month_nobody_can_tell()
    {
        var status = await system.Get("/api/v1/status?asOf=2022-06-10");
        Assert.Equal(["staffordshire", "wiltshire"], In(status, "CannotTell"));
    }

    [Fact]
    public async Task What_the_Met_held_that_day_is_told_with_its_sources()
    {
        Assert.Equal(
            ["Effectiveness requires-improvement", "Efficiency good", "Legitimacy good"],
            Held(await system.Get("/api/v1/bodies/the%20Met?asOf=2022-07-08"), "PEEL 2018/19"));
        var later = await system.Get("/api/v1/bodies/metropolitan?asOf=2024-01-01");
        Assert.Contains("Responding to the public inadequate", Held(later, "PEEL 2021/22"));
        Assert.Empty(later.GetProperty("missing").EnumerateArray());
    }

    [Fact]
    public async Task A_report_whose_day_nobody_gives_cannot_be_told_on_a_day_within_its_programme()
    {
        // The record has the Met's grades of 2021/22 without their day.
        var then = await system.Get("/api/v1/bodies/metropolitan?asOf=2022-07-08");
        Assert.All(Areas(then, "PEEL 2021/22"), area => Assert.Equal("CannotTell", area.GetProperty("verdict").GetString()));
        Assert.Empty(Areas(then, "PEEL 2023-25"));
    }

    [Fact]
    public async Task The_Mets_stop_and_search_records_are_a_conflict_with_both_sides()
    {
        var conflicts = await system.Get("/api/v1/conflicts");
        var text = Assert.Single(Conflicts(conflicts), conflict => conflict.ToString().Contains("stop-search/metropolitan", StringComparison.Ordinal)).ToString();
        Assert.Contains("75", text, StringComparison.Ordinal);
        Assert.Contains("76", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_inspectorate_is_called_what_it_was_called_when_it_published()
    {
        var then = (await system.Get("/api/v1/publishers?of=HMICFRS&asOf=2016-02-18")).GetProperty("publishers")[0];
        Assert.Equal(("inspectorate", 1, "HMIC"), (then.GetProperty("class").GetString(), then.GetProperty("rank").GetInt32(), then.GetProperty("namesThen")[0].GetString()));
        Assert.Contains((await system.Get("/api/v1/bodies/durham/history")).GetProperty("entries").EnumerateArray().SelectMany(entry => entry.GetProperty("sources").EnumerateArray()),
            source => source.TryGetProperty("publisher", out var name) && name.GetString() == "HMIC");
    }

    [Theory]
    [InlineData("/api/v1/status?asOf=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/status?asOf=2022-07", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/status?asOf=2022-07-08&asOf=2022-07-09", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/status?recordedAt=2026-11-23T09:00:00", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/bodies/atlantis", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/grades?programme=nonsense", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/internal/v1/parked", HttpStatusCode.NotFound)]
    public async Task A_bad_question_gets_problem_details(string path, HttpStatusCode expected)
    {
        using var answer = await system.Http.GetAsync(path);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task A_misspelt_parameter_is_refused_at_every_address()
    {
        var paths = (await system.Get("/openapi/v1.json")).GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => (path.Name, method.Name))).ToArray();
        Assert.Contains(("/api/v1/conflicts", "get"), paths);
        foreach (var (path, method) in paths)
        {
            using var request = new HttpRequestMessage(new(method), path.Replace("{id}", "metropolitan", StringComparison.Ordinal).Replace("{body}", "metropolitan", StringComparison.Ordinal) + "?bdoy=kent");
            using var answer = await system.Http.SendAsync(request);
            Assert.Equal((path, method, HttpStatusCode.BadRequest), (path, method, answer.StatusCode));
            Assert.StartsWith("'bdoy' is no parameter here; ", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_document_describes_the_whole_address()
    {
        var paths = (await system.Get("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name).ToArray();
        string[] promised = ["/api/v1/status", "/api/v1/submissions", "/api/v1/engage", "/api/v1/grades", "/api/v1/conflicts", "/api/v1/bodies/{id}", "/api/v1/bodies/{id}/history"];
        Assert.Empty(promised.Except(paths));
        Assert.DoesNotContain(paths, path => path.StartsWith("/internal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_document_describes_what_is_really_answered_and_refers_to_nothing_that_is_not_there()
    {
        var document = await system.Get("/openapi/v1.json");
        var schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.All(References(document), reference => Assert.True(schemas.TryGetProperty(reference["#/components/schemas/".Length..].Split('/')[0], out _), reference));
        foreach (var (path, asked) in new[] { ("/api/v1/bodies/{id}", "/api/v1/bodies/metropolitan"), ("/api/v1/bodies/{body}/audits", "/api/v1/bodies/metropolitan/audits"), ("/api/v1/status", "/api/v1/status"),
            ("/api/v1/causes", "/api/v1/causes"), ("/api/v1/practice", "/api/v1/practice"), ("/api/v1/findings", "/api/v1/findings") })
        {
            Described((await system.Get(asked)), document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty("200")
                .GetProperty("content").GetProperty("application/json").GetProperty("schema"), schemas, path);
        }
    }

    // Every member that is answered is one that is described, all the way down.
    private static void Described(JsonElement answer, JsonElement schema, JsonElement schemas, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Described(answer, schemas.GetProperty(reference.GetString()!.Split('/')[^1]), schemas, at);
        }
        else if (schema.TryGetProperty("oneOf", out var either) && answer.ValueKind != JsonValueKind.Null)
        {
            Described(answer, either.EnumerateArray().Last(), schemas, at);
        }
        else if (answer.ValueKind == JsonValueKind.Array)
        {
            Assert.All(answer.EnumerateArray(), item => Described(item, schema.GetProperty("items"), schemas, $"{at}[]"));
        }
        else if (answer.ValueKind == JsonValueKind.Object)
        {
            Assert.All(answer.EnumerateObject(), member => Assert.True(schema.GetProperty("properties").TryGetProperty(member.Name, out _), $"{at} does not describe {member.Name}"));
            Assert.All(answer.EnumerateObject(), member => Described(member.Value, schema.GetProperty("properties").GetProperty(member.Name), schemas, $"{at}.{member.Name}"));
        }
    }

    private static IEnumerable<string> References(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(member => member.Name == "$ref" ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static IEnumerable<JsonElement> Areas(JsonElement body, string programme) => body.GetProperty("grades").EnumerateArray()
        .Where(graded => graded.GetProperty("programme").GetProperty("name").GetString() == programme).SelectMany(graded => graded.GetProperty("grades").EnumerateArray());

    private static string[] Held(JsonElement body, string programme) =>
        [.. Areas(body, programme).Select(area => $"{area.GetProperty("area").GetString()} {area.GetProperty("grade").GetString()}")];

    private static string[] In(JsonElement status, string phase) =>
        [.. status.GetProperty("bodies").EnumerateArray().Where(body => body.GetProperty("phase").GetString() == phase).Select(body => body.GetProperty("id").GetString()!)];

    private static JsonElement.ArrayEnumerator Conflicts(JsonElement answer) => answer.GetProperty("conflicts").EnumerateArray();
}
