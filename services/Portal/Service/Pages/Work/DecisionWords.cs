using Oversight.Portal.Api;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages;

/// <summary>Decisions in words.</summary>
public static class DecisionWords
{
    /// <summary>Into Engage from 28 June 2022.</summary>
    public static string Move(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return Move(decision.To, decision.EffectiveOn);
    }

    public static string Move(string? to, string? effectiveOn) => $"{(to == "engage" ? "Move to Engage" : "Return to Scan")} from {Dates.Day(effectiveOn)}";

    public static string State(string state) => state switch
    {
        "OnHold" => "on hold",
        "Proposed" => "open: waits for somebody to confirm it",
        null => "not known",
        _ => state.ToLowerInvariant(),
    };

    /// <summary>What happens then, for the card before it.</summary>
    public static string Consequence(string? to, string body, string? effectiveOn, DateOnly today) => (IsAhead(effectiveOn, today)
        ? $"{body} stays in the phase in which it is until {Dates.Day(effectiveOn)}, which is still to come; till then its page says that it is {(to == "engage" ? "to move to Engage" : "to return to Scan")}."
        : to == "engage" ? $"{body} is watched more closely, and its name goes on the board of bodies in Engage."
        : $"{body} leaves Engage and goes back to routine monitoring.") + " Everybody can read so at once, and whoever follows it is told at once; until the decision is published, it is marked “not published”.";

    private static bool IsAhead(string? on, DateOnly today) => string.CompareOrdinal(on, today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) > 0;
}
