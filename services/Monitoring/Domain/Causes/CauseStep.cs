using Oversight.Core;
using Oversight.Monitoring.Bodies;
using static Oversight.Monitoring.Bodies.BodyCommand;
using static Oversight.Monitoring.Bodies.BodyEvent;

namespace Oversight.Monitoring.Causes;

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

/// <summary>Takes in what sources say about causes; what they say is never refused for what was said before.</summary>
internal static class NotedCauses
{
    public static BodyEvent Note(NoteCause c) => new CauseNoted(
        c.Cause, c.Title, c.Inspection, c.Programme, c.RaisedOn, Word<Acceleration>(c.Accelerated, "acceleration"), c.Recommendations, c.Note, c.Standing, c.Provenance);

    public static BodyEvent Note(NoteCauseStep c) => new CauseStepNoted(
        c.Cause, c.Title, c.Inspection, c.Programme, Word<CauseStep>(c.Step, "cause-step"), c.On,
        c.Recommendation, c.Due, c.By, c.Under, c.GrownFrom, c.Note, c.Standing, c.Provenance);

    private static T Word<T>(string text, string kind)
        where T : struct, Enum =>
        Enum.TryParse<T>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var word) && Enum.IsDefined(word) && !char.IsAsciiDigit(text[0]) ? word
            : throw new RejectedException($"monitoring.{kind}-unknown", $"'{text}' is not known as {kind.Replace('-', ' ')}.");
}
