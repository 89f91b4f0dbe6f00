using System.Globalization;
using System.Net;
using System.Text.Json;
using Npgsql;
using Oversight.Grading;
using Xunit;
using static Oversight.Service.Tests.Grading.GradingRunning;

namespace Oversight.Service.Tests.Grading;

public sealed class GradingTests
{
    [Fact]
    public async Task What_is_reported_is_read_area_by_area_with_the_denominator_of_the_body()
    {
        await using var grading = await Start();
        await grading.Tell(
            Grade("dyfed-powys", "Investigating crime", "inadequate", "2021-05-20"), Grade("dyfed-powys", "Investigating crime", "adequate", "2022-05-20"),
            Grade("dyfed-powys", "Preventing crime", "not-graded", "2022-05-20"), Grade("kent", "Preventing crime", "good", null));

        var matrix = await grading.Get("/api/v1/grades?programme=PEEL 2021/22");
        Assert.Equal(["Preventing crime", "Investigating crime"], matrix.GetProperty("areas").EnumerateArray().Select(area => area.GetString()));
        Assert.Equal(["dyfed-powys 1 of 2", "kent 1 of 1"], matrix.GetProperty("bodies").EnumerateArray()
            .Select(row => $"{row.GetProperty("id")} {row.GetProperty("graded")} of {row.GetProperty("of")}"));

        var before = await grading.Get("/api/v1/bodies/dyfed-powys/grades?asOf=2022-05-19");
        Assert.Equal("inadequate", before.GetProperty("programmes")[0].GetProperty("grades")[0].GetProperty("grade").GetString());
        Assert.Empty((await grading.Get("/api/v1/grades?programme=peel-2021-22&body=kent&strict=true")).GetProperty("bodies").EnumerateArray());
    }

    [Fact]
    public async Task Both_press_roundings_are_shown_and_neither_stands()
    {
        await using var grading = await Start();
        await grading.Tell(
            Grounds("metropolitan", 76m, "https://example.org/a"), Grounds("metropolitan", 75m, "https://example.org/b", "PEEL 2021/22 (same audit, other press rounding)"),
            Grounds("norfolk", 88m, "https://example.org/c", "PEEL 2018/19", records: 158));

        var audits = (await grading.Get("/api/v1/audits?kind=stop-search")).GetProperty("audits");
        Assert.Equal("Conflicting", audits[0].GetProperty("verdict").GetString());
        Assert.Equal(["75", "76"], audits[0].GetProperty("sides").EnumerateArray().Select(side => side.GetProperty("percent").GetRawText()));
        Assert.Equal(139, audits[1].GetProperty("figure").GetProperty("computed").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_grade_off_the_scale_is_on_record_and_counts_for_nothing()
    {
        await using var grading = await Start();
        await grading.Tell(Grade("cleveland", "Legitimacy", "adequate", "2019-09-27", "PEEL 2018/19"));

        var answer = await grading.Get("/api/v1/bodies/cleveland/grades");
        Assert.Equal(0, answer.GetProperty("programmes").GetArrayLength());
        Assert.Equal("grade.off-scale", answer.GetProperty("setAside")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public async Task A_read_of_what_had_been_recorded_is_what_was_read_then_and_a_rebuilt_view_is_the_same()
    {
        await using var grading = await Start();
        await grading.Tell(Grade("kent", "Preventing crime", "good", "2022-04-13"), Grounds("kent", 80m, "https://example.org/a", records: 103));
        var then = await grading.Get("/api/v1/grades");
        await grading.Tell(Grade("kent", "Preventing crime", "adequate", "2022-04-13", cited: "https://example.org/press"), Grade("kent", "Managing offenders", "good", "2022-04-13"));

        var recordedAt = Uri.EscapeDataString(then.GetProperty("recordedAt").GetDateTimeOffset().ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(then.GetProperty("programmes").GetRawText(), (await grading.Get($"/api/v1/grades?recordedAt={recordedAt}")).GetProperty("programmes").GetRawText());
        Assert.NotEqual(then.GetProperty("programmes").GetRawText(), (await grading.Get("/api/v1/grades")).GetProperty("programmes").GetRawText());

        var live = await Documents(grading);
        using var daemon = await grading.Store.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync<ProgrammeClaimsProjection>(CancellationToken.None);
        Assert.Equal(live, await Documents(grading));
    }

    [Fact]
    public async Task What_cannot_be_answered_is_said_with_what_can()
    {
        await using var grading = await Start();
        (string Path, HttpStatusCode Status, string Rule, string Says)[] cases =
        [
            ("/api/v1/grades?programme=nope", HttpStatusCode.NotFound, "programme.unknown", "peel-2021-22"),
            ("/api/v1/grades?programme=peel-2018-19&area=nope", HttpStatusCode.NotFound, "area.unknown", "Legitimacy"),
            ("/api/v1/audits?programme=nope", HttpStatusCode.NotFound, "programme.unknown", "nope"),
            ("/api/v1/grades?asOf=2022-07", HttpStatusCode.BadRequest, "request.malformed", "2022-07"),
            ("/api/v1/audits?kind=nope", HttpStatusCode.BadRequest, "request.malformed", "stop-search"),
        ];

        foreach (var (path, status, rule, says) in cases)
        {
            using var answer = await grading.Http.GetAsync(new Uri(path, UriKind.Relative));
            var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
            Assert.Equal((path, status, $"urn:oversight:rule:{rule}"), (path, answer.StatusCode, problem.GetProperty("type").GetString()));
            Assert.Contains(says, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    private static async Task<string[]> Documents(GradingRunning grading)
    {
        await using var session = grading.Store.QuerySession();
        await using var command = new NpgsqlCommand("select id || ' ' || data::text from oversight.mt_doc_programmeclaims order by id");
        await using var reader = await session.ExecuteReaderAsync(command);
        var documents = new List<string>();
        while (await reader.ReadAsync())
        {
            documents.Add(reader.GetString(0));
        }

        return [.. documents];
    }
}
