using Oversight.Core;
using Oversight.Monitoring.Causes;

namespace Oversight.Monitoring.Stays;

/// <summary>Joins what is told of causes inside a stay in Engage to the register of causes.</summary>
public static class JoinedEngage
{
    /// <summary>When a cause joined what a stay in Engage looks at; null where nobody says so.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="steps">What sources tell as steps.</param>
    /// <param name="ofStays">What is told inside stays, of which the register dates a part: what is raised inside a stay joins it.</param>
    public static PartialDate? On(Cause cause, IEnumerable<StepTaken> steps, IEnumerable<StepTaken> ofStays) =>
        cause.Steps.FirstOrDefault(step => step.Kind == CauseStep.JoinedEngage)?.When.On
        ?? steps.FirstOrDefault(step => step is { Step: EngageStep.CauseAdded, Cause: { } named } && Means(named, cause.Title))?.When.On
        ?? ofStays.FirstOrDefault(step => step.Step == EngageStep.CauseAdded && step.Cause == cause.Title && cause.Raised.On is { } on && step.When.Dates.Contains(on))?.When.On;

    /// <summary>Several causes of the register can share the name that a step gives them: "child exploitation" is also "child exploitation: investigations".</summary>
    internal static bool Means(string named, string title)
    {
        var (its, slug) = (NameBasedId.Slug(named), NameBasedId.Slug(title));
        return slug == its || slug.StartsWith($"{its}-", StringComparison.Ordinal);
    }
}
