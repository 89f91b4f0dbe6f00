using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>Who publishes, and what they were called.</summary>
internal static class Publishers
{
    private static readonly Option<string> Of = new("--of") { Description = "Only whose source this is: an address, or words such as HMIC.", HelpName = "SOURCE" };

    public static Command Command() => Read.Command("publishers", "Who publishes, what they were called when, and whose word counts more where sources disagree.",
        parsed => new("publishers", ("of", parsed.GetValue(Of))), Show, Of);

    private static void Show(JsonNode answer, ParseResult parsed)
    {
        Output.Line($"Publishers on {Dates.Day(answer.Text("asOf"))}, order {answer.Text("precedence")}");
        Output.Line();
        var publishers = answer.Rows("publishers").ToList();
        if (publishers.Count == 0)
        {
            Output.Line("No such publisher is known; its word counts least.");
            return;
        }

        Output.Table(["Rank", "Publisher", "Called then", "All its names", "Source"], publishers.Select(one => new[]
        {
            one.Text("rank") ?? "last", one.Text("class") ?? "not known", Listed(one.Texts("namesThen")), Listed(one.Rows("names").Select(Name)), one.Text("cited") ?? "none",
        }));
        Output.Line();
        Output.Table(["Answers to a ministry", "Then", "All of them"], answer.Rows("ministries").Select(one => new[]
        {
            one.Text("of") ?? "not known", Listed(one.Texts("then")), Listed(one.Rows("names").Select(Name)),
        }));
    }

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words) is { Length: > 0 } some ? some : "not on record";

    private static string Name(JsonNode name) => $"{name.Text("name")}{(name.Text("from") is { } from ? $" from {Dates.Day(from)}" : "")}{(name.Text("until") is { } until ? $" until {Dates.Day(until)}" : "")}";
}
