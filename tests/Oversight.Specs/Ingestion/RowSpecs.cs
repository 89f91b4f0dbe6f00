using System.Text;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Formats;
using Xunit;

namespace Oversight.Specs.Ingestion;

/// <summary>Rows that are refused, each by its rule and with its field, while the rest of the file goes on.</summary>
public sealed class RowSpecs
{
    private const string Grades = "force,programme,area,grade,published_on,source_url";
    private const string Audits = "force,inspection,published_on,category,accuracy_percent,ci_percent,sample_size,source_url";
    private const string History = "service,body,phase,from_date,to_date,date_precision,reason_summary,published_on,source_url,decided_on";
    private const string Entries = "occurred_on,precision,kind,summary,source_url";

    [Theory]
    [InlineData("kent,PEEL 2021/22,Preventing crime,good,2022-09-22", "row.too-few-cells", null)]
    [InlineData("kent,PEEL 2021/22,Preventing crime,good,2022-09-22,https://a,b", "row.too-many-cells", null)]
    [InlineData("\"kent\"x,PEEL 2021/22,Preventing crime,good,2022-09-22,https://a", "row.stray-quote", null)]
    [InlineData("loamshire,PEEL 2021/22,Preventing crime,good,2022-09-22,https://a", "body.unknown", "force")]
    [InlineData("England and Wales,PEEL 2021/22,Preventing crime,good,2022-09-22,https://a", "body.is-an-aggregate", "force")]
    [InlineData("London Fire Brigade,PEEL 2021/22,Preventing crime,good,2022-09-22,https://a", "body.other-service", "force")]
    [InlineData(",PEEL 2021/22,Preventing crime,good,2022-09-22,https://a", "text.missing", "force")]
    [InlineData("kent,,Preventing crime,good,2022-09-22,https://a", "text.missing", "programme")]
    [InlineData("kent,!!!,Preventing crime,good,2022-09-22,https://a", "text.no-words", "programme")]
    [InlineData("kent,PEEL 2021/22,Preventing\u0007crime,good,2022-09-22,https://a", "text.control-character", "area")]
    [InlineData("kent,PEEL 2021/22,Preventing\u200bcrime,good,2022-09-22,https://a", "text.hidden-character", "area")]
    [InlineData("kent,PEEL 2021/22,\u202eemirc,good,2022-09-22,https://a", "text.hidden-character", "area")]
    [InlineData("kent,PEEL 2021/22,Preventing crime,excellent,2022-09-22,https://a", "grade.unknown", "grade")]
    [InlineData("kent,PEEL 2021/22,Preventing crime,,2022-09-22,https://a", "text.missing", "grade")]
    [InlineData("kent,PEEL 2021/22,Preventing crime,good,22/09/2022,https://a", "date.not-a-date", "published_on")]
    [InlineData("kent,PEEL 2021/22,Preventing crime,good,2022-02-30,https://a", "date.not-a-date", "published_on")]
    [InlineData("kent,PEEL 2021/22,Preventing crime,good,0001-01-01,https://a", "date.out-of-range", "published_on")]
    [InlineData("kent,PEEL 2021/22,Preventing crime,good,9999-12-31,https://a", "date.out-of-range", "published_on")]
    [InlineData("kent,PEEL 2021/22,Preventing crime,good,9999,https://a", "date.out-of-range", "published_on")]
    [InlineData("kent,PEEL 2021/22,Preventing crime,good,2026-11-25,https://a", "date.out-of-range", "published_on")]
    [InlineData("kent,PEEL 2021/22,Preventing crime,good,2022-09-22,", "source.missing", "source_url")]
    [InlineData("kent,PEEL 2021/22,Preventing crime,good,2022-09-22,javascript:alert(1)", "source.not-a-web-address", "source_url")]
    [InlineData("kent,PEEL 2021/22,Preventing crime,good,2022-09-22,https://a\u202eb", "text.hidden-character", "source_url")]
    public async Task A_bad_grade_is_refused_with_its_rule_and_field(string row, string rule, string? field) => await Refused(Grades, row, rule, field);

