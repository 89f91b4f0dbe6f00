using Oversight.Core;
using Oversight.Monitoring.Deadlines;

namespace Oversight.Monitoring.Causes;

/// <summary>By when the action plans that were asked for have to come, as a clock sees it.</summary>
public static class PlanDeadlines
{
    public const string Kind = "action-plan";

    /// <summary>Those with a day to pass; a plan, and the end of the cause, meet all that were asked for before.</summary>
    public static IEnumerable<Deadline> Of(BodyCauses causes, Viewpoint viewpoint) =>
        from cause in CauseReading.At(causes, viewpoint)
        from asked in cause.Steps
        where asked.Kind == CauseStep.PlanRequested
        let last = asked.Said.Select(said => Due.Of(said.Value.Due, asked.When.Day ?? cause.Raised.Day)).Where(due => due.Style != DueStyle.Immediately).Max(due => due.On?.Last)
        where asked.When.Latest <= last
        select new Deadline(
            Kind, asked.FactId, $"Action plan for {cause.Title} ({cause.Inspection})", "the body itself", last!.Value, MetOn(cause, asked),
            [.. asked.Said.SelectMany(said => said.Evidence).Select(source => source.Provenance.ClaimId).Distinct().Order()])
        {
            PublishedOn = asked.Said.Min(said => said.PublishedOn) ?? cause.PublishedOn,
        };

    private static DateOnly? MetOn(Cause cause, Step asked)
    {
        DateOnly[] days =
        [
            .. cause.Steps.Where(step => step.Kind == CauseStep.PlanReceived && !step.When.SurelyBefore(asked.When)).Select(step => step.When)
                .Append(cause.Closed).OfType<When>().Select(when => when.Earliest ?? DateOnly.MinValue),
            .. cause.Links.Where(link => link.Relation == "re-issued-as").Select(link => link.On?.First ?? DateOnly.MinValue),
        ];
        return days.Length == 0 ? null : days.Min();
    }
}
