using System.Diagnostics;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Decisions;
using Oversight.Monitoring.Phases;
using static Oversight.Monitoring.Bodies.BodyEvent;

namespace Oversight.Monitoring.Records;

/// <summary>An event as the store has it.</summary>
/// <param name="Event">What was learned.</param>
/// <param name="RecordedAt">When the store took it.</param>
/// <param name="Version">Its place in the body's stream.</param>
public sealed record Recorded(BodyEvent Event, DateTimeOffset RecordedAt, long Version)
{
    /// <summary>What it says, with the source that it names.</summary>
    public Evidence Said(Provenance provenance, PartialDate? decidedOn = null, string? reason = null) =>
        new(provenance, RecordedAt, Version, decidedOn, reason);
}

/// <summary>Folds the stream of a body into its record.</summary>
public static class BodyRecords
{
    /// <summary>How many sources that say the same are listed one by one.</summary>
    public const int MostSources = 4;

    public static BodyRecord Fold(string body, IEnumerable<Recorded> events) => events.Aggregate(BodyRecord.Empty(body), Evolve);

    public static BodyRecord Evolve(BodyRecord record, Recorded recorded)
    {
        return recorded.Event switch
        {
            BodyRegistered e => record with
            {
                Registrations = [.. record.Registrations, new(e.Name, e.Service, e.Country, e.OnsCode, e.Cited, recorded.RecordedAt)],
            },
            BodyNamed e => record.Names.Any(name => (name.Name, name.Kind, name.From, name.To) == (e.Name, e.Kind, e.From, e.To)) ? record
                : record with { Names = [.. record.Names, new(e.Name, e.Kind, e.From, e.To, e.Cited, recorded.RecordedAt)] },
            MovedToEngage e => record with
            {
                Moves = record.Moves.And(new(Phase.Engage, e.EffectiveOn), recorded.Said(e.Provenance, e.DecidedOn, e.Reason)),
            },
            ReturnedToScan e => record with
            {
                Moves = record.Moves.And(new(Phase.Scan, e.EffectiveOn), recorded.Said(e.Provenance, e.DecidedOn, e.Reason)),
            },
            PhaseQuoted e => record with { Labels = record.Labels.And(new(e.Label, e.From, e.Until), recorded.Said(e.Provenance, null, e.Reason)) },
            ConflictNoted e => record with
            {
                Conflicts = e.Sides.Aggregate(record.Conflicts, (sides, side) =>
                    sides.And(new(e.FactId, e.About, side.Value), recorded.Said(side.Provenance))),
            },
            IDecided => DecidedMove.Of(recorded) is var (move, source) ? record with { Moves = record.Moves.And(move, source) } : record,

            // Kept in views of their own, or read from the stream for the timeline.
            CauseNoted or CauseStepNoted or EngageStepNoted or ReportResponseNoted or InvestigationStepNoted or LinkNoted or DeadlineMissed
                or SettlementNoted or AnnotationNoted or SuccessionNoted or RenameNoted or JointInspectionNoted or PromptRaised or PromptCleared
                or GradeNoted or AuditNoted or TimelineNoted or PracticeNoted or FindingNoted => record,
            _ => throw new UnreachableException(),
        };
    }
}
