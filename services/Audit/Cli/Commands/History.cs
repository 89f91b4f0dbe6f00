using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>The timeline of one body.</summary>
internal static class History
{
    private static readonly Option<string> Kind = new("--kind") { Description = "Only entries of this kind, such as engage, grades, audit or inspection.", HelpName = "KIND" };

    public static Command Command() => Read.Command("history", "The timeline of one body, newest first, each entry with its sources.",
        parsed => new($"bodies/{Uri.EscapeDataString(parsed.GetValue(Body.Id)!)}/history", ("kind", parsed.GetValue(Kind)), ("limit", "1000")) { Pages = "entries" },
        Show, Body.Id, Kind);

    private static void Show(JsonNode answer, ParseResult parsed)
    {
        Output.Heading($"{answer.Text("name")}: what happened", answer);
        var entries = answer.Rows("entries").ToList();
        if (entries.Count == 0)
        {
            Output.Line("Nothing is on record.");
            return;
        }

        Output.Table(["", ""], entries.Select(entry => new[] { When(entry), string.Join('\n', Lines(entry)) + "\n" }));
    }

    private static string When(JsonNode entry) =>
        Dates.Day(entry.Text("on")) + (entry.Text("until") is { } until ? $"\nto {Dates.Day(until)}" : "");

    private static IEnumerable<string> Lines(JsonNode entry) =>
    [
        $"{entry.Text("title")} [{entry.Text("kind")}]{Words.Marks(entry)}",
        .. entry.Text("detail") is { Length: > 0 } detail ? [detail] : Array.Empty<string>(),
        .. entry.Rows("links").Select(Link),
        .. entry.Rows("sources").Select(source => source.Text("cited")).OfType<string>().Distinct(),
    ];

    private static string Link(JsonNode link) =>
        $"{(link.Text("relation") == "next-report" ? "The report came later" : "The move came first")}: {Dates.Day(link.Text("on"))}, {link.Text("title")}";
}
