using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Causes;

/// <summary>Something about a cause on which sources disagree and nobody has settled it.</summary>
/// <param name="About">What it is: <c>raised</c>, <c>accelerated</c>, <c>recommendations</c> or <c>closed</c>.</param>
/// <param name="Sides">Who says what.</param>
public sealed record Disagreement(string About, IReadOnlyList<SourceShown> Sides)
{
    internal static IReadOnlyList<Disagreement> Of(Told cause, bool isAcceleratedTwice, bool isOpenAfterAll, Recommendations recommendations, IReadOnlyList<Step> steps) =>
    [
        .. cause.Raised.IsConflicting ? [new("raised", [.. Say(cause.Said, said => said.RaisedOn is { } on ? $"raised {on.InWords}" : null), .. Say(steps.Where(Told.Raises), said => said.On is { } on ? $"raised {on.InWords}" : null)])] : Array.Empty<Disagreement>(),
        .. isAcceleratedTwice ? [new("accelerated", Say(cause.Said, said => said.Accelerated switch { Acceleration.Yes => "accelerated", Acceleration.No => "not accelerated", _ => null }))] : Array.Empty<Disagreement>(),
        .. recommendations.IsConflicting ? [new("recommendations", [.. Say(cause.Said, said => said.Recommendations is { } all ? Count(all) : null), .. Say(steps, Asked)])] : Array.Empty<Disagreement>(),
        .. Closed(steps, isOpenAfterAll),
    ];

    private static IEnumerable<Disagreement> Closed(IReadOnlyList<Step> steps, bool isOpenAfterAll)
    {
        var counting = steps.Where(step => !step.IsOverruled && (step.Kind == CauseStep.Closed || (isOpenAfterAll && step.Kind == CauseStep.StillOpen))).ToArray();
        return isOpenAfterAll || counting.Any(step => step.When.IsConflicting)
            ? [new("closed", Say(counting, said => $"{(said.Step == CauseStep.Closed ? "closed" : "still open")} {said.On?.InWords ?? "on a day not given"}"))] : [];
    }

    // Each of them names one more, or says how many there are.
    private static string? Asked(StepSaid said) => (said.Step, said.Recommendation) switch
    {
        (CauseStep.RecommendationMet, { } text) when Recommendations.CountOf(text) is { } count => $"{Count(count.All)}, of which {count.Met} met",
        (CauseStep.Recommendation, { } text) => $"names '{text}'",
        (CauseStep.RecommendationMet, { } text) => $"says that '{text}' was met",
        _ => null,
    };

    private static string Count(int all) => all == 1 ? "1 recommendation" : $"{all} recommendations";

    private static IReadOnlyList<SourceShown> Say(IEnumerable<Step> steps, Func<StepSaid, string?> says) => Say(steps.SelectMany(step => step.Said), says);

    private static IReadOnlyList<SourceShown> Say<T>(IEnumerable<Seen<T>> said, Func<T, string?> says)
        where T : notnull => SourceShown.Of(said.Where(one => says(one.Value) is not null), says);
}
