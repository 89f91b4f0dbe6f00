using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>Bodies by areas, programme by programme: what does not compare is never put into one table.</summary>
internal static class Grades
{
    private static readonly Option<string> Programme = new("--programme") { Description = "Such as peel-2021-22 or \"PEEL 2021/22\"; every programme by default.", HelpName = "NAME" };
    private static readonly Option<string> Area = new("--area") { Description = "One area, such as \"Investigating crime\".", HelpName = "NAME" };

    public static Command Command() => Read.Command("grades", "Which body holds which grade, area by area, programme by programme.",
        parsed => new("grades", ("programme", parsed.GetValue(Programme)), ("area", parsed.GetValue(Area)), ("body", OneBody.Of(parsed))),
        Show, [.. OneBody.Symbols, Programme, Area]);

    private static void Show(JsonNode answer, ParseResult parsed)
    {
        Output.Heading("Grades", answer);
        List<JsonNode> programmes = answer.Part("programme") is null ? [.. answer.Rows("programmes")] : [answer];
        if (programmes.Count == 0)
        {
            Output.Line("No grades are on record.");
        }

        foreach (var programme in programmes)
        {
            Output.Line(programme.Part("programme").Text("name") ?? "not known");
            var areas = programme.Texts("areas").ToList();
            if (areas.Count == 0)
            {
                Output.Line("No grades are on record.");
            }
            else if (areas.Count == 1)
            {
                OneArea(areas[0], programme);
            }
            else
            {
                GradeMatrix.Write(areas, [.. programme.Rows("bodies")]);
            }

            Output.Line();
        }
    }

    private static void OneArea(string area, JsonNode programme)
    {
        var notes = new Footnotes();
        Output.Table(
            ["Body", area, "Since", "Marked", "Source"],
            programme.Rows("bodies").Select(body => Cells(body.Text("id") ?? "not known", body.Rows("grades").FirstOrDefault(), notes)));
        notes.Write();
    }

    /// <summary>Whose or of what it is, the grade, since when, what to know beside it, and who says so.</summary>
    public static string[] Cells(string of, JsonNode? grade, Footnotes notes)
    {
        var earlier = string.Join(", ", grade.Rows("earlier").Select(side => Words.Grade(side.Text("grade") ?? "not known")));
        return
        [
            of, GradeMatrix.Cell(grade) + (earlier.Length > 0 ? $", earlier {earlier}" : ""),
            Dates.Day(grade.Text("since")), Words.Marked(grade), notes.Of(grade),
        ];
    }
}
