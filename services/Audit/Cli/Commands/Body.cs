using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>The profile of one body.</summary>
internal static class Body
{
    public static readonly Argument<string> Id = new("id") { Description = "Its id, such as metropolitan, or any of its names." };

    public static Command Command() => Read.Command("body", "Everything on record about one body: phase, stays in Engage, grades, audits, conflicts.",
        parsed => new($"bodies/{Uri.EscapeDataString(parsed.GetValue(Id)!)}"), Show, Id);

    private static void Show(JsonNode body, ParseResult parsed)
    {
        var notes = new Footnotes();
        Output.Heading($"{body.Text("nameThen") ?? body.Text("name")} ({body.Text("id")})", body);
        var status = body.Part("status");
        Output.Table(["", ""],
        [
            ["Phase", $"{Words.Phase(status.Text("phase"))} since {Status.Since(status)}{Words.Marks(status)}, sources: {notes.Of(status)}"],
            ["Service", body.Text("service") ?? "not registered"],
            ["Country", body.Text("country") ?? "none of its own"],
            ["Also called", string.Join("; ", body.Rows("names").Select(name => $"{name.Text("name")} ({name.Text("kind")})")) is { Length: > 0 } names ? names : "nothing else"],
            .. body.Rows("labels").Select(label => new[] { "Labelled", $"{label.Text("label")}, {Dates.Day(label.Text("from"))} to {Dates.Day(label.Text("until"))}{Words.Marks(label)}, sources: {notes.Of(label)}" }),
        ]);

        Section("Stays in Engage", ["Entered", "Left", "Length", "Marked", "Source"], body.Rows("stays").Select(stay => Engage.Cells(stay, notes)));
        foreach (var programme in body.Rows("grades"))
        {
            var tally = string.Join(", ", programme.Rows("tally").Select(count => $"{count.Text("areas")} {Words.Grade(count.Text("grade")!)}"));
            Section(
                $"{programme.Text("programme")}: {programme.Text("graded")} areas graded{(tally.Length > 0 ? $": {tally}" : "")}",
                ["Area", "Grade", "Published", "Source"], programme.Rows("areas").Select(area => Area(area, notes)));
        }

        Section("Audits", ["Inspection", "What was counted", "Rate", "Of", "Published", "Source"],
            body.Rows("audits").SelectMany(audit => audit.Rows("figures").Select(figure => new[]
            {
                figure.Text("inspection") ?? "not known", (audit.Text("category") ?? "not known") + Words.Marks(audit), Words.Rate(figure), Words.Sample(figure),
                Dates.Day(figure.Text("publishedOn")), notes.Of(figure),
            })));
        Section("Conflicts, all sides kept", ["About", "One side says", "Source"],
            body.Rows("conflicts").SelectMany(conflict => conflict.Rows("sides").Select(side => new[]
            {
                conflict.Text("about") ?? "not known", side.Text("value") ?? "not known", notes.Of(side),
            })));
        notes.Write();
    }

    private static string[] Area(JsonNode area, Footnotes notes)
    {
        var said = area.Rows("said").ToList();
        var grades = said.Select(side => Words.Grade(side.Text("grade") ?? "not known")).ToList();
        var grade = area.Text("grade") is null ? $"conflicting: {string.Join(" or ", grades)}"
            : grades.Count > 1 ? $"{grades[0]}, earlier {string.Join(", ", grades.Skip(1))}" : grades.FirstOrDefault("not graded");
        return [area.Text("area") ?? "not known", grade + Words.Marks(area), Dates.Day(said.FirstOrDefault().Text("publishedOn")), notes.Of(said)];
    }

    private static void Section(string title, string[] headings, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        Output.Line();
        Output.Line(all.Count > 0 ? title : $"{title}: none on record");
        if (all.Count > 0)
        {
            Output.Table(headings, all);
        }
    }
}
