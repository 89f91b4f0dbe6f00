using Oversight.Core;

namespace Oversight.Monitoring.Causes;

/// <summary>What can be said of an area for improvement on a day.</summary>
public enum AreaState
{
    /// <summary>It had been raised, and nothing says that it ended.</summary>
    Raised,

    /// <summary>A later inspection looked and kept it.</summary>
    CarriedOver,

    /// <summary>It had been dealt with.</summary>
    Discharged,

    /// <summary>It had become a cause of concern.</summary>
    Escalated,

    /// <summary>The dates are not precise enough, or sources disagree.</summary>
    CannotTell,
}

/// <summary>One area for improvement as it stood.</summary>
/// <param name="Id">One title of one body under one inspection.</param>
/// <param name="Title">Its subject.</param>
/// <param name="Inspection">As printed.</param>
/// <param name="State">What can be said of it.</param>
/// <param name="Since">When that came to be.</param>
/// <param name="Cause">The cause of concern that it became.</param>
/// <param name="Steps">What became of it, by day.</param>
/// <param name="Marks">What to say beside it.</param>
public sealed record Area(
    string Id, string Title, string Inspection, AreaState State, PartialDate? Since, string? Cause, IReadOnlyList<Step> Steps, IReadOnlyList<Mark> Marks)
{
    /// <summary>Every area that could be known and had, or may have, been raised.</summary>
    public static IReadOnlyList<Area> At(BodyCauses causes, Viewpoint viewpoint, Trail? trail = null)
    {
        var all = CauseReading.Steps(causes, viewpoint, trail).Where(step => step.When.HappenedBy(viewpoint.AsOf) != Answer.No).ToArray();
        var escalated = Array.FindAll(all, step => step is { Kind: CauseStep.Escalated, First.GrownFrom: not null });
        return [.. all.Where(step => step.Kind is CauseStep.AfiRaised or CauseStep.AfiDischarged or CauseStep.AfiCarriedOver)
            .GroupBy(step => step.First.Cause).OrderBy(area => area.Key, StringComparer.Ordinal)
            .Select(area => Of(area.Key, [.. area], Array.FindAll(escalated, step => NameBasedId.Slug(step.First.GrownFrom!) == NameBasedId.Slug(area.First().First.Title)), viewpoint.AsOf))];
    }

    private static Area Of(string id, Step[] own, Step[] escalated, DateOnly day)
    {
        Step[] steps = [.. own.Concat(escalated).OrderBy(step => step.When.Latest)];
        var last = Array.FindLast(steps, step => step.When.HappenedBy(day) == Answer.Yes);

        // What may have come since, or may have been the last, leaves open which it was.
        var doubt = last is null || Array.Exists(steps, step => step != last && step.Kind != last.Kind && (step.When.HappenedBy(day) == Answer.CannotTell || !(step.When.Latest <= (last.When.Earliest ?? DateOnly.MinValue))));
        var state = doubt ? AreaState.CannotTell : last!.Kind switch
        {
            CauseStep.AfiDischarged => AreaState.Discharged,
            CauseStep.AfiCarriedOver => AreaState.CarriedOver,
            CauseStep.Escalated => AreaState.Escalated,
            _ => AreaState.Raised,
        };
        var raised = Array.Find(own, step => step.Kind == CauseStep.AfiRaised);
        var outOfOrder = raised is not null && Array.Exists(steps, step => step.When.SurelyBefore(raised.When));
        return new(id, own[0].First.Title, own[0].First.Inspection, state, doubt ? null : last!.When.On, escalated.FirstOrDefault()?.First.Cause, steps,
            [.. steps.SelectMany(step => step.Marks).Concat(doubt ? [Mark.DateImprecise] : []).Concat(outOfOrder ? [Mark.OutOfOrder] : []).Concat(raised is null ? [Mark.NothingSuchOnRecord] : []).Distinct().Order()]);
    }
}
