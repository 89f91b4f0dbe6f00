using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>What inspections found without grading it.</summary>
internal static class Findings
{
    private static readonly Option<string> Topic = new("--topic") { Description = "Only about this, such as workload.", HelpName = "TOPIC" };

    public static Command Command() => Read.Command("findings", "Findings without a grade, in words or numbers; those of different standards stand apart.",
        parsed => new("findings", ("body", OneBody.Of(parsed)), ("programme", parsed.GetValue(Practice.Programme)), ("topic", parsed.GetValue(Topic))),
        Show, [.. OneBody.Symbols, Practice.Programme, Topic]);

    private static void Show(JsonNode answer, ParseResult parsed)
    {
        Output.Heading("Findings without a grade", answer);
        var (series, notes) = (answer.Rows("series").ToList(), new Footnotes());
        if (series.Count == 0)
        {
            Output.Line("None is on record.");
            return;
        }

        foreach (var one in series)
        {
            Output.Line($"{one.Text("topic")}{(one.Text("standard") is { } standard ? $", standard: {standard}" : "")}");
            Output.Table(["Body", "Inspection", "Published", "Found", "In words", "Marked", "Source"], one.Rows("findings").Select<JsonNode, string[]>(finding =>
            [
                finding.Text("body") ?? "not known", finding.Text("inspection") ?? "not known", Dates.Day(finding.Text("publishedOn")), Found(finding),
                string.Join(" / ", finding.Texts("texts")) is { Length: > 0 } words ? words : "none", Words.Marked(finding), notes.Of(finding.Rows("sides")),
            ]));
            foreach (var finding in one.Rows("findings"))
            {
                Trail.Write(finding);
            }

            Output.Line();
        }

        Output.Line(answer.Text("note") ?? "");
        notes.Write();
    }

    private static string Found(JsonNode finding)
    {
        var sides = string.Join(" or ", finding.Rows("sides").Select(Figure));
        return finding.Text("verdict") switch { "Conflicting" => $"conflicting: {sides}", "CannotTell" => $"cannot tell: {sides}", "Withdrawn" => $"withdrawn: {sides}", _ => sides };
    }

    private static string Figure(JsonNode side) => (side.Text("count"), side.Text("outOf"), side.Text("percent")) switch
    {
        (null, _, null) => "no figure",
        (null, var of, var share) => $"{share}%{(of is null ? "" : $" of {of}")}",
        (var count, var of, var share) => $"{count} of {of ?? "an unpublished number"}{(share is null ? "" : $", {share}%")}",
    };
}
