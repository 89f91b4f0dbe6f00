using System.Diagnostics;
using JasperFx.Events;
using Oversight.Contracts;
using Oversight.Core;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Lineage;
using Oversight.Ingestion.Register;
using Said = Oversight.Contracts.Ingestion.V1;

namespace Oversight.Ingestion;

/// <summary>Which facts of this service the others hear of, and in what words.</summary>
internal static class Publishing
{
    /// <summary>How far a submission has been read is nobody else's business, and its refused rows make for long reading.</summary>
    public static IReadOnlyList<Type> Said { get; } = [.. EventNames<RegisterEvent>.Types.Values, .. EventNames<FactEvent>.Types.Values];

    public static IEnumerable<IContract> ToContracts(IEvent stored) => stored.Data switch
    {
        RegisterEvent @event => [Contract(@event)],
        FactEvent @event => [Contract(@event), .. ToTheOtherBody(@event)],
        _ => throw new UnreachableException(),
    };

    public static IContract Contract(RegisterEvent @event) => @event switch
    {
        RegisterEvent.BodyRegistered e => new Said.BodyRegistered(e.Body, e.Name, Word(e.Service), e.Country, e.OnsCode, e.Cited),
        RegisterEvent.BodyNamed e => new Said.BodyNamed(e.Body, e.Name, Word(e.Kind), e.From?.ToString(), e.To?.ToString(), e.Cited),
        _ => throw new UnreachableException(),
    };

    public static IContract Contract(FactEvent @event) => @event switch
    {
        FactEvent.GradeClaimed e => new Said.GradeReported(e.Body, e.Programme, e.Area, Grades.Text(e.Grade), Source(e.Provenance, e.Standing)),
        FactEvent.RecordingAuditClaimed e => new Said.RecordingAuditReported(
            e.Body, e.Inspection, e.Programme, e.Category, e.Percent, e.HalfWidth, e.Sample, Source(e.Provenance, e.Standing)),
        FactEvent.StopSearchAuditClaimed e => new Said.StopSearchAuditReported(
            e.Body, e.Inspection, e.Programme, e.Percent, e.Records, Source(e.Provenance, e.Standing)),
        FactEvent.PhaseMoveClaimed e => new Said.PhaseMoveReported(
            e.Body, e.Phase is { } phase ? Word(phase) : null, e.Label, e.EffectiveOn.ToString(), e.Until?.ToString(), e.DecidedOn?.ToString(), e.Reason,
            Source(e.Provenance, e.Standing)),
        FactEvent.TimelineEntryClaimed e => new Said.TimelineEntryReported(
            e.Body, e.OccurredOn.ToString(), e.Kind, e.Summary, Source(e.Provenance, e.Standing)),
        FactEvent.CauseClaimed e => new Said.CauseReported(
            e.Body, e.Provenance.FactId, e.Title, e.Inspection, e.Programme, e.RaisedOn?.ToString(), Word(e.Accelerated), e.Recommendations, e.Note,
            Source(e.Provenance, e.Standing)),
        FactEvent.CauseStepClaimed e => new Said.CauseStepReported(
            e.Body, e.Cause, e.Title, e.Inspection, e.Programme, CauseSteps.Text(e.Step), e.On?.ToString(),
            e.Recommendation, e.Due, e.By, e.Under, e.GrownFrom, e.Note, Source(e.Provenance, e.Standing)),
        FactEvent.PracticeClaimed e => new Said.PracticeReported(e.Body, e.Practice, e.Label, e.Inspection, e.Programme, Source(e.Provenance, e.Standing)),
        FactEvent.PracticeAdoptionClaimed e => new Said.PracticeAdoptionReported(
            e.Body, e.Practice, e.Inspection, e.Programme, e.AdoptedBy, e.On?.ToString(), Source(e.Provenance, e.Standing)),
        FactEvent.FindingClaimed e => new Said.FindingReported(
            e.Body, e.Inspection, e.Programme, e.Topic, e.Standard, e.Count, e.OutOf, e.Percent, e.Text, Source(e.Provenance, e.Standing)),
        FactEvent.EngageStepClaimed e => new Said.EngageStepReported(
            e.Body, e.Step.Word, e.On.ToString(), e.By, e.Detail, e.Cause, Source(e.Provenance, e.Standing)),
        FactEvent.ReportResponseClaimed e => new Said.ReportResponseReported(
            e.Body, e.Report, e.Step.Word, e.On.ToString(), e.By, e.SameFindingsAs, Source(e.Provenance, e.Standing)),
        FactEvent.InvestigationStepClaimed e => new Said.InvestigationStepReported(
            e.Body, e.Case, e.Step.Word, e.On.ToString(), e.Value, e.With, e.Note, Source(e.Provenance, e.Standing)),
        FactEvent.LinkClaimed e => new Said.LinkReported(e.Body, e.Of, e.Relation.Word, e.To, Source(e.Provenance, e.Standing)),
        FactEvent.BodySucceeded e => new Said.BodySucceeded(
            e.Body, e.Body, e.Successor, e.Formed, e.LawOn.ToString(), e.InUseOn?.ToString(), e.Note, Source(e.Provenance, e.Standing)),
        FactEvent.BodyRenamed e => new Said.BodyRenamed(
            e.Body, e.FormerName, e.Name, e.LawOn?.ToString(), e.InUseOn?.ToString(), e.Note, Source(e.Provenance, e.Standing)),
        FactEvent.BodiesInspectedJointly e => new Said.BodiesInspectedJointly(
            e.Body, e.Other, e.Inspection, e.On.ToString(), e.Note, Source(e.Provenance, e.Standing)),
        FactEvent.ConflictFound e => new Said.ConflictFound(e.Body, e.FactId, e.About,
            [.. e.Claims.Select(claim => new Said.DifferingClaim(claim.Value, Source(claim.Provenance, Standing.Differs)))]),
        FactEvent.ConflictSettled e => Settlements.Told.Settled(e),
        FactEvent.ConflictReopened e => Settlements.Told.Reopened(e),
        FactEvent.FactAnnotated { Annotation: var noted } e => new Said.FactAnnotated(
            e.Body, noted.FactId, noted.What.Word, noted.On.ToString(), noted.By, noted.Detail, noted.Before, noted.After, Source(noted.Provenance, Standing.First)),
        _ => throw new UnreachableException(),
    };

    // What happened to two bodies is told to each.
    private static IEnumerable<IContract> ToTheOtherBody(FactEvent @event) => Contract(@event) switch
    {
        Said.BodySucceeded succeeded => [succeeded with { Body = succeeded.Successor }],
        Said.BodiesInspectedJointly jointly => [jointly with { Body = jointly.With, With = jointly.Body }],
        Said.ConflictSettled settled when LineageFacts.OtherBody(settled.FactId) is { } other => [settled with { Body = other }],
        Said.ConflictReopened reopened when LineageFacts.OtherBody(reopened.FactId) is { } other => [reopened with { Body = other }],
        Said.FactAnnotated noted when LineageFacts.OtherBody(noted.FactId) is { } other => [noted with { Body = other }],
        _ => [],
    };

    private static Said.Source Source(Provenance source, Standing standing) => new(
        source.ClaimId, source.FactId, source.Revision, source.Cited, source.Submission, source.Line, source.PublishedOn?.ToString(), Word(standing));

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();
}
