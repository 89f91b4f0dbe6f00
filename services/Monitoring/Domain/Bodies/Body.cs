using System.Collections.Immutable;
using System.Diagnostics;
using Oversight.Core;
using Oversight.Monitoring.Decisions;
using Oversight.Monitoring.Lineage;
using Oversight.Monitoring.Prompts;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Trails;
using Oversight.Monitoring.Causes;
using static Oversight.Monitoring.Bodies.BodyCommand;
using static Oversight.Monitoring.Bodies.BodyEvent;

namespace Oversight.Monitoring.Bodies;

/// <summary>What has been taken in about one body, so that nothing is taken twice.</summary>
/// <remarks>
/// No command needs the body to be registered: grades and the register come from different services, and either may be first.
/// Nor is a phase kept here: which one holds depends on the times a reader asks about.
/// </remarks>
/// <param name="Registered">The particulars in the register; null until they arrive.</param>
/// <param name="Taken">A key for every claim and name taken in.</param>
/// <param name="Reviewed">What rules look at, and what they saw.</param>
public sealed record Body(BodyRegistered? Registered, ImmutableHashSet<Guid> Taken, Reviewed Reviewed)
{
    /// <summary>What people decided about its moves.</summary>
    public BodyDecisions Decisions { get; init; } = BodyDecisions.None;

    /// <summary>Where it comes from and what became of it, so that nobody moves a body that is not there.</summary>
    public BodyLineage Lineage { get; init; } = BodyLineage.Empty("");

    /// <summary>What was settled and said of that later.</summary>
    public Trail Trail { get; init; } = Trail.Empty("", "");

    public static readonly Body Initial = new(null, [], Reviewed.Nothing);

    public static readonly Decider<Body, BodyCommand, BodyEvent> Decider = new(Initial, Decide, Evolve);

    public static BodyEvent[] Decide(BodyCommand command, Body body)
    {
        if (command is Review review)
        {
            return body.Reviewed.Decide(review);
        }

        if (command is IDecide)
        {
            return BodyDecisions.Decide(command, body);
        }

        BodyEvent said = command switch
        {
            Register c => new BodyRegistered(c.Name, c.Service, c.Country, c.OnsCode, c.Cited),
            AddName c => new BodyNamed(c.Name, c.Kind, c.From, c.To, c.Cited),
            NoteMove { Phase: "engage" } c => new MovedToEngage(c.EffectiveOn, c.DecidedOn, c.Reason, c.Standing, c.Provenance),
            NoteMove { Phase: "scan" } c => new ReturnedToScan(c.EffectiveOn, c.DecidedOn, c.Reason, c.Standing, c.Provenance),
            NoteMove { Phase: null } c => new PhaseQuoted(c.Label, c.EffectiveOn, c.Until, c.Reason, c.Provenance),
            NoteMove c => throw new RejectedException("monitoring.phase-unknown", $"'{c.Phase}' is no phase; the phases are engage and scan."),
            NoteGrade c => new GradeNoted(c.Programme, c.Area, c.Grade, c.Ruling, c.Provenance),
            NoteAudit c => new AuditNoted(
                c.Audit, c.Programme, c.Inspection, c.Category, c.Method, c.Percent, c.HalfWidth, c.Sample, c.Standing, c.Provenance),
            NoteTimeline c => new TimelineNoted(c.OccurredOn, c.Kind, c.Summary, c.Provenance),
            NotePractice c => new PracticeNoted(c.Practice, c.Label, c.Inspection, c.Programme, c.Provenance),
            NoteFinding c => new FindingNoted(c.Inspection, c.Programme, c.Topic, c.Standard, c.Count, c.OutOf, c.Percent, c.Text, c.Provenance),
            NoteCause c => NotedCauses.Note(c),
            NoteCauseStep c => NotedCauses.Note(c),
            NoteSuccession c => new SuccessionNoted(c.Predecessor, c.Successor, c.Formed, c.LawOn, c.InUseOn, c.Note, c.Provenance),
            NoteRename c => new RenameNoted(c.FormerName, c.Name, c.LawOn, c.InUseOn, c.Note, c.Provenance),
            NoteJointInspection c => new JointInspectionNoted(c.With, c.Inspection, c.On, c.Note, c.Provenance),
            NoteSettlement c => new SettlementNoted(c.About, c.Settling),
            NoteAnnotation c => new AnnotationNoted(c.Annotation),
            NoteConflict c => new ConflictNoted(c.FactId, c.About, c.Sides),
            NoteEngageStep c => new EngageStepNoted(c.Step, c.On, c.By, c.Detail, c.Cause, c.Standing, c.Provenance),
            NoteReportResponse c => new ReportResponseNoted(c.Report, c.Step, c.On, c.By, c.SameFindingsAs, c.Standing, c.Provenance),
            NoteInvestigationStep c => new InvestigationStepNoted(c.Case, c.Step, c.On, c.Value, c.With, c.Note, c.Standing, c.Provenance),
            NoteLink c => new LinkNoted(c.Of, c.Relation, c.To, c.Provenance),
            MissDeadline c => DeadlineMissed.Of(c),
            _ => throw new UnreachableException(),
        };

        return said is BodyRegistered registered
            ? registered == body.Registered ? [] : [registered]
            : Keys(said).All(body.Taken.Contains) ? [] : [said];
    }

    public static Body Evolve(Body body, BodyEvent @event) => @event switch
    {
        BodyRegistered registered => body with { Registered = registered },
        PromptRaised or PromptCleared => body with { Reviewed = body.Reviewed.With(@event) },
        IDecided => body with { Decisions = body.Decisions.Evolve(@event) },
        SuccessionNoted => Taking(body, @event) with { Lineage = BodyLineage.Evolve(body.Lineage, Told(@event), int.MaxValue) },
        SettlementNoted or AnnotationNoted => Taking(body, @event) with { Trail = TrailEntries.Evolve(body.Trail, Told(@event)) },
        _ => Taking(body, @event),
    };

    private static Recorded Told(BodyEvent @event) => new(@event, default, 0);

    private static Body Taking(Body body, BodyEvent @event) => body with { Reviewed = body.Reviewed.With(@event), Taken = body.Taken.Union(Keys(@event)) };

    // Grading may come back to a claim with another ruling, and a claim may be one side of several conflicts: neither is said twice.
    private static IEnumerable<Guid> Keys(BodyEvent said) => said switch
    {
        IClaimed e => [e.Provenance.ClaimId],
        BodyNamed e => [NameBasedId.Of(e.Name, e.Kind, e.From?.ToString(), e.To?.ToString())],
        GradeNoted e => [NameBasedId.Of(e.Provenance.ClaimId.ToString(), e.Ruling.ToString())],
        AuditNoted e => [NameBasedId.Of(e.Provenance.ClaimId.ToString(), e.Standing.ToString())],
        DeadlineMissed e => [e.Key],
        SettlementNoted e => [NameBasedId.Of("settled", e.Settling.FactId, $"{e.Settling.Round}")],
        ConflictNoted e => e.Sides.Select(side => NameBasedId.Of(e.FactId, side.Provenance.ClaimId.ToString())),
        _ => throw new UnreachableException(),
    };
}
