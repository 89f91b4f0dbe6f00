using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>The board: every body and its phase.</summary>
internal static class Status
{
    private static readonly Option<string> Phase = Choice("--phase", "Only the bodies in this phase.", "scan", "engage", "cannot-tell");
    private static readonly Option<string> Service = Choice("--service", "Only police forces, or only fire and rescue services.", "police", "fire");
    private static readonly Option<bool> All = new("--all") { Description = "List the bodies in Scan too." };

    public static Command Command() => Read.Command("status", "The board: which bodies are in Engage, since when, and who says so.",
        _ => new("status"), Show, [Phase, Service, All], Narrow);

    private static Option<string> Choice(string name, string description, params string[] words)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', words) };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var only] && !words.Contains(only.Value))
            {
                result.AddError($"{name} is {string.Join(" or ", words)}, not '{only.Value}'.");
            }
        });
        return option;
    }

    private static void Narrow(JsonNode board, ParseResult parsed)
    {
        var phase = parsed.GetValue(Phase)?.Replace("-", "", StringComparison.Ordinal);
        var service = parsed.GetValue(Service);
        (board.Part("bodies") as JsonArray)?.RemoveAll(body => !Is(body, "phase", phase) || !Is(body, "service", service));
    }

    private static bool Is(JsonNode? body, string name, string? wanted) =>
        wanted is null || string.Equals(body.Text(name), wanted, StringComparison.OrdinalIgnoreCase);

    private static void Show(JsonNode board, ParseResult parsed)
    {
        var bodies = board.Rows("bodies").OrderBy(body => Rank(body.Text("phase"))).ToList();
        var listed = parsed.GetValue(All) || parsed.GetValue(Phase) is not null ? bodies : bodies.FindAll(body => !IsPlainlyInScan(body));

        Output.Heading("The board", board);
        var notes = new Footnotes();
        if (listed.Count > 0)
        {
            Output.Table(["Body", "Id", "Service", "Phase", "Since", "Source"], listed.Select(body => new[]
            {
                body.Text("name") ?? "not known", body.Text("id") ?? "", body.Text("service") ?? "not known",
                Words.Phase(body.Text("phase")) + Words.Marks(body), Since(body), notes.Of(body),
            }));
        }
        else
        {
            Output.Line(bodies.Count > 0 ? "Every body is in Scan." : "No body is on the board.");
        }

        if (bodies.Count - listed.Count is > 0 and var rest)
        {
            Output.Line(listed.Count > 0 ? $"and {rest} in Scan; --all lists them" : $"{rest} in Scan; --all lists them");
        }

        notes.Write();
    }

    private static bool IsPlainlyInScan(JsonNode body) => Is(body, "phase", "Scan") && !body.Texts("marks").Any();

    private static int Rank(string? phase) => phase switch { "Engage" => 0, "CannotTell" => 1, _ => 2 };

    // Every body is in Scan until somebody says otherwise, so a stay in Scan may have no beginning.
    private static string Since(JsonNode body) =>
        body.Text("since") is { } since ? Dates.Day(since) : Is(body, "phase", "Scan") ? "the start of the record" : "not known";
}
