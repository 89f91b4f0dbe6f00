using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>On what sources disagree.</summary>
internal static class Conflicts
{
    private static readonly Option<string> State = Choice.Of("--state", "Only conflicts that are settled, or that are not.", "settled", "unsettled");

    public static Command Command() => Read.Command("conflicts", "On what sources disagree, with every side, and which one counts where that is settled.",
        parsed => new("conflicts", ("body", OneBody.Of(parsed)), ("state", parsed.GetValue(State))), Show, [.. OneBody.Symbols, State]);

    public static string Counts(string? stands) => stands switch { "Yes" => "yes", "No" => "overruled", _ => "open" };

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
            Output.Line($"{conflict.Text("body")}: {conflict.Text("about")}{Words.Marks(conflict)}");
            Output.Line($"fact {conflict.Text("factId")}, revision {conflict.Text("revision")}");
            Output.Table(["Says", "Counts", "Published", "Publisher", "Claim", "Source"], conflict.Rows("sides").Select(side => new[]
            {
                side.Text("value") ?? "not known", Counts(side.Text("stands")),
                Dates.Day(side.Text("publishedOn")) + (side.Text("mark") is { } mark && side.Text("publishedOn") is not null ? $" ({mark})" : ""),
                (side.Text("publisher") ?? "not known") + (side.Text("publisherName") is { } name ? $" ({name})" : ""), side.Text("claimId") ?? "not known", side.Text("cited") ?? "not known",
            }));
            Trail.Write(conflict);
            Output.Line();
        }

        Output.Line(conflicts.Count == 1 ? "1 conflict" : $"{conflicts.Count} conflicts");
    }
}
