using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Cli.SigningIn;

namespace Oversight.Cli.Commands;

/// <summary>What people attempted and were refused.</summary>
internal static class Attempts
{
    private static readonly Option<int?> Limit = new("--limit") { Description = "How many at most, newest first; 100 by default.", HelpName = "N" };

    private static readonly Option<string> Service = Choice.Of("--service", "Only what this service refused: monitoring keeps decisions, ingestion conflicts, candidates and submissions.", "monitoring", "ingestion");

    private static readonly Option<bool> Mine = new("--mine") { Description = "Only what you attempted yourself; that is shown to everybody." };

    public static Command Command() => Read.Command("attempts", "What people attempted and were refused: who, what, by which rule, when. For auditors and administrators; your own with --mine.",
        parsed => new(parsed.GetValue(Mine) ? "attempts/mine" : "attempts", ("limit", parsed.GetValue(Limit)?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("service", parsed.GetValue(Service))) { ByPerson = true }, Show, Mine, Limit, Service, Person.As);

    private static void Show(JsonNode answer, ParseResult parsed)
    {
        foreach (var service in answer.Texts("missing"))
        {
            Output.Line($"What {service} refused is missing: it does not answer just now.");
        }

        var attempts = answer.Rows("attempts").ToList();
        if (attempts.Count == 0)
        {
            Output.Line(parsed.GetValue(Mine) ? "You were refused nothing." : "Nobody was refused anything.");
            return;
        }

        Output.Table(["When", "Who", "Roles", "Tried", "Where", "By", "Rule", "Why"], attempts.Select(attempt => new[]
        {
            Dates.Instant(attempt.Text("at") ?? "not known"), attempt.Text("name") ?? "not known", string.Join(", ", attempt.Texts("roles")), attempt.Text("act") ?? "not known",
            attempt.Text("target") ?? "not known", attempt.Text("service") ?? "not known", attempt.Text("rule") ?? "not named", attempt.Text("because") ?? "not said",
        }));
    }
}
