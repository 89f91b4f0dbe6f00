using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>The board: every body and its phase.</summary>
internal static class Status
{
    private static readonly Option<string> Phase = Choice.Of("--phase", "Only the bodies in this phase.", "scan", "engage", "cannot-tell", "scheme-not-begun");
    public static readonly Option<string> Service = Choice.Of("--service", "Only police forces, or only fire and rescue services.", "police", "fire");
    private static readonly Option<bool> All = new("--all") { Description = "List the bodies in Scan too." };

    public static Command Command() => Read.Command("status", "The board: which bodies are in Engage, since when, and who says so.",
        parsed => new("status", ("phase", parsed.GetValue(Phase)), ("service", parsed.GetValue(Service))), Show, Phase, Service, All);

    private static void Show(JsonNode board, ParseResult parsed)
    {
        var bodies = board.Rows("bodies").OrderBy(body => Rank(body.Text("phase"))).ToList();
        var listed = parsed.GetValue(All) || parsed.GetValue(Phase) is not null ? bodies : bodies.FindAll(body => !IsPlainlyInScan(body) && !IsOutside(body));

        Output.Heading("The board", board);
        var notes = new Footnotes();
        if (listed.Count > 0)
        {
            Output.Table(["Body", "Id", "Service", "Phase", "Since", "Source"], listed.Select(body => new[]
            {
                body.Text("name") ?? "not known", body.Text("id") ?? "not known", body.Text("service") ?? "not known",
                Words.Phase(body.Text("phase")) + Words.Marks(body), Since(body), notes.Of(body),
            }));
        }
        else
        {
            Output.Line(bodies.Count > 0 ? bodies.TrueForAll(IsInScan) ? "Every body is in Scan." : "No body is known to have been in Engage."
                : parsed.GetValue(Phase) is null && parsed.GetValue(Service) is null ? "No body is on the board yet; ./oversight import data/ brings the public record in."
                : "No such body is on the board.");
        }

        var rest = bodies.Except(listed).ToList();
        if (rest.Count(IsInScan) is > 0 and var inScan)
        {
            Output.Line(listed.Count > 0 ? $"and {inScan} in Scan; --all lists them" : $"{inScan} in Scan; --all lists them");
        }

        foreach (var outside in rest.Where(IsOutside).GroupBy(body => body.Text("because")))
        {
            Output.Line($"{outside.Count()} in no phase that can be told: {outside.Key} --all lists them");
        }

        notes.Write();
    }

    private static bool IsPlainlyInScan(JsonNode body) => IsInScan(body) && !body.Texts("marks").Any(mark => mark is "conflicting" or "withdrawn" or "disputed");

    /// <summary>It is in no phase because of the scheme, and not because of what sources say of it.</summary>
    private static bool IsOutside(JsonNode body) => body.Text("phase") == "SchemeNotBegun" || body.Texts("marks").Contains("scheme unclear");

    private static bool IsInScan(JsonNode? body) => body.Text("phase") == "Scan";

    private static int Rank(string? phase) => phase switch { "Engage" => 0, "CannotTell" => 1, _ => 2 };

    // Every body is in Scan until somebody says otherwise, so a stay in Scan may have no beginning.
    public static string Since(JsonNode? body) =>
        body.Text("since") is { } since ? Dates.Day(since) : IsInScan(body) ? "the start of the record" : "not known";
}
