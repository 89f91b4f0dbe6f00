using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Cli.SigningIn;

namespace Oversight.Cli.Commands;

/// <summary>The moves that people proposed.</summary>
internal static class Decisions
{
    private static readonly Argument<string> Body = new("body") { Description = "Only those of this body, by its id or any of its names.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string> State = Choice.Of(
        "--state", "Only those that stand so.", "proposed", "on-hold", "confirmed", "declined", "withdrawn", "superseded", "expired");

    private static readonly Option<string> Id = new("--id") { Description = "One decision with everything that was done about it.", HelpName = "ID" };

    public static Command Command() => Read.Command("decisions", "The moves that people proposed, who confirmed or declined them, when and why.", Ask, Show, Body, State, Id, Person.As);

    /// <summary>One decision and its acts.</summary>
    public static void One(JsonNode decision)
    {
        Output.Table(["", ""],
        [
            ["Decision", decision.Text("id") ?? "not known"],
            ["Move", Move(decision)],
            ["From", Dates.Day(decision.Text("effectiveOn"))],
            ["State", InWords(decision)],
            ["Decided", decision.Text("decidedOn") is { } decided ? Dates.Day(decided) : "not yet"],
            ["Published", decision.Text("publishedOn") is { } published ? Dates.Day(published) : "not yet"],
            ["Evidence", string.Join('\n', decision.Texts("evidence"))],
            .. decision.Text("state") is "Proposed" or "OnHold" ? new[] { new[] { "Runs out", Dates.Instant(decision.Text("expiresAt") ?? "not known") } } : [],
        ]);
        Output.Line();
        Output.Table(["Act", "By", "Role", "When", "Why"], decision.Rows("acts").Select(act => new[]
        {
            act.Text("what") ?? "not known", act.Part("by").Text("name") ?? "not known", act.Part("by").Text("role")?.Replace('-', ' ') ?? "none",
            Dates.Instant(act.Text("at") ?? "not known"), act.Text("why") ?? "not said",
        }));
    }

    private static Question Ask(ParseResult parsed)
    {
        var (body, id) = (parsed.GetValue(Body), parsed.GetValue(Id));
        return id is not null ? new($"decisions/{Uri.EscapeDataString(id)}") { ByPerson = true }
            : body is null ? new("decisions", ("state", parsed.GetValue(State))) { ByPerson = true }
            : new($"bodies/{Uri.EscapeDataString(body)}/decisions") { ByPerson = true };
    }

    private static void Show(JsonNode answer, ParseResult parsed)
    {
        if (parsed.GetValue(Id) is not null)
        {
            One(answer);
            return;
        }

        Output.Heading("Decisions", answer);
        var state = parsed.GetValue(State)?.Replace("-", "", StringComparison.Ordinal);
        var decisions = answer.Rows("decisions").Where(decision => state is null || string.Equals(decision.Text("state"), state, StringComparison.OrdinalIgnoreCase)).ToList();
        if (decisions.Count == 0)
        {
            Output.Line("There is none.");
            return;
        }

        Output.Table(["Id", "Move", "From", "State", "Proposed by", "Last act", "Published"], decisions.Select(decision => new[]
        {
            decision.Text("id") ?? "not known", Move(decision), Dates.Day(decision.Text("effectiveOn")), InWords(decision),
            By(decision.Rows("acts").First()), $"{decision.Rows("acts").Last().Text("what")} by {By(decision.Rows("acts").Last())}",
            decision.Text("publishedOn") is { } published ? Dates.Day(published) : "not yet",
        }));
    }

    private static string Move(JsonNode decision) => $"{decision.Text("body")} to {decision.Text("to")}";

    private static string By(JsonNode act) => act.Part("by").Text("name") ?? "not known";

    private static string InWords(JsonNode decision) => decision.Text("state") switch
    {
        "OnHold" => "on hold",
        "Superseded" => $"superseded by {decision.Text("supersededBy")}",
        var state => state?.ToLowerInvariant() ?? "not known",
    };
}
