using System.Diagnostics;
using JasperFx.Events;
using Oversight.Contracts;
using Oversight.Contracts.Ingestion.V1;
using Oversight.Contracts.Monitoring.V1;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Decisions;

namespace Oversight.Monitoring;

/// <summary>Which facts of this service are public, and in what words.</summary>
internal static class Publishing
{
    public static IEnumerable<IContract> ToContracts(IEvent stored) => stored.Data is BodyEvent @event ? Contracts(stored.StreamKey!, @event) : [];

    public static IEnumerable<IContract> Contracts(string body, BodyEvent @event) => @event switch
    {
        BodyEvent.MovedToEngage e =>
            [new MovedToEngage(body, e.EffectiveOn.ToString(), e.DecidedOn?.ToString(), e.Reason, Source(e.Provenance, e.Standing))],
        BodyEvent.ReturnedToScan e =>
            [new ReturnedToScan(body, e.EffectiveOn.ToString(), e.DecidedOn?.ToString(), e.Reason, Source(e.Provenance, e.Standing))],
        BodyEvent.DeadlineMissed e =>
            [new DeadlineMissed(body, e.Kind, e.Id, e.About, e.Owner, Day(e.LastDay), Day(e.NoticedOn), e.Claims)],

        BodyEvent.CauseNoted e =>
            [new CauseOpened(body, e.Cause, e.Title, e.Inspection, e.RaisedOn?.ToString(), NameBasedId.Slug(e.Accelerated.ToString()), e.Recommendations, Source(e.Provenance, e.Standing))],
        BodyEvent.CauseStepNoted { Step: CauseStep.Closed } e =>
            [new CauseClosed(body, e.Cause, e.Title, e.Inspection, e.On?.ToString(), e.By, Source(e.Provenance, e.Standing))],
        BodyEvent.CauseStepNoted => [], // Ingestion said it.
        IDecided => Decided.Contracts(body, @event),

        // What others said is theirs to say again.
        BodyEvent.EngageStepNoted or BodyEvent.ReportResponseNoted or BodyEvent.InvestigationStepNoted or BodyEvent.LinkNoted => [],
        BodyEvent.BodyRegistered or BodyEvent.BodyNamed or BodyEvent.PhaseQuoted or BodyEvent.GradeNoted or BodyEvent.AuditNoted or BodyEvent.PracticeNoted or BodyEvent.FindingNoted
            or BodyEvent.TimelineNoted or BodyEvent.ConflictNoted or BodyEvent.SettlementNoted or BodyEvent.AnnotationNoted
            or BodyEvent.SuccessionNoted or BodyEvent.RenameNoted or BodyEvent.JointInspectionNoted => [],
        BodyEvent.PromptRaised e => [new PromptRaised(body, e.PromptId, e.Rulebook, e.Rule, e.On.ToString("yyyy-MM-dd", null), e.Because, e.Clears,
            [.. e.Evidence.Select(evidence => new PromptEvidence(evidence.FactId, evidence.ClaimId, evidence.Says, evidence.Cited, evidence.PublishedOn?.ToString()))])],
        BodyEvent.PromptCleared e => [new PromptCleared(body, e.PromptId, e.On.ToString("yyyy-MM-dd", null), e.Because)],
        _ => throw new UnreachableException(),
    };

    private static string Day(DateOnly day) => PartialDate.On(day).ToString();

    private static Source Source(Provenance provenance, Standing standing) => new(
        provenance.ClaimId, provenance.FactId, provenance.Revision, provenance.Cited, provenance.Submission, provenance.Line,
        provenance.PublishedOn?.ToString(), NameBasedId.Slug(standing.ToString()));
}
