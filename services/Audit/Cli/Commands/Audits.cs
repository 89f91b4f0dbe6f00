using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>What audits of crime recording and of stop and search found.</summary>
internal static class Audits
{
    private static readonly Option<string> Kind = Choice.Of("--kind", "Only audits of this kind.", "recording", "stop-search");
    private static readonly Option<string> Programme = new("--programme") { Description = "Only this inspection, such as \"PEEL 2021/22\".", HelpName = "NAME" };

    public static Command Command() => Read.Command("audits", "What audits of crime recording and of stop and search found, as published.",
        parsed => new("audits", ("kind", parsed.GetValue(Kind)), ("programme", parsed.GetValue(Programme)), ("body", OneBody.Of(parsed))),
        Show, [.. OneBody.Symbols, Kind, Programme]);

    private static void Show(JsonNode answer, ParseResult parsed)
    {
        Output.Heading("Audits", answer);
        var (audits, notes) = (answer.Rows("audits").ToList(), new Footnotes());
        if (audits.Count == 0)
        {
            Output.Line("None is on record.");
            return;
        }

        Output.Table(["Body", .. Headings], audits.Select<JsonNode, string[]>(audit => [audit.Text("body") ?? "not known", .. Cells(audit, notes)]));
        Output.Line();
        Output.Line("± is the published half-width, whose level is not published. What is marked as ours is a Wilson interval of 95%, computed from the published count.");
        notes.Write();
    }

    public static readonly string[] Headings = ["Inspection", "What was counted", "Rate", "Of", "Method", "Marked", "Source"];

    /// <summary>What one audit found, or every side of it.</summary>
    public static string[] Cells(JsonNode audit, Footnotes notes)
    {
        List<JsonNode> figures = audit.Part("figure") is { } figure ? [figure] : [.. audit.Rows("sides")];
        var rates = string.Join(" or ", figures.Select(side => Words.Rate(side) + Computed(side)));
        return
        [
            audit.Text("programme") ?? "not known", audit.Text("category") ?? "not known",
            audit.Text("verdict") switch { "Conflicting" => $"conflicting: {rates}", "CannotTell" => $"cannot tell: {rates}", "Withdrawn" => $"withdrawn: {rates}", _ => rates },
            string.Join(" or ", figures.Select(Words.Sample).Distinct()), audit.Text("method") ?? "not known",
            Words.Marked(audit), notes.Of(figures),
        ];
    }

    private static string Computed(JsonNode side) =>
        side.Part("computed") is { } ours ? $" (ours: {ours.Text("low")}% to {ours.Text("high")}%)" : "";
}
