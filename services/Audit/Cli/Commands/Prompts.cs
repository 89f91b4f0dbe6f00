using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>What the rules suggest to look at.</summary>
internal static class Prompts
{
    private static readonly Argument<string> Of = new("body") { Description = "Of one body only: its id or any of its names.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> State = Choice.Of("--state", "Those that stand, those that were cleared, or all; standing by default.", "standing", "cleared", "all");

    public static Command Command() => Read.Command("prompts", "What the rules suggest to look at, why, and what would clear it. They decide nothing.",
        parsed => new(parsed.GetValue(Of) is { } body ? $"bodies/{Uri.EscapeDataString(body)}/prompts" : "prompts", ("state", parsed.GetValue(State))), Show, Of, State);

    private static void Show(JsonNode answer, ParseResult parsed)
    {
        Output.Heading("Prompts", answer);
        var prompts = answer.Rows("prompts").ToList();
        if (prompts.Count == 0)
        {
            Output.Line("There is none. ./oversight rulebook list names the rules that look.");
            return;
        }

        foreach (var row in prompts)
        {
            var prompt = row.Part("prompt");
            Output.Line($"{row.Text("name")} ({Words.Phase(row.Text("phase"))}): {prompt.Text("because")}");
            Output.Line($"    raised on {Dates.Day(prompt.Text("raisedOn"))} by {prompt.Text("rule")} of rulebook {prompt.Text("rulebook")}");
            Output.Line(prompt.Part("cleared") is { } cleared
                ? $"    cleared on {Dates.Day(cleared.Text("on"))}: {cleared.Text("because")}"
                : $"    would clear it: {prompt.Text("clears")}");
            foreach (var evidence in prompt.Rows("evidence"))
            {
                Output.Line($"    {evidence.Text("says")}, published {Dates.Day(evidence.Text("publishedOn"))}: {evidence.Text("cited")}");
            }

            Output.Line();
        }

        Output.Line(prompts.Count == 1 ? "1 prompt" : $"{prompts.Count} prompts");
    }
}
