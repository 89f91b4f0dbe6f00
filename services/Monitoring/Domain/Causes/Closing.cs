using Oversight.Core;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Trails;

namespace Oversight.Monitoring.Causes;

/// <summary>Whether a cause was closed is one question: who closes it and who finds it still open later are sides of it, and settled together.</summary>
internal static class Closing
{
    public static IEnumerable<Step> Settled(IEnumerable<Step> steps, Trail? trail, Viewpoint viewpoint) =>
        steps.GroupBy(step => step.First.Cause).SelectMany(cause => OfOne([.. cause], trail, viewpoint));

    private static Step[] OfOne(Step[] steps, Trail? trail, Viewpoint viewpoint)
    {
        var closed = Array.Find(steps, step => step.Kind == CauseStep.Closed);
        var open = closed is null ? [] : Array.FindAll(steps, step => step.Kind == CauseStep.StillOpen && All(step).Any(said => All(closed).Any(other => ((ISaid<StepSaid>)said.Value).Contradicts(other.Value))));
        if (open.Length == 0)
        {
            return steps;
        }

        var sides = Sides.Of([.. open.Prepend(closed!).SelectMany(All).OrderBy(said => said.Value.ToString(), StringComparer.Ordinal)], trail, viewpoint);
        return sides.Overruled.Count == 0 ? steps : Array.ConvertAll(steps, step => step != closed && !open.Contains(step) ? step : Of(step, sides));
    }

    private static Step Of(Step step, Sides<StepSaid> sides)
    {
        var counting = All(step).Intersect(sides.Standing).ToArray();
        return counting.Length == 0 ? step with { Sides = new([.. All(step)], [], sides.IsContradictedSince, sides.Trail), IsOverruled = true }
            : step with { Sides = sides with { Standing = counting }, When = CauseReading.WhenOf(counting, said => said.On) };
    }

    private static IEnumerable<Seen<StepSaid>> All(Step step) => step.Sides.Standing.Concat(step.Sides.Overruled);
}
