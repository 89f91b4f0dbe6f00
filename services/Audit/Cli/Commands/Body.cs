using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>The profile of one body.</summary>
internal static class Body
{
    public static readonly Argument<string> Id = new("id") { Description = "Its id, such as metropolitan, or any of its names." };

    public static Command Command() => Read.Command("body", "Everything on record about one body: phase, stays in Engage, causes of concern, investigations, answers to reports, grades, audits, conflicts.",
        parsed => new($"bodies/{Uri.EscapeDataString(parsed.GetValue(Id)!)}") { HasParts = true }, Show, Id);

    private static void Show(JsonNode body, ParseResult parsed)
    {
        var notes = new Footnotes();
        Output.Heading($"{body.Text("nameThen") ?? body.Text("name")} ({body.Text("id")})", body);
        var status = body.Part("status");
        Output.Table(["", ""],
        [
            ["Phase", status.Text("because") is { } because ? $"{Words.Phase(status.Text("phase"))}{Words.Marks(status)}: {because}"
                : $"{Words.Phase(status.Text("phase"))} since {Status.Since(status)}{Words.Marks(status)}, sources: {notes.Of(status)}"],
            .. status.Rows("ahead").Select(ahead => new[] { "Still to come", $"{(ahead.Text("to") == "Engage" ? "to move to Engage" : "to return to Scan")} on {Dates.Day(ahead.Text("on"))}{Words.Marks(ahead)}, sources: {notes.Of(ahead)}" }),
            ["Service", body.Text("service") ?? "not registered"],
            ["Country", body.Text("country") ?? "none of its own"],
            ["Also called", string.Join("; ", body.Rows("names").Select(name => $"{name.Text("name")} ({name.Text("kind")})")) is { Length: > 0 } names ? names : "nothing else"],
            .. Investigated(body, notes),
            .. Answered(body, notes),
            .. Lineage.Lines(body.Part("lineage"), notes),
            .. body.Rows("labels").Select(label => new[] { "Labelled", $"{label.Text("label")}, {Dates.Day(label.Text("from"))} to {Dates.Day(label.Text("until"))}{Words.Marks(label)}, sources: {notes.Of(label)}" }),
        ]);

        Trail.Write(status);
        foreach (var said in body.Rows("labels").Concat(body.Rows("causes")))
        {
            Trail.Write(said);
        }

        Section("Stays in Engage", ["Entered", "Left", "Length", "Marked", "Source"], body.Rows("stays").Select(stay => Engage.Cells(stay, notes)));
        Engage.Withdrawn(body, notes);
        ShowFindings(body, "", notes);
        foreach (var inherited in body.Rows("inherited"))
        {
            ShowFindings(inherited, $"Inherited from {inherited.Part("from").Text("name")}: ", notes);
        }

        Section("Conflicts, all sides kept", ["About", "One side says", "Counts", "Source"],
            body.Rows("conflicts").SelectMany(conflict => conflict.Rows("sides").Select(side => new[]
            {
                conflict.Text("about") ?? "not known", side.Text("value") ?? "not known", Conflicts.Counts(side.Text("stands")), notes.Of(side),
            })));
        foreach (var conflict in body.Rows("conflicts"))
        {
            Trail.Write(conflict);
        }

        notes.Write();
    }

    private static void ShowFindings(JsonNode of, string origin, Footnotes notes)
    {
        if (origin.Length > 0)
        {
            Section($"{origin}stays in Engage", ["Entered", "Left", "Length", "Marked", "Source"], of.Rows("stays").Select(stay => Engage.Cells(stay, notes)));
        }

        Section(origin.Length > 0 ? $"{origin}causes of concern" : "Causes of concern not known to have ended", ["Cause", "Inspection", "Raised", "Age", "State", "Marked", "Source"], of.Rows("causes").Select(cause => new[]
        {
            cause.Text("title") ?? "not known", cause.Text("inspection") ?? "not known", Dates.Day(cause.Text("raisedOn")), cause.Text("duration") ?? "not known",
            Causes.StateOf(cause), Causes.Marked(cause), notes.Of([cause, .. cause.Rows("steps")]),
        }));
        foreach (var programme in of.Rows("grades"))
        {
            Section($"{origin}{programme.Part("programme").Text("name")}: {Graded(programme)}", ["Area", "Grade", "Since", "Marked", "Source"],
                programme.Rows("grades").Select(grade => Grades.Cells(grade.Text("area") ?? "not known", grade, notes)));
        }

        foreach (var part in of.Texts("missing").Where(part => part != "audits"))
        {
            Silence(origin, part);
        }

        if (of.Texts("missing").Contains("audits"))
        {
            Silence(origin, "audits");
        }
        else
        {
            Section(origin.Length > 0 ? $"{origin}audits" : "Audits", Audits.Headings, of.Rows("audits").Select(audit => Audits.Cells(audit, notes)));
        }
    }

    private static IEnumerable<string[]> Investigated(JsonNode body, Footnotes notes)
    {
        var tally = body.Part("investigations");
        return tally.Part("latest") is not { } latest ? []
            : [["Investigations", $"{tally.Text("count")} by the police complaints body, which change no status; the latest: {latest.Text("case")}, {Words.Stage(latest.Text("stage"))}, last step {Dates.Day(latest.Rows("steps").Last().Text("on"))}{Words.Marks(latest)}, sources: {notes.Of(latest.Rows("steps"))}; all: ./oversight investigations {body.Text("id")}"]];
    }

    private static IEnumerable<string[]> Answered(JsonNode body, Footnotes notes)
    {
        var tally = body.Part("section55");
        return tally.Part("latest") is not { } latest ? []
            : [["Section 55", $"{tally.Text("count")} {(tally.Text("count") == "1" ? "report" : "reports")} on record ({States(tally!)}); the latest: {latest.Text("report")}, published {Dates.Day(latest.Text("publishedOn"))}, {Words.State(latest)}{Words.Marks(latest)}, sources: {notes.Of(latest.Rows("steps"))}; all: ./oversight section-55 --body {body.Text("id")}"]];
    }

    // NoAnswerOnRecord: no answer on record.
    private static string States(JsonNode tally) => string.Join(", ", tally.Rows("states").Select(state => $"{state.Text("count")} {Spaced(state.Text("state") ?? "not known")}"));

    private static string Spaced(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? $"{(i == 0 ? "" : " ")}{char.ToLowerInvariant(c)}" : $"{c}"));

    // The record need not hold all areas of a programme, so that "6 of 6" would say too much.
    private static string Graded(JsonNode programme) =>
        (programme.Text("graded") is var graded && graded == programme.Text("of") ? $"{graded} {(graded == "1" ? "grade" : "grades")} on record" : $"{graded} of the {programme.Text("of")} areas on record graded")
        + (programme.Text("cannotTell") is { } unclear and not "0" ? $", {unclear} cannot be told" : "");

    private static void Silence(string origin, string part)
    {
        Output.Line();
        Output.Line($"{(origin.Length > 0 ? $"{origin}{part}" : $"{char.ToUpperInvariant(part[0])}{part[1..]}")}: cannot be shown just now");
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
