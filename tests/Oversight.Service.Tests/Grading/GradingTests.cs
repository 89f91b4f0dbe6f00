using System.Text.Json.Nodes;
using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Grading;
using Xunit;

namespace Oversight.Service.Tests.Grading;

public sealed class GradingTests
{
    [Fact]
    public async Task What_is_reported_is_read_area_by_area_with_the_denominator_of_the_body()
    {
        await using var grading = await Start();
        await grading.Tell("ingestion",
            Grade("dyfed-powys", "Investigating crime", "inadequate", "2021-05-20"), Grade("dyfed-powys", "Investigating crime", "adequate", "2022-05-20"),
            Grade("dyfed-powys", "Preventing crime", "not-graded", "2022-05-20"), Grade("kent", "Preventing crime", "good", null));

        var matrix = await grading.Get("/api/v1/grades?programme=PEEL 2021/22");
        Assert.Equal(["Preventing crime", "Investigating crime"], matrix["areas"]!.AsArray().Select(area => (string?)area));
        Assert.Equal(["dyfed-powys 1 of 2", "kent 1 of 1"], matrix["bodies"]!.AsArray().Select(row => $"{row!["id"]} {row["graded"]} of {row["of"]}"));

        var before = await grading.Get("/api/v1/bodies/dyfed-powys/grades?asOf=2022-05-19");
        Assert.Equal("inadequate", (string?)before["programmes"]![0]!["grades"]![0]!["grade"]);
        Assert.Empty((await grading.Get("/api/v1/grades?programme=peel-2021-22&body=kent&strict=true"))["bodies"]!.AsArray());
    }

    [Fact]
    public async Task Both_press_roundings_are_shown_and_neither_stands()
    {
        await using var grading = await Start();
        await grading.Tell("ingestion",
            Grounds("metropolitan", 76m, "https://example.org/a"), Grounds("metropolitan", 75m, "https://example.org/b", "PEEL 2021/22 (same audit, other press rounding)"),
            Grounds("norfolk", 88m, "https://example.org/c", "PEEL 2018/19", records: 158));

        var audits = (await grading.Get("/api/v1/audits?kind=stop-search"))["audits"]!;
        Assert.Equal("Conflicting", (string?)audits[0]!["verdict"]);
        Assert.Equal(["75", "76"], audits[0]!["sides"]!.AsArray().Select(side => side!["percent"]!.ToJsonString()));
        Assert.Equal(139, (int)audits[1]!["figure"]!["computed"]!["count"]!);
    }

    [Fact]
    public async Task A_grade_off_the_scale_is_on_record_and_counts_for_nothing()
    {
        await using var grading = await Start();
        await grading.Tell("ingestion", Grade("cleveland", "Legitimacy", "adequate", "2019-09-27", "PEEL 2018/19"));

        var answer = await grading.Get("/api/v1/bodies/cleveland/grades");
        Assert.Empty(answer["programmes"]!.AsArray());
        Assert.Equal("grade.off-scale", (string?)answer["setAside"]![0]!["rule"]);
    }

    [Fact]
    public async Task A_read_of_what_had_been_recorded_is_what_was_read_then_and_a_rebuilt_view_is_the_same()
    {
        await using var grading = await Start();
        await grading.Tell("ingestion", Grade("kent", "Preventing crime", "good", "2022-04-13"), Grounds("kent", 80m, "https://example.org/a", records: 103));
        var then = await grading.Get("/api/v1/grades");
        await grading.Tell("ingestion", Grade("kent", "Preventing crime", "adequate", "2022-04-13", cited: "https://example.org/press"), Grade("kent", "Managing offenders", "good", "2022-04-13"));

        var recordedAt = Uri.EscapeDataString((string)then["recordedAt"]!);
        Assert.Equal(then["programmes"]!.ToJsonString(), (await grading.Get($"/api/v1/grades?recordedAt={recordedAt}"))["programmes"]!.ToJsonString());
        Assert.NotEqual(then["programmes"]!.ToJsonString(), (await grading.Get("/api/v1/grades"))["programmes"]!.ToJsonString());

        await grading.App.RebuiltViewsAreTheSame();
    }

