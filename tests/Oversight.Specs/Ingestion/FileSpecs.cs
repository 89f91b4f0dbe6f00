using System.Text;
using CsCheck;
using Oversight.Ingestion.Formats;
using Xunit;

namespace Oversight.Specs.Ingestion;

/// <summary>Files that are refused whole.</summary>
public sealed class FileSpecs
{
    private const string Grades = "force,programme,area,grade,published_on,source_url";
    private const string Good = "{\"force\":\"kent\",\"programme\":\"P\",\"area\":\"y\",\"grade\":\"good\",\"source_url\":\"a\"}";

    [Theory]
    [InlineData("", "file.empty", null)]
    [InlineData(" \n\n", "file.no-header", 1)]
    [InlineData("kent,PEEL 2021/22,Preventing crime,good,2022,https://a\n", "file.no-header", 1)]
    [InlineData("force,programme,area,mark,published_on,source_url\n", "file.unknown-columns", 1)]
    [InlineData("force,programme,area\n", "file.unknown-columns", 1)]
    [InlineData("force,force,area\n", "file.duplicate-column", 1)]
    [InlineData(Grades + "\nkent,P,A,good,2022,\"https://a\nkent,P,B,good,2022,https://a\n", "file.truncated", 2)]
    [InlineData(Grades + "\nkent,P,A,good,2022,https://a\nkent,P,B,go", "file.truncated", 3)]
    [InlineData("occurred_on,precision,kind,summary,source_url\n", "file.body-missing", 1)]
    [InlineData(Grades + "\nkent,P,\0,good,2022,https://a\n", "file.nul-byte", 2)]
    public async Task A_bad_CSV_file_is_refused_whole(string file, string rule, int? line) => await Refused(Encoding.UTF8.GetBytes(file), MediaTypes.Csv, rule, line);

    [Theory]
    [InlineData("12", "file.json-not-records", 1)]
    [InlineData("\"kent\"", "file.json-not-records", 1)]
    [InlineData("  \n ", "file.json-not-records", 2)]
    [InlineData("[]", "file.no-records", null)]
    [InlineData("[1]", "file.unknown-columns", 1)]
    [InlineData("[{}]", "file.unknown-columns", 1)]
    [InlineData("[{\"force\":\"kent\",\"mark\":\"good\"}]", "file.unknown-columns", 1)]
    [InlineData("[" + Good, "file.truncated", 1)]
    [InlineData("[\n" + Good + ",", "file.truncated", 2)]
    [InlineData("[\n" + Good + ",\n{\"force\":", "file.truncated", 3)]
    [InlineData("[" + Good + ",]", "file.json-syntax", 1)]
    [InlineData("[" + Good + "\n" + Good + "]", "file.json-syntax", 2)]
    [InlineData("[" + Good + "] x", "file.json-syntax", 1)]
    [InlineData(Good + "\n" + Good, "file.json-syntax", 2)]
    [InlineData("[" + Good + ",\n{'force':1}]", "file.json-syntax", 2)]
    [InlineData("[" + Good + ",\n{\"grade\":\"good\",\"grade\":\"inadequate\"}]", "file.duplicate-key", 2)]
    [InlineData("[" + Good + ",{\"force\":{\"a\":1,\"\\u0061\":2}}]", "file.duplicate-key", 1)]
    [InlineData("[" + Good + ",\n{\"force\":[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]}]", "file.too-deep", 2)]
    public async Task A_bad_JSON_file_is_refused_whole(string file, string rule, int? line) => await Refused(Encoding.UTF8.GetBytes(file), MediaTypes.Json, rule, line);

    [Theory]
    [InlineData("nonsense\n12\n", "file.json-syntax", 1)]
    [InlineData("\n\n", "file.no-records", null)]
    public async Task An_NDJSON_file_of_which_no_line_can_be_read_is_refused_whole(string file, string rule, int? line) => await Refused(Encoding.UTF8.GetBytes(file), MediaTypes.Ndjson, rule, line);

    [Theory]
    [InlineData("nonsense", "file.json-syntax")]
    [InlineData("12", "file.ndjson-line")]
    [InlineData(Good + " " + Good, "file.ndjson-line")]
    [InlineData("{\"force\":", "file.ndjson-line")]
    [InlineData("{\"grade\":\"good\",\"grade\":\"inadequate\"}", "file.duplicate-key")]
    [InlineData("{\"a\\u0000\":1}", "file.json-syntax")]
    public async Task A_bad_line_of_NDJSON_is_refused_alone(string bad, string rule)
    {
        foreach (var lines in new[] { $"{Good}\n{bad}\n{Good}\n{bad}\n{Good}", $"{bad}\n{bad}\n{Good}\n{Good}\n{Good}\n" })
        {
            var (counts, refused) = await Taken(Encoding.UTF8.GetBytes(lines), MediaTypes.Ndjson);
            Assert.Equal(5, counts);
            Assert.Equal([rule, rule], refused.Select(row => row.Rule));
        }
    }

