using Oversight.Core;

namespace Oversight.Ingestion.Facts;

/// <summary>What is done around and inside a stay in Engage.</summary>
public enum EngageStep
{
    Recommended,
    Considered,
    Decided,
    LetterSent,
    Published,
    ParliamentTold,
    ReportPublished,
    ImprovementPlan,
    MilestonePlan,
    PpogPlanned,
    Ppog,
    FpogPlanned,
    Fpog,
    CauseAdded,
    CauseClosed,
    Revisited,
    ExitRecommended,
    ExitDecided,
    Exit,
}

public abstract partial record FactCommand
{
    /// <summary>A step around or inside a stay in Engage.</summary>
    public sealed record ClaimEngageStep(
        string Body, EngageStep Step, PartialDate On, string? By, string Detail, string? Cause, ReadFrom From) : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => $"engage-step/{Body}";
    }
}

public abstract partial record FactEvent
{
    /// <summary>A source states that a step was taken around or inside a stay in Engage.</summary>
    [EventName("ingestion.engage-step-claimed.v1")]
    public sealed record EngageStepClaimed(
        string Body, EngageStep Step, PartialDate On, string? By, string Detail, string? Cause, Provenance Provenance, Standing Standing) : FactEvent;
}

internal static class EngageSteps
{
    extension(Fact fact)
    {
        public FactEvent[] Keep(FactCommand.ClaimEngageStep c) => fact.Keep(
            c, fact.Step(Kind(c), c.On, Apart(c.Step)), $"{c.Step.Word}{(c.Cause is null ? "" : $": {c.Cause}")}", new Statement.IsStep(c.On, null),
            FactIds.Claim(Kind(c), c.From, c.On.ToString(), c.By, c.Detail),
            (source, standing) => new FactEvent.EngageStepClaimed(c.Body, c.Step, c.On, c.By, c.Detail, c.Cause, source, standing));
    }

    private static string Kind(FactCommand.ClaimEngageStep c) =>
        $"{c.Stream}/{c.Step.Word}/{(c.Cause is null ? "" : NameBasedId.Slug(c.Cause) + "/")}";

    // Letters and reports follow each other closely; what happens once in a stay is dated differently by days or weeks.
    private static int Apart(EngageStep step) => step is EngageStep.Recommended or EngageStep.Considered or EngageStep.Decided
        or EngageStep.CauseAdded or EngageStep.CauseClosed or EngageStep.ExitRecommended or EngageStep.ExitDecided or EngageStep.Exit
        ? Moves.MostDaysApart : Steps.AnyTime;
}