    [Fact]
    public async Task A_grade_given_before_the_body_existed_in_law_is_marked_in_the_matrix_and_in_its_own_grades()
    {
        await using var grading = await Start();
        BodySucceeded Merger(string body) => new(body, "hampshire-fire", "hampshire-and-isle-of-wight-fire", Formed: true, "2021-04-01", null, "",
            From("2021-01-22", "https://example.org/merger", "merger"));
        await grading.Tell("ingestion", Merger("hampshire-fire"), Merger("hampshire-and-isle-of-wight-fire"),
            Grade("hampshire-fire", "Effectiveness", "good", "2018-12-20", "FRS 2018/19"),
            Grade("hampshire-and-isle-of-wight-fire", "Effectiveness", "good", "2021-01-22", "FRS 2021/22"), Grade("hampshire-and-isle-of-wight-fire", "People", "good", "2023-01-20", "FRS 2021/22"));

        static string Shown(JsonNode grade) => $"{grade["area"]}: {string.Join(", ", grade["marks"]!.AsArray())}";
        string[] marked = ["Effectiveness: before it existed in law", "People: "];
        Assert.Equal(marked, (await grading.Get("/api/v1/grades?programme=FRS 2021/22"))["bodies"]![0]!["grades"]!.AsArray().Select(grade => Shown(grade!)));
        Assert.Equal(marked, (await grading.Get("/api/v1/bodies/hampshire-and-isle-of-wight-fire/grades"))["programmes"]![0]!["grades"]!.AsArray().Select(grade => Shown(grade!)));
        Assert.Equal("Effectiveness: ", Shown((await grading.Get("/api/v1/bodies/hampshire-fire/grades"))["programmes"]![0]!["grades"]![0]!));
        await grading.App.RebuiltViewsAreTheSame();
    }

    [Fact]
    public async Task What_cannot_be_answered_is_said_with_what_can()
    {
        await using var grading = await Start();
        (string Path, int Status, string Rule, string Says)[] cases =
        [
            ("/api/v1/grades?programme=nope", 404, "programme.unknown", "peel-2021-22"),
            ("/api/v1/grades?programme=peel-2018-19&area=nope", 404, "area.unknown", "Legitimacy"),
            ("/api/v1/audits?programme=nope", 404, "programme.unknown", "nope"),
            ("/api/v1/grades?asOf=2022-07", 400, "request.malformed", "2022-07"),
            ("/api/v1/audits?kind=nope", 400, "request.malformed", "stop-search"),
        ];

        foreach (var (path, status, rule, says) in cases)
        {
            var problem = await grading.Refused(path);
            Assert.Equal((path, status, $"urn:oversight:rule:{rule}"), (path, problem.Status, problem.Rule));
            Assert.Contains(says, problem.Detail, StringComparison.Ordinal);
        }
    }

    private static Task<ServiceRunning> Start() => ServiceRunning.Start(GradingService.Build);

    private static GradeReported Grade(string body, string area, string grade, string? published, string programme = "PEEL 2021/22", string cited = "https://example.org/report") =>
        new(body, programme, area, grade, From(published, cited, body, programme, area, grade));

    private static StopSearchAuditReported Grounds(string body, decimal percent, string cited, string inspection = "PEEL 2021/22", int? records = null) =>
        new(body, inspection, inspection.Split(" (")[0], percent, records, From("2022-09-22", cited, body, inspection, $"{percent}"));

    private static Source From(string? published, string cited, params string[] says) =>
        new(NameBasedId.Of([.. says, cited, published]), string.Join('/', says), 1, cited, "submission", 2, published, "first");
}
