using Oversight.Core;
using static Oversight.Ingestion.Facts.FactCommand;
using static Oversight.Ingestion.Facts.FactEvent;

namespace Oversight.Ingestion.Facts;

/// <summary>What is claimed about causes of concern: one stream for each cause and all that becomes of it.</summary>
public static class CauseFacts
{
    /// <summary>A cause under an inspection; the same title under a later one is another cause.</summary>
    public static string Cause(string body, string inspection, string title) =>
        $"cause/{body}/{NameBasedId.Slug(FactIds.Programme(inspection))}/{NameBasedId.Slug(title)}";

    /// <summary>The cause, or the area for improvement, that a step is about.</summary>
    public static string Subject(string body, string inspection, string title, CauseStep step) =>
        step is CauseStep.AfiRaised or CauseStep.AfiDischarged or CauseStep.AfiCarriedOver
            ? $"afi/{body}/{NameBasedId.Slug(FactIds.Programme(inspection))}/{NameBasedId.Slug(title)}"
            : Cause(body, inspection, title);

    // What can happen only once is one fact, of which sources may give different dates; what can happen again is told apart.
    private static string FactOf(ClaimCauseStep c) => $"{c.Stream}/{CauseSteps.Text(c.Step)}" + c.Step switch
    {
        CauseStep.Recommendation or CauseStep.RecommendationMet => $"/{NameBasedId.Slug(c.Recommendation ?? "")}",
        CauseStep.ReIssued or CauseStep.AfiCarriedOver => $"/{NameBasedId.Slug(c.Under ?? "")}",
        CauseStep.Disputed => $"/{NameBasedId.Slug(c.By ?? "")}",
        CauseStep.PlanRequested or CauseStep.PlanReceived or CauseStep.Revisited or CauseStep.StillOpen => $"/{c.On?.ToString() ?? "undated"}",
        _ => "",
    };

    internal static FactEvent[] Keep(ClaimCause c, Fact fact) => fact.Keep(c, c.Stream, $"Cause of concern {c.Title} ({c.Inspection})",
        new Statement.IsCause(c.RaisedOn, c.Accelerated, c.Recommendations),
        FactIds.Claim(c.Stream, c.From, c.RaisedOn?.ToString(), c.Accelerated.ToString(), FactIds.Number(c.Recommendations), c.Note),
        (source, standing) => new CauseClaimed(
            c.Body, c.Title, c.Inspection, FactIds.Programme(c.Inspection), c.RaisedOn, c.Accelerated, c.Recommendations, c.Note, source, standing));

    internal static FactEvent[] Keep(ClaimCauseStep c, Fact fact)
    {
        var kept = fact.Keep(c, FactOf(c), About(c, c.Step),
            new Statement.IsCauseStep(c.On, c.Due),
            FactIds.Claim(FactOf(c), c.From, c.On?.ToString(), c.Recommendation, c.Due, c.By, c.Under, c.GrownFrom, c.Note),
            (source, standing) => new CauseStepClaimed(
                c.Body, c.Stream, c.Title, c.Inspection, FactIds.Programme(c.Inspection), c.Step, c.On,
                c.Recommendation, c.Due, c.By, c.Under, c.GrownFrom, c.Note, source, standing));
        return kept is [CauseStepClaimed { Step: CauseStep.StillOpen, On: { } on, Provenance: var source }, ..]
            && fact.ConflictAbout(Closing(c.Stream), c.Body, About(c, CauseStep.Closed), new Statement.IsStillOpen(on), source) is { } conflict ? [.. kept, conflict] : kept;
    }

    /// <summary>The fact of a cause's closing, of which a source that finds it still open later speaks too.</summary>
    internal static string Closing(string cause) => $"{cause}/{CauseSteps.Text(CauseStep.Closed)}";

    private static string About(ClaimCauseStep c, CauseStep step) => $"{c.Title} ({c.Inspection}): {CauseSteps.Text(step)}";
}

public abstract partial record Statement
{
    /// <summary>A cause of concern was raised.</summary>
    public sealed record IsCause(PartialDate? RaisedOn, Acceleration Accelerated, int? Recommendations) : Statement
    {
        /// <inheritdoc/>
        public override string InWords => $"raised {RaisedOn?.ToString() ?? "on a day not given"}"
            + (Accelerated switch { Acceleration.Yes => ", accelerated", Acceleration.No => ", not accelerated", _ => "" })
            + (Recommendations is null ? "" : $", {Recommendations} recommendations");

        internal override Comparison To(Statement earlier)
        {
            var other = (IsCause)earlier;
            return Of(RaisedOn, other.RaisedOn) | Of(Recommendations, other.Recommendations)
                | (Of(Accelerated != Acceleration.Unknown, other.Accelerated != Acceleration.Unknown)
                    ?? (Accelerated == other.Accelerated ? Comparison.Same : Comparison.Otherwise));
        }
    }

    /// <summary>A step was taken; the fact's own id says which.</summary>
    public sealed record IsCauseStep(PartialDate? On, string? Due) : Statement
    {
        /// <inheritdoc/>
        public override string InWords => $"{On?.ToString() ?? "no date"}{(Due is null ? "" : $", due {Due}")}";

        internal override Comparison To(Statement earlier)
        {
            if (earlier is IsStillOpen open)
            {
                return open.To(this);
            }

            var other = (IsCauseStep)earlier;
            return Of(On, other.On) | (Of(Due is not null, other.Due is not null)
                ?? (string.Equals(Due, other.Due, StringComparison.OrdinalIgnoreCase) ? Comparison.Same : Comparison.Otherwise));
        }
    }
    /// <summary>A cause of concern was still open on a day, whatever is said of its closing before.</summary>
    public sealed record IsStillOpen(PartialDate On) : Statement
    {
        /// <inheritdoc/>
        public override string InWords => $"still open on {On}";

        internal override Comparison To(Statement earlier) =>
            earlier is IsCauseStep { On: { } closed } && closed.Last < On.First ? Comparison.Otherwise : Comparison.Same;
    }
}
