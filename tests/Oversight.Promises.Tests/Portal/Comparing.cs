using System.Text.Json.Nodes;
using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>Of each difference between two times it is said what explains it: an entry of the timeline, or the day alone.</summary>
public sealed class Comparing
{
    private const string First = "2022-06-01", Second = "2022-07-08";

    private static string Body(string phase, string since, string stays, string grades) => $$$"""
        {"id":"kent","name":"Kent Police","nameThen":"Kent Police","service":"police","names":[],"status":{"phase":"{{{phase}}}","since":{{{since}}},"sources":[],"marks":[],"trail":[]},"conflicts":[],"missing":[],
        "audits":[{"body":"kent","kind":"recording","programme":"PEEL 2021/22","category":"violence","method":"m","verdict":"Stands","marks":[],"sides":[],"figure":{"percent":{{{(since == "null" ? "90" : "80")}}},"inspections":[],"sources":[]}}],
        "stays":[{{{stays}}}],"grades":[{"programme":{"id":"peel","name":"PEEL 2021/22","kind":"Peel","scale":[],"areas":[],"areasGraded":"all"},"graded":0,"of":0,"cannotTell":0,"grades":[{{{grades}}}]}]}
        """;

    private static string Stay(string on, int days) => $$$"""{"entry":{"on":"{{{on}}}","earliest":"{{{on}}}","latest":"{{{on}}}","sources":[],"marks":[],"trail":[]},"exit":null,"open":"Yes","days":{"atLeast":{{{days}}},"atMost":{{{days}}}},"duration":"{{{days}}} days so far","reasons":[],"marks":[]}""";

    private static string Grade(string area, string grade) => $$"""{"area":"{{area}}","grade":"{{grade}}","verdict":"Stands","marks":[],"sources":[],"sides":[],"trail":[]}""";

    private static string History(params string[] entries) => $$"""{"id":"kent","name":"Kent Police","total":{{entries.Length}},"entries":[{{string.Join(',', entries)}}]}""";

    private static string Entry(string id, string on, string kind, string title, string detail = "", string marks = "") => $$"""{"id":"{{id}}","on":"{{on}}","kind":"{{kind}}","title":"{{title}}","detail":"{{detail}}","sources":[],"marks":[{{marks}}],"links":[]}""";

    private static (string, object)[] At(string name, string day, string body, string history) =>
    [
        ($"/api/v1/bodies/kent/history?limit=1000&{name}={day}", history), ($"/api/v1/bodies/kent/causes?{name}={day}", """{"note":"","areasForImprovement":[],"causes":[]}"""), ($"/api/v1/bodies/kent?{name}={day}", body),
    ];

    private static async Task<Dictionary<string, string>> Rows(string times, (string, object)[] answers)
    {
        var file = JsonNode.Parse((await Page.At($"/compare/kent?{times}&export=json", answers)).Html)!;
        return file["tables"]![0]!["rows"]!.AsArray().ToDictionary(row => (string)row!["what"]!, row => (string)row!["explainedBy"]!);
    }

    private static readonly (string, object)[] Answers =
    [
        .. At("asOf", First, Body("Scan", "null", Stay("2020-01-01", 882), Grade("A", "good")), History(Entry("grades/peel/2022-01-01", "2022-01-01", "grades", "PEEL 2021/22: 1 grade", "A: good"))),
        .. At("asOf", Second, Body("Engage", "\"2022-06-28\"", Stay("2020-01-01", 919) + "," + Stay("2022-06-28", 10), Grade("A", "good") + "," + Grade("B", "inadequate")), History(
            Entry("grades/peel/2022-07-02", "2022-07-02", "grades", "PEEL 2021/22: 1 grade", "B: inadequate"), Entry("grades/other/2022-07-03", "2022-07-03", "grades", "Other: 1 grade", "B: good"), Entry("scan/2022-06-20", "2022-06-20", "scan", "Returned to Scan"),
            Entry("engage/2022-06-28", "2022-06-28", "engage", "Moved to Engage"), Entry("audit/1", "2022-07-01", "audit", "PEEL 2021/22 (again): violence 80%"), Entry("audit/2", "2022-07-01", "audit", "PEEL 2021/22: rape 80%"),
            Entry("grades/peel/2022-01-01", "2022-01-01", "grades", "PEEL 2021/22: 1 grade", "A: good"))),
    ];

    [Theory]
    [InlineData("Phase", "Moved to Engage, 28 June 2022")]
    [InlineData("In this phase since", "Moved to Engage, 28 June 2022")]
    [InlineData("Stay in Engage from 28 June 2022", "Moved to Engage, 28 June 2022")]
    [InlineData("Stay in Engage from 1 January 2020", "the day alone: it goes on, and is 37 days longer")]
    [InlineData("Grade: PEEL 2021/22, B", "PEEL 2021/22: 1 grade, 2 July 2022")]
    [InlineData("Audit: PEEL 2021/22, violence", "PEEL 2021/22 (again): violence 80%, 1 July 2022")]
    public async Task A_difference_has_the_entry_that_is_about_it_and_no_other(string what, string explained) => Assert.Equal(explained, (await Rows($"leftAsOf={First}&rightAsOf={Second}", Answers))[what]);

    [Fact]
    public async Task It_leads_to_the_entry_at_the_time_that_has_it() =>
        Assert.Contains($"<a class=\"govuk-link\" href=\"/bodies/kent?asOf={Second}#engage/2022-06-28\">Moved to Engage, 28 June 2022</a></li>", (await Page.At($"/compare/kent?leftAsOf={First}&rightAsOf={Second}", Answers)).Html, StringComparison.Ordinal);

    [Fact]
    public async Task An_entry_that_both_times_have_explains_what_it_tells_otherwise()
    {
        var told = Entry("grades/peel/2022-01-01", "2022-01-01", "grades", "PEEL 2021/22: 1 grade", "A: good");
        var rows = await Rows($"leftKnownAt={First}&rightKnownAt={Second}",
        [
            .. At("knownAt", First, Body("Scan", "null", "", Grade("A", "good")), History(told)),
            .. At("knownAt", Second, Body("Scan", "\"2022-02-01\"", "", Grade("A", "adequate")), History(told.Replace("A: good", "A: adequate", StringComparison.Ordinal))),
        ]);
        Assert.Equal("PEEL 2021/22: 1 grade, 1 January 2022 (told otherwise)", rows["Grade: PEEL 2021/22, A"]);
        Assert.Equal("what was published in between; no entry of the timeline is about it", rows["In this phase since"]);
    }
}
