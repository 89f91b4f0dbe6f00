using System.Collections.Frozen;
using System.Text.Json;

namespace Oversight.Ingestion.Facts;

/// <summary>Whether a cause of concern was raised before its report because of what was at stake.</summary>
public enum Acceleration
{
    Unknown,
    Yes,
    No,
}

/// <summary>What happens to a cause of concern, or to an area for improvement, after or beside its being raised.</summary>
public enum CauseStep
{
    RaisedEarly,
    AcceleratedInSum,
    Escalated,
    PlanRequested,
    PlanReceived,
    Revisited,
    StillOpen,
    Recommendation,
    RecommendationMet,
    Closed,
    ReIssued,
    Superseded,
    Disputed,
    JoinedEngage,
    AfiRaised,
    AfiDischarged,
    AfiCarriedOver,
}

/// <summary>The written form of a step.</summary>
public static class CauseSteps
{
    private static readonly FrozenDictionary<CauseStep, string> Texts =
        Enum.GetValues<CauseStep>().ToFrozenDictionary(step => step, step => JsonNamingPolicy.KebabCaseLower.ConvertName(step.ToString()));

    private static readonly FrozenDictionary<string, CauseStep> Known = Texts.ToFrozenDictionary(step => step.Value, step => step.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every written form.</summary>
    public static IEnumerable<string> All => Texts.OrderBy(step => step.Key).Select(step => step.Value);

    /// <summary>Such as <c>recommendation-met</c>.</summary>
    public static string Text(CauseStep step) => Texts[step];

    /// <summary>Reads the written form, with a space for the hyphen if a source has one.</summary>
    public static bool TryParse(string text, out CauseStep step)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Known.TryGetValue(text, out step) || Known.TryGetValue(text.Replace(' ', '-'), out step);
    }
}
