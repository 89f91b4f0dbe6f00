using Oversight.Core;

namespace Oversight.Ingestion.Facts;

/// <summary>What section 55 of the Police Act 1996 asks for once a report about a force is published.</summary>
public enum ResponseStep
{
    Published,
    CommentsInvited,
    ChiefOfficerComments,
    ResponsePublished,
    CopiesSent,
}

public abstract partial record FactCommand
{
    /// <summary>A step from a report about a force to its local policing body's answer.</summary>
    /// <param name="SameFindingsAs">For a national report: the force's own one with the same findings, whose answer is enough.</param>
    public sealed record ClaimReportResponse(
        string Body, string Report, ResponseStep Step, PartialDate On, string? By, string? SameFindingsAs, ReadFrom From) : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => $"section-55/{Body}/{NameBasedId.Slug(Report)}";
    }
}

public abstract partial record FactEvent
{
    /// <summary>A source dates a step from a report about a force to its local policing body's answer.</summary>
    [EventName("ingestion.report-response-claimed.v1")]
    public sealed record ReportResponseClaimed(
        string Body, string Report, ResponseStep Step, PartialDate On, string? By, string? SameFindingsAs,
        Provenance Provenance, Standing Standing) : FactEvent;
}

internal static class ReportResponses
{
    extension(Fact fact)
    {
        public FactEvent[] Keep(FactCommand.ClaimReportResponse c) => fact.Keep(
            c, fact.Step($"{c.Stream}/{c.Step.Word}/", c.On, Steps.Once), $"{c.Report}: {c.Step.Word}", new Statement.IsStep(c.On, null),
            FactIds.Claim($"{c.Stream}/{c.Step.Word}", c.From, c.On.ToString(), c.By, c.SameFindingsAs),
            (source, standing) => new FactEvent.ReportResponseClaimed(c.Body, c.Report, c.Step, c.On, c.By, c.SameFindingsAs, source, standing));
    }
}
