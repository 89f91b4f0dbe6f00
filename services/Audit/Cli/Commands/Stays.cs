using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>The stays of one body in Engage, with every step.</summary>
internal static class Stays
{
    public static Command Command() => Read.Command("stays", "The stays of one body in Engage in full: decisions, letters, plans, meetings, causes added and closed, exit.",
        parsed => new($"bodies/{Uri.EscapeDataString(OneBody.OneOf(parsed))}/stays"), Show, OneBody.Symbols);

    private static void Show(JsonNode answer, ParseResult parsed)
    {
        Output.Heading($"{answer.Text("name")}: stays in Engage", answer);
        var (stays, apart, notes) = (answer.Rows("stays").ToList(), answer.Rows("stepsApart").ToList(), new Footnotes());
        var returns = answer.Rows("returnsWithoutEntry").ToList();
        if (stays.Count + apart.Count + returns.Count == 0)
        {
            Output.Line("None is on record.");
        }

        foreach (var move in returns)
        {
            Output.Line($"It returned to Scan on {Dates.Day(move.Text("on"))}; since when it had been in Engage is not on record. Sources: {notes.Of(move)}");
        }

        Engage.Withdrawn(answer, notes);
        foreach (var row in stays)
        {
            var stay = row.Part("stay");
            Output.Line($"Entered {Dates.Of(stay.Part("entry"))}, {Left(stay)}, {Engage.Length(stay)}{Words.Marks(stay)}, sources: {notes.Of(stay.Part("entry"), stay.Part("exit"))}");
            Output.Line(string.Join("; ", row.Rows("alsoCalled").Select(alias => $"The {alias.Text("by")} calls it {alias.Text("label")}")));
            Steps([.. row.Rows("steps")], notes);
        }

        if (apart.Count > 0)
        {
            Output.Line("Of no stay that is known for sure");
            Steps(apart, notes);
        }

        if (stays.Count > 0)
        {
            Output.Line($"It presents to the {answer.Text("oversightGroup")}.");
        }

        notes.Write();
    }

    private static string Left(JsonNode? stay) => Engage.Left(stay) is var left && left is "still in Engage" or "no exit found" ? left : $"left {left}";

    private static void Steps(List<JsonNode> steps, Footnotes notes)
    {
        if (steps.Count > 0)
        {
            Output.Table(["On", "Step", "More", "Marked", "Source"], steps.Select<JsonNode, string[]>(step =>
                [Dates.Day(step.Text("on")), step.Text("title") ?? "not known", step.Text("detail") ?? "nothing", Words.Marked(step), notes.Of(step)]));
        }

        Output.Line();
    }
}
