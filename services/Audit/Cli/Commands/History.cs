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

        var marks = new MarkNotes(entries);
        foreach (var entry in entries)
        {
            Output.Line($"{When(entry)}  {entry.Text("title")} [{entry.Text("kind")}]{marks.Of(entry)}");
            foreach (var line in Lines(entry))
            {
                Output.Line($"    {line}");
            }
        }

        marks.Write();
        Output.Line();
        Output.Line(entries.Count == 1 ? "1 entry" : $"{entries.Count} entries");
        foreach (var link in answer.Rows("unmatchedLinks"))
        {
            var missing = string.Join(" and ", link.Texts("missing").Select(name => $"'{name}'"));
            Output.Line($"A link joins nothing: '{link.Text("from")}' {link.Text("relation")} '{link.Text("to")}'; {(missing == "" ? "both mean one entry" : $"{missing} fits no entry, or more than one")}. {string.Join(' ', link.Texts("cited"))}");
        }
    }

    private static string When(JsonNode entry) =>
        Dates.Of(entry) + (entry.Text("until") is { } until ? $" to {Dates.Day(until)}" : "");

    // No table: an address that is broken into pieces cannot be followed.
    private static IEnumerable<string> Lines(JsonNode entry) =>
    [
        .. entry.Text("inheritedFrom") is { } origin ? [$"inherited from {origin}"] : Array.Empty<string>(),
        .. entry.Text("detail") is { Length: > 0 } detail ? [detail] : Array.Empty<string>(),
        .. entry.Rows("links").Select(Link),
        .. entry.Rows("sources").Select(source => source.Text("cited")).OfType<string>().Distinct(),
        .. entry.Rows("sources").Select(source => source.Text("datedBy")).OfType<string>().Distinct().Select(by => $"its day of publication by {by}"),
        .. entry.Text("moreSources") == "true" ? ["and more sources"] : Array.Empty<string>(),
    ];

    private static string Link(JsonNode link) => $"{Relation(link.Text("relation"))}: {Dates.Day(link.Text("on"))}, {link.Text("title")}";

    private static string Relation(string? relation) => relation switch
    {
        "next-report" => "The report came later",
        "preceding-move" => "The move came first",
        "step" => "Step",
        "step-of" => "Step of",
        "relates-to" => "Relates to",
        "follows-up" => "Follows up",
        "followed-up-by" => "Followed up by",
        "contradicts" => "Contradicts",
        "contradicted-by" => "Contradicted by",
        _ => relation ?? "See",
    };
}
