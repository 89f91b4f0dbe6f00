using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>Proposes a move.</summary>
internal static class Propose
{
    private static readonly Argument<string> Body = new("body") { Description = "The body, by its id or any of its names." };

    private static readonly Option<string> To = new("--to") { Description = "Where it is to move.", HelpName = "engage|scan", Required = true };

    private static readonly Option<string> On = Times.Date("--on", "From when it is to hold: a day, a month or a year.", required: true);

    private static readonly Option<string> DecidedOn = Times.Date("--decided-on", "When it was decided, where that was before it is confirmed here.");

    private static readonly Option<string[]> Evidence = new("--evidence")
    {
        Description = "What it rests on: ids of claims or facts of this body, such as the claimId of a source in ./oversight history BODY --json.",
        HelpName = "ID", AllowMultipleArgumentsPerToken = true,
    };

    public static Command Command() => Acting.Command("propose", "Proposes that a body moves; somebody else has to confirm it.",
        parsed => ($"bodies/{Uri.EscapeDataString(parsed.GetValue(Body)!)}/decisions", ""),
        parsed => new JsonObject
        {
            ["to"] = parsed.GetValue(To), ["effectiveOn"] = parsed.GetValue(On), ["decidedOn"] = parsed.GetValue(DecidedOn), ["reason"] = parsed.GetValue(Acting.Reason),
            ["evidence"] = new JsonArray([.. (parsed.GetValue(Evidence) ?? []).Select(id => (JsonNode)id)]),
        },
        Body, To, On, Acting.Reason, Evidence, DecidedOn);
}
