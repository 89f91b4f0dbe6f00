using Oversight.Core;
using Oversight.Monitoring.Deadlines;

namespace Oversight.Monitoring.Causes;

/// <summary>That the day for a recommendation or a plan was noticed to have passed.</summary>
public sealed record DueMissed(string Id, string About, DateOnly LastDay, DateOnly NoticedOn, DateTimeOffset RecordedAt);

/// <summary>By when the recommendations of causes of concern are to be met and the plans for them to come, as a clock sees it.</summary>
public static class CauseDeadlines
{
    public const string Recommendation = "recommendation", Plan = "action-plan";

    /// <summary>Those with a day to pass. "Immediately" has none, and a day that was over before the step was taken sets no clock.</summary>
    public static IEnumerable<Deadline> Of(BodyCauses causes, Viewpoint viewpoint, Trail? trail = null) =>
        from cause in CauseReading.At(causes, viewpoint, trail)
        from step in cause.Steps
        let last = LastDay(step, cause.Raised)
        where step.When.Latest <= last
        let deadline = step.Kind switch
        {
            CauseStep.Recommendation => Recommended(cause, step, last!.Value),
            CauseStep.PlanRequested => Asked(cause, step, last!.Value),
            _ => null,
        }
        where deadline is not null
        select deadline;

    /// <summary>Those of which what is known by now says that nothing was missed, whatever a clock noticed; by what they are called.</summary>
    public static IReadOnlySet<string> Kept(BodyCauses causes, Viewpoint viewpoint, Trail? trail = null) =>
        Of(causes, viewpoint, trail).Where(deadline => deadline.LastDay < viewpoint.AsOf && !deadline.IsMissedBefore(viewpoint.AsOf)).Select(deadline => deadline.Id).ToHashSet();

    /// <summary>What a recommendation is called, as long as the record knows of it.</summary>
    public static string IdOf(string cause, string? recommendation) => $"{cause}/{NameBasedId.Slug(recommendation ?? "")}";

    // Only where anything at all is on record about whether recommendations of the cause were met: that nothing was found is no miss.
    private static Deadline? Recommended(Cause cause, Step made, DateOnly last) =>
        cause.Steps.Any(step => step.Kind == CauseStep.RecommendationMet || (step is { Kind: CauseStep.StillOpen, IsOverruled: false } && step.When.Earliest > last))
            ? Deadline(Recommendation, IdOf(cause.Id, made.First.Recommendation), $"Recommendation {(made.First.Recommendation is { } text ? $"'{text}' " : "")}of", cause, made, last, step => Meets(step, made)) : null;

    private static Deadline Asked(Cause cause, Step asked, DateOnly last) =>
        Deadline(Plan, asked.FactId, "Action plan for", cause, asked, last, step => step.Kind == CauseStep.PlanReceived && !step.When.SurelyBefore(asked.When));

    private static Deadline Deadline(string kind, string id, string what, Cause cause, Step set, DateOnly last, Func<Step, bool> isMetBy) => new(
        kind, id, $"{what} {cause.Title} ({cause.Inspection})", "the body itself", last, MetOn(cause, isMetBy), [.. set.Said.SelectMany(said => said.Evidence).Select(source => source.Provenance.ClaimId).Distinct().Order()])
    {
        PublishedOn = set.Said.Min(said => said.PublishedOn) ?? cause.PublishedOn,
        Cited = set.Said.SelectMany(said => said.Evidence).Select(source => source.Provenance.Cited).Min(StringComparer.Ordinal)!,
    };

    // Where sources give different days, the last of them is surely over last.
    private static DateOnly? LastDay(Step set, When raised) => set.Said.Select(said => Due.Of(said.Value.Due, set.When.Day ?? raised.Day))
        .Where(due => due.Style != DueStyle.Immediately).Max(due => due.On?.Last);

    // "3 of 5" can be any three.
    private static bool Meets(Step step, Step made) => step.Kind == CauseStep.RecommendationMet
        && (Recommendations.IsCount(step.First.Recommendation) || NameBasedId.Slug(step.First.Recommendation ?? "") == NameBasedId.Slug(made.First.Recommendation ?? ""));

    // A cause that ended takes what it asked for with it.
    private static DateOnly? MetOn(Cause cause, Func<Step, bool> isMetBy)
    {
        DateOnly[] days =
        [
            .. cause.Steps.Where(isMetBy).Select(step => step.When).Append(cause.Closed).OfType<When>().Select(when => when.Earliest ?? DateOnly.MinValue),
            .. cause.Links.Where(link => link.Relation == "re-issued-as").Select(link => link.On?.First ?? DateOnly.MinValue),
        ];
        return days.Length == 0 ? null : days.Min();
    }
}
