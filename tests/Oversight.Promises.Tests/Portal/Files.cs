using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Oversight.Portal.Exports;
using Oversight.Portal.Tables;
using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>What is taken along holds everything that the page says, and says of itself what it is.</summary>
public sealed class Files
{
    private const string Source = """[{"cited":"https://example.org/letter","publishedOn":"2022-06-28"}]""";

    private const string Board = $$"""
        {"asOf":"2026-01-01","knownAt":"2026-01-01","bodies":[
        {"id":"kent","name":"Kent Police","service":"police","phase":"Scan","since":null,"sources":[],"marks":[],"trail":[]},
        {"id":"metropolitan","name":"Metropolitan Police Service","service":"police","phase":"CannotTell","since":"2022-06-28","sources":{{Source}},"marks":["conflicting"],"trail":[]}]}
        """;

    private const string Matrix = $$"""
        {"programme":{"id":"peel","name":"PEEL 2021/22","kind":"Peel","scaleName":"five","scale":["good","inadequate"],"areas":["A","B"],"areasGraded":"all","comparableWith":[]},"areas":["A","B"],"bodies":[
        {"id":"kent","graded":1,"of":2,"cannotTell":0,"grades":[{"area":"A","grade":"inadequate","verdict":"Stands","marks":["disputed"],"sources":{{Source}},"sides":[],"trail":[]}]}]}
        """;

    private static readonly (string, object)[] Record =
    [
        ("/api/v1/status", Board), ("/api/v1/programmes", """{"programmes":[{"id":"peel","name":"PEEL 2021/22","kind":"Peel","scaleName":"five","scale":["good","inadequate"],"areas":["A","B"],"areasGraded":"all","comparableWith":[]}]}"""),
        ("/api/v1/grades", Matrix), ("/api/v1/engage", """{"stays":[]}"""),
        ("/api/v1/causes", """{"note":"","areasForImprovement":[],"causes":[]}"""), ("/api/v1/practice", """{"practices":[]}"""),
        ("/api/v1/bodies/kent/history", """{"id":"kent","name":"Kent Police","total":0,"entries":[]}"""), ("/api/v1/bodies/kent/causes", """{"note":"","areasForImprovement":[],"causes":[]}"""),
        ("/api/v1/bodies/kent", """{"id":"kent","name":"Kent Police","nameThen":"Kent Police","service":"police","names":[],"status":{"phase":"Scan","sources":[],"marks":[],"trail":[]},"stays":[],"conflicts":[],"grades":[],"audits":[],"missing":[]}"""),
        ("/api/v1/submissions", """{"submissions":[{"submission":"abc123","name":"letter.csv","mediaType":"text/csv","length":12,"receivedAt":"2026-01-01T00:00:00Z","state":"Accepted","accepted":1,"unchanged":0,"conflicting":0,"refused":0}]}"""),
    ];

    [Fact]
    public async Task The_board_names_its_bodies_its_marks_and_its_sources_and_nothing_is_blank()
    {
        var rows = await Rows("/?export=json");
        Assert.Equal(("kent", "Kent Police", "scan", "no change on record", "none"), (rows[0]["body"], rows[0]["name"], rows[0]["phase"], rows[0]["since"], rows[0]["marks"]));
        Assert.Equal(("cannot-tell", "2022-06-28", "conflicting", "https://example.org/letter"), (rows[1]["phase"], rows[1]["since"], rows[1]["marks"], rows[1]["sources"]));
        Assert.All(rows.SelectMany(row => row.Values), value => Assert.NotEqual("", value));
    }

    [Fact]
    public async Task A_matrix_of_grades_says_in_words_what_was_not_graded_and_keeps_its_marks()
    {
        var row = Assert.Single(await Rows("/grades?export=json"));
        Assert.Equal(("inadequate", "A: disputed", "https://example.org/letter"), (row["A"], row["marks"], row["sources"]));
        Assert.StartsWith("not ", row["B"], StringComparison.Ordinal);
        Assert.Equal("stands", (await Rows("/grades?export=json", 1))[0]["verdict"]);
    }

    [Fact]
    public async Task A_submission_goes_by_its_id_and_by_the_name_of_its_file()
    {
        var row = Assert.Single(await Rows("/work/submissions?export=json"));
        Assert.Equal(("abc123", "letter.csv"), (row["submission"], row["name"]));
    }

    [Fact]
    public async Task A_comparison_has_both_of_its_times()
    {
        var about = JsonNode.Parse((await Page.At("/compare/kent?leftAsOf=2022-07-08&rightKnownAt=2023-01-01&export=json", Record)).Html)!["about"]!.AsObject();
        Assert.Equal(["query", "leftAsOf", "leftKnownAt", "leftRecordedAt", "rightAsOf", "rightKnownAt", "rightRecordedAt", "source", "licence"], about.Select(one => one.Key));
        Assert.Equal(("2022-07-08", "2023-01-01"), ((string?)about["leftAsOf"], (string?)about["rightKnownAt"]));
    }