    [Theory]
    [InlineData("many", "number.not-a-number", "accuracy_percent", "")]
    [InlineData("76%", "number.not-a-number", "accuracy_percent", "")]
    [InlineData("８９", "number.not-a-number", "accuracy_percent", "")]
    [InlineData("\"1,234\"", "number.not-a-number", "accuracy_percent", "")]
    [InlineData("NaN", "number.out-of-range", "accuracy_percent", "")]
    [InlineData("Infinity", "number.out-of-range", "accuracy_percent", "")]
    [InlineData("1e400", "number.out-of-range", "accuracy_percent", "")]
    [InlineData("-0.1", "number.out-of-range", "accuracy_percent", "")]
    [InlineData("100.01", "number.out-of-range", "accuracy_percent", "")]
    [InlineData("89.12345678901", "number.out-of-range", "accuracy_percent", "")]
    [InlineData("", "text.missing", "accuracy_percent", "")]
    [InlineData("89", "number.out-of-range", "sample_size", "-5")]
    [InlineData("89", "number.out-of-range", "sample_size", "0")]
    [InlineData("89", "number.out-of-range", "sample_size", "99999999999")]
    [InlineData("89", "number.not-a-number", "sample_size", "20.5")]
    public async Task A_bad_number_is_refused(string percent, string rule, string field, string sample) =>
        await Refused(Audits, $"kent,PEEL 2021/22,2022,violent,{percent},,{sample},https://a", rule, field);

    [Theory]
    [InlineData("army,Kent Police,Engage,2022,,,,,https://a,", "service.unknown", "service")]
    [InlineData("fire,Kent Police,Engage,2022,,,,,https://a,", "body.other-service", "body")]
    [InlineData("police,Kent Police,Engage,,,,,,https://a,", "text.missing", "from_date")]
    [InlineData("police,Kent Police,Engage,2022-06,,day,,,https://a,", "date.precision-differs", "date_precision")]
    [InlineData("police,Kent Police,Engage,2022-06,,week,,,https://a,", "date.precision-unknown", "date_precision")]
    [InlineData("police,Kent Police,Engage,2022-06,2022-05-31,month,,,https://a,", "date.order", "to_date")]
    [InlineData("police,Kent Police,Scan,2022-06,2023-01,month,,,https://a,", "phase.end-not-expected", "to_date")]
    [InlineData("police,Kent Police,Engage,2029,,,,,https://a,", "date.out-of-range", "from_date")]
    [InlineData("police,Kent Police,Engage,2022,,,,,https://a,2027", "date.out-of-range", "decided_on")]
    public async Task A_bad_stay_is_refused(string row, string rule, string field) => await Refused(History, row, rule, field);

    [Fact]
    public async Task A_cell_holds_ten_thousand_characters_and_a_name_two_hundred()
    {
        await Refused(Entries, $"2022,year,court,{new string('x', 10_001)},https://a", "text.too-long", "summary");
        await Refused(Grades, $"kent,PEEL 2021/22,{new string('x', 201)},good,2022,https://a", "text.too-long", "area");
        Assert.Null(await Samples.FlawOf(Entries, $"2022,year,court,{new string('x', 10_000)},https://a", "kent"));
    }

    [Fact]
    public async Task A_refusal_names_the_value_short_and_with_nothing_hidden() =>
        Assert.Equal(@"'ex\u202ecellent' is no grade; known are outstanding, good, adequate, requires-improvement, inadequate, not-graded, not-inspected.",
            (await Samples.FlawOf(Grades, "kent,PEEL 2021/22,Preventing crime,ex\u202ecellent,2022,https://a"))!.Message);

    [Theory]
    [InlineData("good")]
    [InlineData("Requires improvement")]
    [InlineData("NOT-GRADED")]
    public async Task A_grade_is_known_in_the_ways_people_write_it(string grade) =>
        Assert.Null(await Samples.FlawOf(Grades, $"kent,PEEL 2021/22,Preventing crime,{grade},2022-09-22,https://a"));

    [Fact]
    public async Task Tomorrow_is_soon_enough_for_somebody() =>
        Assert.Null(await Samples.FlawOf(Grades, "kent,PEEL 2021/22,Preventing crime,good,2026-11-24,https://a"));

