using System.Globalization;
using Oversight.Core;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Causes;

/// <summary>One recommendation that is known by its number or words.</summary>
/// <param name="Text">Its number or words.</param>
/// <param name="Due">Its deadline.</param>
/// <param name="Met">Had it been met? No means that nothing says so.</param>
/// <param name="MetOn">When it was met.</param>
public sealed record Recommendation(string Text, Due Due, Answer Met, PartialDate? MetOn);

/// <summary>What a cause of concern asks for.</summary>
/// <param name="Total">How many recommendations it has; null where not published, or where sources disagree.</param>
/// <param name="Met">How many are known to have been met by the day.</param>
/// <param name="IsConflicting">Do sources disagree on how many there are?</param>
/// <param name="Known">Those known one by one.</param>
public sealed record Recommendations(int? Total, int Met, bool IsConflicting, IReadOnlyList<Recommendation> Known)
{
    /// <summary>Every number of them that a source prints, or of which sources tell one by one.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [];

    internal static Recommendations Of(IReadOnlyList<Seen<CauseSaid>> said, When raised, IReadOnlyList<Step> steps, DateOnly day)
    {
        var counted = said.Select(cause => cause.Value.Recommendations).OfType<int>().Distinct().ToArray();
        var met = steps.Where(step => step.Kind == CauseStep.RecommendationMet && step.When.HappenedBy(day) != Answer.No).ToArray();
        var outOf = met.Select(step => (step.When, Count: CountOf(step.First.Recommendation))).Where(step => step.Count is not null)
            .OrderBy(step => step.When.Latest).Select(step => step.Count!.Value).ToArray();

        var known = steps.Where(step => step.Kind == CauseStep.Recommendation && step.When.HappenedBy(day) != Answer.No)
            .SelectMany(made => made.Said.Select(saying => saying.Value.Due).Distinct().DefaultIfEmpty(), (made, due) => Of(made, due, raised, met, day))
            .OrderBy(one => one.Text, StringComparer.Ordinal).ThenBy(one => one.Due.Published, StringComparer.Ordinal).ToArray();
        int[] totals = [.. counted.Concat(outOf.Select(count => count.All)).Distinct()];
        var metSoFar = Math.Max(outOf.Select(count => count.Met).DefaultIfEmpty().Max(), met.Count(step => CountOf(step.First.Recommendation) is null && step.When.HappenedBy(day) == Answer.Yes));
        var told = Math.Max(metSoFar, known.DistinctBy(one => NameBasedId.Slug(one.Text)).Count());
        var tooMany = totals is [var all] && told > all;

        return new(totals is [var total] && !tooMany ? total : null, metSoFar, totals.Length > 1 || tooMany, known)
        {
            Numbers = [.. totals.Concat(totals.Length > 0 && told > totals.Max() ? [told] : []).Order()],
        };
    }

    /// <summary>Does it meet a recommendation that nobody is known to have made?</summary>
    internal static bool IsUnheard(Step step, IReadOnlyList<Step> steps) => step.Kind == CauseStep.RecommendationMet && CountOf(step.First.Recommendation) is null
        && !steps.Any(made => made.Kind == CauseStep.Recommendation && NameBasedId.Slug(made.First.Recommendation ?? "") == NameBasedId.Slug(step.First.Recommendation ?? ""));

    private static Recommendation Of(Step made, string? due, When raised, Step[] met, DateOnly day)
    {
        var text = made.First.Recommendation ?? "";
        var meeting = Array.Find(met, step => NameBasedId.Slug(step.First.Recommendation ?? "") == NameBasedId.Slug(text));
        return new(text, Due.Of(due, made.When.Day ?? raised.Day), meeting?.When.HappenedBy(day) ?? Answer.No, meeting?.When.On);
    }

    internal static bool IsCount(string? text) => CountOf(text) is not null;

    // "3 of 5" says how many and not which.
    internal static (int Met, int All)? CountOf(string? text) => text?.Split(' ') is [var some, "of", var all]
        && int.TryParse(some, NumberStyles.None, CultureInfo.InvariantCulture, out var met) && int.TryParse(all, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && met <= number ? (met, number) : null;
}
