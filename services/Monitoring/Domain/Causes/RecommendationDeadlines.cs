using Oversight.Core;
using Oversight.Monitoring.Deadlines;

namespace Oversight.Monitoring.Causes;

/// <summary>That the day for a recommendation or a plan was noticed to have passed.</summary>
public sealed record DueMissed(string Id, string About, DateOnly LastDay, DateOnly NoticedOn, DateTimeOffset RecordedAt);

/// <summary>By when the recommendations of causes of concern are to be met, as a clock sees it.</summary>
public static class RecommendationDeadlines
{
    public const string Kind = "recommendation";

    /// <summary>Those with a day to pass, where anything at all is on record about whether recommendations of the cause were met: that nothing was found is no miss. "Immediately" has none, and a day that was over before the recommendation was made sets no clock.</summary>
    public static IEnumerable<Deadline> Of(BodyCauses causes, Viewpoint viewpoint) =>
        from cause in CauseReading.At(causes, viewpoint)
        from made in cause.Steps
        where made.Kind == CauseStep.Recommendation
        let last = LastDay(made, cause.Raised)
        where made.When.Latest <= last && cause.Steps.Any(step => step.Kind == CauseStep.RecommendationMet || (step.Kind == CauseStep.StillOpen && step.When.Earliest > last))
        select new Deadline(
            Kind, IdOf(cause.Id, made.First.Recommendation), About(cause, made), "the body itself", last!.Value, MetOn(cause, made),
            [.. made.Said.SelectMany(said => said.Evidence).Select(source => source.Provenance.ClaimId).Distinct().Order()])
        {
            PublishedOn = made.Said.Min(said => said.PublishedOn) ?? cause.PublishedOn,
            Cited = made.Said.SelectMany(said => said.Evidence).Select(source => source.Provenance.Cited).Min(StringComparer.Ordinal)!,
        };

    /// <summary>What one of them is called, as long as the record knows of it.</summary>
    public static string IdOf(string cause, string? recommendation) => $"{cause}/{NameBasedId.Slug(recommendation ?? "")}";

    // Where sources give different days, the last of them is surely over last.
    private static DateOnly? LastDay(Step made, When raised) => made.Said.Select(said => Due.Of(said.Value.Due, made.When.Day ?? raised.Day))
        .Where(due => due.Style != DueStyle.Immediately).Max(due => due.On?.Last);

    // A cause that ended takes its recommendations with it, and "3 of 5" can be any three.
    private static DateOnly? MetOn(Cause cause, Step made)
    {
        var own = NameBasedId.Slug(made.First.Recommendation ?? "");
        DateOnly[] days =
        [
            .. cause.Steps.Where(step => step.Kind == CauseStep.RecommendationMet && (Recommendations.IsCount(step.First.Recommendation) || NameBasedId.Slug(step.First.Recommendation ?? "") == own))
                .Select(step => step.When).Append(cause.Closed).OfType<When>().Select(when => when.Earliest ?? DateOnly.MinValue),
            .. cause.Links.Where(link => link.Relation == "re-issued-as").Select(link => link.On?.First ?? DateOnly.MinValue),
        ];
        return days.Length == 0 ? null : days.Min();
    }

    private static string About(Cause cause, Step made) =>
        $"Recommendation {(made.First.Recommendation is { } text ? $"'{text}' " : "")}of {cause.Title} ({cause.Inspection})";
}
