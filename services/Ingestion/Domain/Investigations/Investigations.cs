using Oversight.Core;

namespace Oversight.Ingestion.Facts;

/// <summary>What is done in an investigation by the police complaints body.</summary>
public enum InvestigationStep
{
    Referred,
    Assessed,
    Form,
    FormChanged,
    Combined,
    Split,
    Concluded,
    Review,
    Proceedings,
    Outcome,
}

public abstract partial record FactCommand
{
    /// <summary>A step of an investigation.</summary>
    /// <param name="Value">In which way, of those that the step knows.</param>
    /// <param name="With">The other case, where cases are combined or split.</param>
    public sealed record ClaimInvestigationStep(
        string Body, string Case, InvestigationStep Step, PartialDate On, string? Value, string? With, string Note, ReadFrom From) : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => $"investigation/{Body}/{NameBasedId.Slug(Case)}";
    }
}

public abstract partial record FactEvent
{
    /// <summary>A source states a step of an investigation.</summary>
    [EventName("ingestion.investigation-step-claimed.v1")]
    public sealed record InvestigationStepClaimed(
        string Body, string Case, InvestigationStep Step, PartialDate On, string? Value, string? With, string Note,
        Provenance Provenance, Standing Standing) : FactEvent;
}

internal static class Investigations
{
    extension(Fact fact)
    {
        public FactEvent[] Keep(FactCommand.ClaimInvestigationStep c) => fact.Keep(
            c, fact.Step(Kind(c), c.On, IsOnce(c.Step) ? Steps.Once : Steps.AnyTime), $"{c.Case}: {c.Step.Word}",
            Said(c.Step, c.On, c.Value),
            FactIds.Claim(Kind(c), c.From, c.On.ToString(), c.Value, c.With, c.Note),
            (source, standing) => new FactEvent.InvestigationStepClaimed(c.Body, c.Case, c.Step, c.On, c.Value, c.With, c.Note, source, standing));
    }

    public static Statement Statement(FactEvent.InvestigationStepClaimed e) => Said(e.Step, e.On, e.Value);

    private static Statement.IsStep Said(InvestigationStep step, PartialDate on, string? value) => new(on, IsOnce(step) ? value : null);

    // Several people of one case may meet different conclusions, hearings and outcomes; these differ and do not contradict.
    private static string Kind(FactCommand.ClaimInvestigationStep c)
    {
        var which = IsOnce(c.Step) ? null : c.With ?? c.Value;
        return $"{c.Stream}/{c.Step.Word}/{(which is null ? "" : NameBasedId.Slug(which) + "/")}";
    }

    private static bool IsOnce(InvestigationStep step) => step is InvestigationStep.Referred or InvestigationStep.Assessed or InvestigationStep.Form;
}
