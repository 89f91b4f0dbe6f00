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