    [Fact]
    public async Task A_row_too_long_is_refused_alone_where_its_end_is_certain()
    {
        var (endless, row) = (new string('x', 2 * 1024 * 1024), "Kent Police,PEEL 2021/22,Preventing crime,good,2022-09-22,https://a\n");

        var (rows, refused) = await Taken(Encoding.UTF8.GetBytes($"{Grades}\n{row}kent,P,{endless},good,2022,https://a\n{row}"), MediaTypes.Csv);
        Assert.Equal((3, "row.too-long", 3), (rows, Assert.Single(refused).Rule, refused[0].Line));
        (rows, refused) = await Taken(Encoding.UTF8.GetBytes($"{Good}\n{{\"force\":\"{endless}\"}}\n{Good}"), MediaTypes.Ndjson);
        Assert.Equal((3, "row.too-long", 2), (rows, Assert.Single(refused).Rule, refused[0].Line));
        await Refused(Encoding.UTF8.GetBytes($"{Grades}\nkent,\"P\",{endless},good,2022,https://a\n{row}"), MediaTypes.Csv, "file.line-too-long", 2);
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused_by_name()
    {
        await Refused(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Grades)).ToArray(), MediaTypes.Csv, "file.not-utf-8", 1);
        await Refused(Encoding.Latin1.GetBytes($"{Grades}\nkent,P,Café,good,2022,https://a\n"), MediaTypes.Csv, "file.not-utf-8", 2);
        await Refused([.. "PK\u0003\u0004"u8, .. new byte[90]], MediaTypes.Csv, "file.not-utf-8", 1);
        await Refused(Encoding.UTF8.GetBytes($"{Grades}\nkent,P,Café")[..^1], MediaTypes.Csv, "file.not-utf-8", 2);
        await Refused(Encoding.Latin1.GetBytes(Good.Replace("kent", "é", StringComparison.Ordinal)), MediaTypes.Ndjson, "file.not-utf-8", 1);
    }

    [Fact]
    public async Task Ten_thousand_columns_are_too_many()
    {
        await Refused(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 10_000).Select(n => $"c{n}")) + "\n"), MediaTypes.Csv, "file.too-many-columns", 1);
        await Refused(Encoding.UTF8.GetBytes($"[{{{string.Join(',', Enumerable.Range(0, 10_000).Select(n => $"\"c{n}\":1"))}}}]"), MediaTypes.Json, "file.too-many-columns", 1);
    }

    [Fact]
    public async Task A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        var endless = new string('x', 9 * 1024 * 1024);

        await Refused(Encoding.UTF8.GetBytes($"{Grades}\nkent,P,{endless}"), MediaTypes.Csv, "file.line-too-long", 2);
        await Refused(Encoding.UTF8.GetBytes($"[{Good},\n{{\"force\":\"{endless}\"}}]"), MediaTypes.Json, "file.line-too-long", 2);
    }

    [Fact]
    public async Task Unknown_columns_are_named_beside_the_nearest_kind_of_file() => Assert.Equal(
        "The columns on line 1 fit no known kind of file. 'mark' is not known there. 'grade' is missing. "
        + "The nearest is a file of PEEL grades: force, programme, area, grade, published_on, source_url.",
        (await Samples.Check("force,programme,area,mark,published_on,source_url\n")).Refusal!.Because);

    [Theory]
    [InlineData(null, "grades.csv", "force", MediaTypes.Csv, null)]
    [InlineData(null, "", "force", MediaTypes.Csv, null)]
    [InlineData(null, "", " [{", MediaTypes.Json, null)]
    [InlineData(null, "", "{\"force\":\"kent\"}\n{", MediaTypes.Ndjson, null)]
    [InlineData(null, "", "{\n\"force\":\"kent\"}", MediaTypes.Json, null)]
    [InlineData(null, "grades.jsonl", "{}", MediaTypes.Ndjson, null)]
    [InlineData(MediaTypes.Json, "grades", "[{", MediaTypes.Json, null)]
    [InlineData(MediaTypes.PlainText, "", "force,programme,area\nkent", MediaTypes.Csv, null)]
    [InlineData(MediaTypes.PlainText, "grades.csv", "force", MediaTypes.Csv, null)]
    [InlineData(null, "grades.txt", "force,programme,area\nkent", MediaTypes.Csv, null)]
    [InlineData(MediaTypes.Csv, "grades.txt", "force", MediaTypes.Csv, null)]
    [InlineData(MediaTypes.PlainText, "", "[{\"force\":", MediaTypes.Json, null)]
    [InlineData(MediaTypes.PlainText, "", "[Embargoed, until Friday] Kent Police", MediaTypes.PlainText, null)]
    [InlineData(MediaTypes.PlainText, "", "Kent Police, said the report, is good.", MediaTypes.PlainText, null)]
    [InlineData(null, "letter.txt", "Dear Chief Constable", MediaTypes.PlainText, null)]
    [InlineData(null, "report.htm", "<p>", MediaTypes.Html, null)]
    [InlineData(null, "", "<!DOCTYPE html>", MediaTypes.Html, null)]
    [InlineData(null, "", "%PDF-1.7", MediaTypes.Pdf, null)]
    [InlineData(MediaTypes.Html, "report.pdf", "<p>", MediaTypes.Html, "file.media-type-contradicts")]
    [InlineData(MediaTypes.Html, "report.html", "%PDF-1.7", MediaTypes.Html, "file.media-type-contradicts")]
    [InlineData(MediaTypes.Json, "grades.csv", "[{", MediaTypes.Json, "file.media-type-contradicts")]
    [InlineData(MediaTypes.Csv, "grades.csv", "[{", MediaTypes.Csv, "file.media-type-contradicts")]
    public void The_form_is_as_the_sender_says_else_as_the_name_says_else_as_it_looks(string? header, string name, string beginning, string mediaType, string? rule)
    {
        var (settled, refusal) = MediaTypes.Settle(header, null, name, Encoding.UTF8.GetBytes(beginning));

        Assert.Equal((mediaType, rule), (settled, refusal?.Rule));
    }

    [Fact]
    public void Another_character_set_is_refused_from_the_header_on() =>
        Assert.Equal("file.not-utf-8", MediaTypes.Settle(MediaTypes.Csv, "utf-16", "a.csv", "force"u8).Refusal!.Rule);

    [Theory]
    [InlineData("text/csv; charset=utf-8", true, MediaTypes.Csv)]
    [InlineData("application/x-www-form-urlencoded", true, null)]
    [InlineData(null, true, null)]
    [InlineData("multipart/form-data; boundary=x", false, null)]
    [InlineData("application/pdf", true, MediaTypes.Pdf)]
    [InlineData("text/html; charset=windows-1252", true, MediaTypes.Html)]
    [InlineData("image/png", false, null)]
    public void A_header_says_the_form_or_nothing_or_what_cannot_be_taken(string? header, bool possible, string? mediaType)
    {
        Assert.Equal(possible, MediaTypes.TryFromHeader(header, out var said));
        Assert.Equal(mediaType, said);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44", "'+44")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM", "'@SUM")]
    [InlineData("\tx", "'\tx")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\rx", "'\rx")]
    [InlineData("\0x", "'\0x")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    public void Text_like_a_formula_is_made_harmless_in_CSV(string text, string harmless) => Assert.Equal(harmless, CsvText.Harmless(text));

    [Fact]
    public void A_row_of_CSV_quotes_what_needs_quotes() =>
        Assert.Equal("a,\"b,c\",\"d\"\"e\",\"'=x\ny\",\r\n", CsvText.Row("a", "b,c", "d\"e", "=x\ny", null));

    [Fact]
    public void Any_bytes_at_all_are_refused_or_read_but_never_a_fault() =>
        Gen.Select(Gen.OneOf(MediaTypes.Csv, MediaTypes.Json, MediaTypes.Ndjson), Gen.OneOf("", Grades + "\n", "[" + Good + ",", Good + "\n"), Gen.Byte.Array[0, 60])
            .Sample((mediaType, beginning, bytes) =>
            {
                var (kind, refusal) = Samples.Check([.. Encoding.UTF8.GetBytes(beginning), .. bytes], mediaType).GetAwaiter().GetResult();
                return kind is null ^ refusal is null;
            });

    [Fact]
    public void Any_text_between_quotes_comes_back_as_it_was() =>
        Gen.String[Gen.OneOf('a', '"', ',', '\r', '\n', 'é', ' '), 0, 20].Where(text => text == text.Trim()).Sample(text =>
        {
            var file = Encoding.UTF8.GetBytes($"occurred_on,precision,kind,summary,source_url\r\n2022,year,court,\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",https://a\r\n2022,,b,c,d\r\n");
            var rows = Samples.Rows(file, body: "kent").GetAwaiter().GetResult();
            return rows.Count == 2 && rows[0].Values[3] == text && rows[1].Values[3] == "c";
        });

    // How many rows or lines there were, and which of them could not be read.
    private static async Task<(int Rows, IReadOnlyList<(int Line, string Rule)> Refused)> Taken(byte[] file, string mediaType)
    {
        var rows = await Samples.Rows(file, mediaType);
        return (rows.Count, [.. rows.Where(row => row.Flaw is not null).Select(row => (row.Line, row.Flaw!.Rule))]);
    }

    private static async Task Refused(byte[] file, string mediaType, string rule, int? line)
    {
        var (_, refusal) = await Samples.Check(file, mediaType);

        Assert.Equal((rule, line), (refusal?.Rule, refusal?.Line));
        Assert.EndsWith(".", refusal!.Because, StringComparison.Ordinal);
    }
}