    [Fact]
    public async Task What_was_searched_for_can_be_taken_along()
    {
        var page = await Page.At("/search?q=Kent&export=csv", Record);
        Assert.Equal((200, "text/csv"), (page.Status, page.MediaType));
        Assert.Contains("Kent Police", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?export=csv&table=99", "There is no such table on this page")]
    [InlineData("/?export=csv&table=first", "There is no such table on this page")]
    [InlineData("/?export=docx", "csv, json or ods")]
    [InlineData("/search?export=csv", "There is no table on this page just now")]
    [InlineData("/accessibility?export=csv", "This page cannot be taken along as a file")]
    public async Task What_cannot_be_taken_along_is_refused_in_words(string address, string says)
    {
        var page = await Page.At(address, Record);
        Assert.Equal((400, "text/html"), (page.Status, page.MediaType));
        Assert.Contains(says, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheets_have_names_that_read_as_their_tables_do()
    {
        var table = new Table("Grades in PEEL 2021/22, one a row", [new("A", "a")], [["1"]]);
        using var zip = new ZipArchive(new MemoryStream(Ods.Of([table with { Caption = "Grades in PEEL 2021/22" }, table, table], new("/", [], "", ""))));
        using var content = zip.GetEntry("content.xml")!.Open();
        XNamespace sheet = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
        Assert.Equal(["Grades in PEEL 2021-22", "Grades in PEEL 2021-22, one a", "Grades in PEEL 2021-22, one (2)", "About"], XDocument.Load(content).Descendants(sheet + "table").Select(one => one.Attribute(sheet + "name")!.Value));
    }

    [Fact]
    public void Days_can_be_sorted_and_what_is_less_precise_stays_as_it_is()
    {
        var table = new Table("Days", [new("On", "on"), new("Days", "days", true)], [["2022-06-28", "3"], ["2022-06", "2022-06-28"], ["2022-02-30", "none"]]);
        using var zip = new ZipArchive(new MemoryStream(Ods.Of([table], new("/", [], "", ""))));
        using var content = zip.GetEntry("content.xml")!.Open();
        XNamespace office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", sheet = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
        var file = XDocument.Load(content);
        var cells = file.Descendants(sheet + "table").First().Descendants(sheet + "table-cell").Skip(2).ToList();
        Assert.Equal(["date", "float", "string", "date", "string", "string"], cells.Select(cell => (string)cell.Attribute(office + "value-type")!));
        Assert.Equal(["2022-06-28", "2022-06-28"], cells.Select(cell => (string?)cell.Attribute(office + "date-value")).OfType<string>());
        Assert.Contains((string)cells[0].Attribute(sheet + "style-name")!, file.Descendants(style + "style").Select(one => (string)one.Attribute(style + "name")!));
    }

    [Theory]
    [InlineData("/compare/kent?leftAsOf=2022-07-08&rightAsOf=2023-01-01&rightKnownAt=2024-01-01", "compare-kent-2022-07-08-and-2023-01-01-known-2024-01-01.csv")]
    [InlineData("/?asOf=2022-07-08&recordedAt=2026-01-01T09:30:00Z", "board-2022-07-08-recorded-2026-01-01T093000.csv")]
    public async Task A_file_is_called_by_its_times(string address, string name) => Assert.Equal(name, (await Page.At($"{address}&export=csv", Record)).FileName);

    [Fact]
    public async Task Answers_to_reports_keep_both_ends_of_what_is_not_known_and_the_words_of_the_page()
    {
        var file = JsonNode.Parse((await Page.At("/section-55?export=json", ("/api/v1/section-55", """
            {"reports":[{"body":"gwent","name":"Gwent Police","report":"A report","earliestLastDay":"2024-04-05","lastDay":"2024-04-07","state":"Outstanding","overdue":"Yes","steps":[],"marks":[]},
            {"body":"kent","name":"Kent Police","report":"Another","lastDay":"2024-04-07","state":"NoAnswerOnRecord","overdue":"No","steps":[],"marks":[]}]}
            """))).Html)!["tables"]![0]!["rows"]!.AsArray();
        Assert.Equal(("2024-04-05", "2024-04-07", "no answer on record", "yes"), ((string)file[0]!["earliestLastDay"]!, (string)file[0]!["lastDay"]!, (string)file[0]!["state"]!, (string)file[0]!["overdue"]!));
        Assert.Equal(("2024-04-07", "2024-04-07", "no answer on record", "no"), ((string)file[1]!["earliestLastDay"]!, (string)file[1]!["lastDay"]!, (string)file[1]!["state"]!, (string)file[1]!["overdue"]!));
    }

    [Fact]
    public async Task All_audits_are_in_one_table()
    {
        const string figure = """{"percent":90,"inspections":[],"sources":[]}""";
        (string, object) answer = ("/api/v1/audits", $$"""
            {"note":"","audits":[{"body":"kent","kind":"recording","programme":"PEEL 2021/22","category":"violence","method":"one","verdict":"Stands","marks":[],"sides":[],"figure":{{figure}}},
            {"body":"metropolitan","kind":"stop-search","programme":"PEEL 2021/22","category":"grounds","method":"two","verdict":"Stands","marks":[],"sides":[],"figure":{{figure}}}]}
            """);
        var rows = await Rows("/audits?export=json&table=1", 0, answer);
        Assert.Equal([("kent", "Kent Police", "crimes recorded", "violence"), ("metropolitan", "Metropolitan Police Service", "stop and search records with reasonable grounds", "grounds")], rows.Select(row => (row["body"], row["name"], row["kind"], row["category"])));
        Assert.Contains("2 audits of 2. All of them in one table: Take this along: CSV", (await Page.At("/audits", [.. Record, answer])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_printed_page_says_what_every_file_says_of_itself()
    {
        var page = await Page.At("/?asOf=2022-07-08&knownAt=2022-07-09", Record);
        var printed = page.Html[page.Html.IndexOf("oversight-printed", StringComparison.Ordinal)..];
        Assert.All(["/?asOf=2022-07-08&knownAt=2022-07-09", "8 July 2022", "9 July 2022", "Oversight, from the public record", "Open Government Licence"], said => Assert.Contains(said, printed, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<Dictionary<string, string>>> Rows(string address, int table = 0, params (string, object)[] more)
    {
        var file = JsonNode.Parse((await Page.At(address, [.. Record, .. more])).Html)!;
        return [.. file["tables"]![table]!["rows"]!.AsArray().Select(row => row!.AsObject().ToDictionary(one => one.Key, one => (string)one.Value!))];
    }
}
