using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>Looks for words in all timelines.</summary>
internal static class Search
{
    private static readonly Argument<string[]> What = new("words") { Description = "Words, or beginnings of them; all have to stand in an entry, whatever the case and the accents.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Limit = new("--limit") { Description = "How many entries; 25 by default, 100 at most.", HelpName = "NUMBER" };
    private static readonly Option<string> Before = new("--before") { Description = "Read on after the page before: its next, as --json gives it.", HelpName = "ID" };

    public static Command Command() => Read.Command("search", "Looks for words in the timelines of all bodies: those first whose title has them, then the newest.",
        parsed => new("search",
        [
            ("q", string.Join(' ', parsed.GetValue(What)!)), .. (parsed.GetValue(Filter.Bodies) ?? []).Select(body => ("body", (string?)body)), .. (parsed.GetValue(Filter.Kinds) ?? []).Select(kind => ("kind", (string?)kind)),
            ("service", parsed.GetValue(Filter.Service)), ("limit", parsed.GetValue(Limit)), ("before", parsed.GetValue(Before)),
        ]), Show, What, Filter.Bodies, Filter.Kinds, Filter.Service, Limit, Before);

    private static void Show(JsonNode answer, ParseResult parsed)
    {
        Output.Heading($"Entries with “{answer.Text("words")}”", answer);
        var found = answer.Rows("found").ToList();
        if (found.Count == 0)
        {
            Output.Line("None is on record. Take fewer words, or only the beginning of one.");
            return;
        }

        var marks = new MarkNotes([.. found.Select(one => one.Part("entry")!)]);
        foreach (var one in found)
        {
            var entry = one.Part("entry")!;
            Output.Line($"{Dates.Day(entry.Text("on"))}  {one.Text("name")}: {entry.Text("title")} [{entry.Text("kind")}]{marks.Of(entry)}");
            foreach (var line in entry.Rows("sources").Select(source => source.Text("cited")).Prepend(entry.Text("detail")).Where(line => !string.IsNullOrEmpty(line)).Distinct())
            {
                Output.Line($"    {line}");
            }
        }

        marks.Write();
        Output.Line();
        Output.Line(answer.Text("total") == "1" ? "1 entry" : $"{answer.Text("total")} entries{(answer.Text("next") is { } next ? $"; {found.Count} are shown. Read on with --before \"{next}\", or add a word." : "")}");
    }
}
