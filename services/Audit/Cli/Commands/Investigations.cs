using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>Investigations by the police complaints body.</summary>
internal static class Investigations
{
    public static Command Command() => Read.Command("investigations", "Investigations by the police complaints body: they stand beside a force's status and never change it.",
        parsed => new(OneBody.Of(parsed) is { } body ? $"bodies/{Uri.EscapeDataString(body)}/investigations" : "investigations"), Show, OneBody.Symbols);

    private static void Show(JsonNode answer, ParseResult parsed)
    {
        Output.Heading("Investigations by the police complaints body", answer);
        var (found, notes) = (answer.Rows("investigations").ToList(), new Footnotes());
        if (found.Count == 0)
        {
            Output.Line("None is on record.");
            return;
        }

        foreach (var one in found)
        {
            Output.Line($"{one.Text("name")}: {one.Text("case")}, {Words.Stage(one.Text("stage"))}{(one.Text("reviewedOn") is { } on ? $", reviewed {Dates.Day(on)}" : "")}{Together(one)}{Words.Marks(one)}");
            Output.Table(["On", "Step", "How", "More", "Marked", "Source"], one.Rows("steps").Select<JsonNode, string[]>(step =>
            [
                Dates.Day(step.Text("on")), Words.Grade(step.Text("step") ?? "not known"), How(step), step.Text("note") ?? "nothing", Words.Marked(step), notes.Of(step),
            ]));
            Trail.Write(one);
            Output.Line();
        }

        notes.Write();
    }

    private static string Together(JsonNode one) => string.Join(" and ", one.Texts("combinedWith")) is { Length: > 0 } others ? $", combined with {others}" : "";

    private static string How(JsonNode step) =>
        string.Join(", ", new[] { step.Text("value") is { } value ? Words.Grade(value) : null, step.Text("with") is { } other ? $"with {other}" : null }.OfType<string>())
            is { Length: > 0 } how ? how : "not said";
}
