using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>Settles a conflict.</summary>
internal static class Settle
{
    private static readonly Argument<string> Fact = new("fact") { Description = "The fact, as ./oversight conflicts --json names it." };
    private static readonly Option<string> Claim = new("--claim") { Description = "A claim on the side that is to count.", HelpName = "ID", Required = true };

    static Settle() => Claim.Validators.Add(result =>
    {
        if (result.Tokens is [var only] && !Guid.TryParse(only.Value, out _))
        {
            result.AddError($"--claim is the id of a claim, as ./oversight conflicts --json gives it, not '{only.Value}'.");
        }
    });

    public static Command Command() => Acting.Command("settle", "Says which side of a conflict counts, and why; all sides are kept.",
        parsed => ("conflicts", "/settle"),
        parsed => new JsonObject { ["fact"] = parsed.GetValue(Fact), ["claim"] = parsed.GetValue(Claim), ["reason"] = parsed.GetValue(Acting.Reason) ?? "" },
        settled => Output.Line($"{settled.Text("about")} of {settled.Text("body")} is settled: {settled.Part("settling").Part("side").Text("value")} counts."),
        parsed => $"conflicts?fact={Uri.EscapeDataString(parsed.GetValue(Fact)!)}",
        Fact, Claim, Acting.Reason);
}