    [Fact]
    public async Task Text_like_a_formula_is_text()
    {
        var outcome = await Samples.Import(Encoding.UTF8.GetBytes($"{Entries}\n2022,year,court,\"=HYPERLINK(\"\"x\"\")\",Big Issue of September 2022\n"), body: "kent");

        var entry = Assert.IsType<FactEvent.TimelineEntryClaimed>(Assert.Single(outcome.Events));
        Assert.Equal(("=HYPERLINK(\"x\")", "Big Issue of September 2022"), (entry.Summary, entry.Provenance.Cited));
    }

    [Fact]
    public async Task A_letter_and_its_accent_are_one_letter()
    {
        var outcome = await Samples.Import(Encoding.UTF8.GetBytes($"{Entries}\n2022,year,court,Cafe\u0301,https://a\n"), body: "kent");

        Assert.Equal("Café", Assert.IsType<FactEvent.TimelineEntryClaimed>(Assert.Single(outcome.Events)).Summary);
    }

    [Theory]
    [InlineData("{\"force\":\"kent\",\"programme\":\"PEEL 2021/22\",\"area\":\"x\",\"grade\":\"good\",\"published_on\":2022,\"source_url\":\"a\"}", null, null)]
    [InlineData("{\"force\":\"kent\",\"programme\":\"PEEL 2021/22\",\"area\":\"x\",\"grade\":\"good\",\"published_on\":null,\"source_url\":\"a\"}", null, null)]
    [InlineData("{\"force\":\"kent\",\"programme\":\"PEEL 2021/22\",\"area\":\"x\",\"source_url\":\"a\"}", "text.missing", "grade")]
    [InlineData("{\"force\":\"kent\",\"programme\":\"PEEL 2021/22\",\"area\":\"x\\u0000\",\"grade\":\"good\",\"source_url\":\"a\"}", "text.control-character", "area")]
    [InlineData("{\"force\":\"kent\",\"programme\":\"PEEL 2021/22\",\"area\":\"x\\ud800\",\"grade\":\"good\",\"source_url\":\"a\"}", "text.not-unicode", "area")]
    [InlineData("{\"force\":\"kent\",\"programme\":\"PEEL 2021/22\",\"area\":[1],\"grade\":\"good\",\"source_url\":\"a\"}", "row.nested-value", "area")]
    [InlineData("{\"force\":\"kent\",\"programme\":\"PEEL 2021/22\",\"area\":\"x\",\"GRADE\":\"good\",\"grade\":\"good\",\"source_url\":\"a\"}", "row.unknown-member", "GRADE")]
    [InlineData("[1]", "row.not-an-object", null)]
    public async Task A_row_of_JSON_is_taken_or_refused(string row, string? rule, string? field)
    {
        const string good = "{\"force\":\"kent\",\"programme\":\"PEEL 2021/22\",\"area\":\"y\",\"grade\":\"good\",\"source_url\":\"a\"}";
        var outcome = await Samples.Import(Encoding.UTF8.GetBytes($"[{good},\n {row},\n{good}]"), MediaTypes.Json);

        Assert.Equal(rule is null ? (2, 1, 0, 0) : (1, 1, 0, 1), outcome.Counts);
        Assert.All(outcome.Refused, refused => Assert.Equal((2, rule, field), (refused.Line, refused.Rule, refused.Field)));
    }

    [Fact]
    public async Task The_line_of_a_row_is_the_one_on_which_it_starts()
    {
        var rows = await Samples.Rows(Encoding.UTF8.GetBytes(
            $"\uFEFF{Entries}\r\n2022,year,court,one,https://a\r\n\r\n2022,year,court,\"two\r\nand \"\"more\"\"\r\n\",https://a\r\n2022,year,court,three,https://a"), body: "kent");

        Assert.Equal([(2, "one"), (4, "two\r\nand \"more\"\r\n"), (7, "three")], rows.Select(row => (row.Line, row.Values[3])));
    }

    [Fact]
    public async Task Columns_come_in_any_order() =>
        Assert.Null(await Samples.FlawOf("source_url,grade,area,programme,force,published_on", "https://a,good,Preventing crime,PEEL 2021/22,kent,"));

    private static async Task Refused(string header, string row, string rule, string? field)
    {
        var flaw = await Samples.FlawOf(header, row, "kent");

        Assert.Equal((rule, field), (flaw?.Rule, flaw?.Field));
        Assert.EndsWith(".", flaw!.Message, StringComparison.Ordinal);
    }
}
