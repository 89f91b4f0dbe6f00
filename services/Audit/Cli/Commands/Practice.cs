using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>What inspections praised.</summary>
internal static class Practice
{
    public static readonly Option<string> Programme = new("--programme") { Description = "Only of this inspection, such as \"PEEL 2021/22\".", HelpName = "NAME" };

    public static Command Command() => Read.Command("practice", "Practices that inspections praised, and who took them over.",
        parsed => new("practice", ("body", OneBody.Of(parsed)), ("programme", parsed.GetValue(Programme))), Show, [.. OneBody.Symbols, Programme]);

    private static void Show(JsonNode answer, ParseResult parsed)
    {
        Output.Heading("Praised practice", answer);
        var (practices, notes) = (answer.Rows("practices").ToList(), new Footnotes());
        if (practices.Count == 0)
        {
            Output.Line("None is on record.");
        }
        else
        {
            Output.Table(["Body", "Practice", "Label", "Inspection", "Published", "Adopted by", "Marked", "Source"], practices.Select<JsonNode, string[]>(practice =>
            [
                practice.Text("body") ?? "not known", practice.Text("practice") ?? "not known", practice.Text("label") ?? "none of the inspectorate's", practice.Text("inspection") ?? "not known",
                Dates.Day(practice.Text("publishedOn")), Adopted(practice), Words.Marked(practice), notes.Of([practice, .. practice.Rows("adoptedBy")]),
            ]));
        }

        if (answer.Rows("adoptionsOfUnknownPractice").ToList() is { Count: > 0 } strays)
        {
            Output.Line();
            Output.Line("Said to have been taken over, though no source on record praises it");
            Output.Table(["Body", "Practice", "Inspection", "Adopted by", "Source"], strays.Select<JsonNode, string[]>(stray =>
            [
                stray.Text("body") ?? "not known", stray.Text("practice") ?? "not known", stray.Text("programme") ?? "not known", Adopted(stray), notes.Of(stray.Rows("adoptedBy")),
            ]));
        }

        foreach (var practice in practices)
        {
            Trail.Write(practice);
        }

        notes.Write();
    }

    private static string Adopted(JsonNode practice) => practice.Rows("adoptedBy").Select(adoption =>
        $"{adoption.Text("by")}, {Dates.Day(adoption.Text("on"))}{Words.Marks(adoption)}").ToList() is { Count: > 0 } all ? string.Join("; ", all) : "nobody on record";
}
