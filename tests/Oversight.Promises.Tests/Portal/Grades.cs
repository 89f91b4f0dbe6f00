using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>What nobody has looked up is not what was not graded.</summary>
public sealed class Grades
{
    private static readonly string[] None = [];

    private static readonly object Programme = new
    {
        id = "peel-2021-22", name = "PEEL 2021/22", kind = "Peel", scaleName = "five-tier", scale = new[] { "outstanding", "good", "adequate", "requires-improvement", "inadequate" },
        areas = new[] { "Preventing crime", "Investigating crime", "Managing offenders", "Vetting" }, areasGraded = "most of them", publishedFrom = "2021-05", publishedTo = "2023-09", comparableWith = None,
    };

    private static readonly object[] Held =
    [
        new { area = "Investigating crime", grade = "inadequate", verdict = "Stands", marks = None, sources = None, sides = None, trail = None },
        new { area = "Vetting", grade = "not-graded", verdict = "Stands", marks = None, sources = None, sides = None, trail = None },
    ];

    [Fact]
    public async Task A_body_is_shown_with_every_area_of_the_programme()
    {
        var page = await Page.At("/bodies/gwent", ("/api/v1/bodies/gwent", new
        {
            id = "gwent", name = "Gwent Police", nameThen = "Gwent Police", service = "police", names = None, status = new { phase = "Scan", sources = None, marks = None, trail = None }, stays = None, conflicts = None,
            grades = new[] { new { programme = Programme, grades = Held, graded = 1, of = 2, cannotTell = 0 } }, audits = None, missing = None,
        }));
        Assert.Contains("1 of 4 areas graded; 2 not on record", page.Text, StringComparison.Ordinal);
        Assert.Contains("Preventing crime not on record Investigating crime inadequate Managing offenders not on record Vetting not graded", page.Text, StringComparison.Ordinal);
    }

    private static string Matrix(string id, string from, params string[] bodies) => $$$"""
        {"programme":{"id":"{{{id}}}","name":"PEEL {{{id}}}","kind":"Peel","scaleName":"five","scale":["good","inadequate"],"areas":["A"],"areasGraded":"all","publishedFrom":"{{{from}}}","comparableWith":[]},"areas":["A"],
        "bodies":[{{{string.Join(',', bodies.Select(body => $$$"""{"id":"{{{body}}}","graded":1,"of":1,"cannotTell":0,"grades":[{"area":"A","grade":"good","verdict":"Stands","marks":[],"sources":[],"sides":[],"trail":[]}]}"""))}}}]}
        """;

    private static readonly string[] Four = ["kent", "gwent", "essex", "surrey"];

    private static readonly string Newest = Matrix("2025-27", "2025-11", "gwent"), Newer = Matrix("2023-25", "2023-10", "kent", "gwent", "essex"), Old = Matrix("2018-19", "2019-05", Four);

    private static readonly (string, object)[] Three =
    [
        ("/api/v1/programmes", $$"""{"programmes":[{{string.Join(',', new[] { Old, Newer, Newest }.Select(one => System.Text.Json.Nodes.JsonNode.Parse(one)!["programme"]!.ToJsonString()))}}]}"""),
        ("/api/v1/status", new { asOf = "", knownAt = "", bodies = Four.Append("avon-fire").Select(id => new { id, name = $"{id} name", service = id == "avon-fire" ? "fire" : "police", phase = "Scan", sources = None, marks = None, trail = None }) }),
        ("/api/v1/grades?programme=2018-19", Old), ("/api/v1/grades?programme=2023-25", Newer), ("/api/v1/grades?programme=2025-27", Newest), ("/api/v1/grades", $$"""{"programmes":[{{Old}},{{Newer}},{{Newest}}]}"""),
    ];

    [Fact]
    public async Task The_first_claim_of_a_new_programme_does_not_hide_the_others()
    {
        var page = await Page.At("/grades", Three);
        Assert.Contains("Grades in PEEL 2023-25", page.Text, StringComparison.Ordinal);
        Assert.Contains("PEEL 2025-27 is newer and has begun: 1 body has grades on record in it", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 body has nothing on record in this programme at this time surrey name ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("avon-fire name", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_is_shown_to_whoever_chooses_it()
    {
        var page = await Page.At("/grades?programme=2025-27", Three);
        Assert.Contains("Grades in PEEL 2025-27", page.Text, StringComparison.Ordinal);
        Assert.Contains("3 bodies have nothing on record in this programme at this time essex name kent name surrey name", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task And_so_is_its_row_among_the_others()
    {
        var page = await Page.At("/grades", ("/api/v1/programmes", new { programmes = new[] { Programme } }), ("/api/v1/status", new { asOf = "", knownAt = "", bodies = None }), ("/api/v1/grades?programme=peel-2021-22", new
        {
            programme = Programme, areas = new[] { "Investigating crime", "Vetting" }, bodies = new[] { new { id = "gwent", grades = Held, graded = 1, of = 2, cannotTell = 0 } },
        }));
        Assert.Contains("gwent not on record inadequate not on record not graded 1 of 4 areas graded; 2 not on record", page.Text, StringComparison.Ordinal);
        Assert.Contains("Preventing crime 0 0 0 0 0 0 0 1 1 Investigating crime 0 0 0 0 1 0 0 0 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("Vetting 0 0 0 0 0 0 1 0 1", page.Text, StringComparison.Ordinal);
    }
}
