using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>On what sources disagree.</summary>
internal static class Conflicts
{
    private static readonly Option<string> About = new("--body") { Description = "Only what is about this body, such as metropolitan.", HelpName = "ID" };

    public static Command Command() => Read.Command("conflicts", "On what sources disagree, with every side: nothing is settled or averaged.",
        parsed => new("conflicts", ("body", parsed.GetValue(About))), Show, About);

    private static void Show(JsonNode answer, ParseResult parsed)
    {
        Output.Heading("Conflicts", answer);
        var conflicts = answer.Rows("conflicts").ToList();
        if (conflicts.Count == 0)
        {
            Output.Line("No sources disagree.");
            return;
        }

        foreach (var conflict in conflicts)
        {
            Output.Line($"{conflict.Text("body")}: {conflict.Text("about")}");
            Output.Table(["Says", "Published", "Source"], conflict.Rows("sides").Select(side => new[]
            {
                side.Text("value") ?? "not known",
                Dates.Day(side.Text("publishedOn")) + (side.Text("mark") is { } mark && side.Text("publishedOn") is not null ? $" ({mark})" : ""),
                side.Text("cited") ?? "not known",
            }));
            Output.Line();
        }

        Output.Line(conflicts.Count == 1 ? "1 conflict" : $"{conflicts.Count} conflicts");
    }
}
