using System.Diagnostics;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Phases;
using static Oversight.Monitoring.Bodies.BodyEvent;

namespace Oversight.Monitoring.Records;

/// <summary>An event as the store has it.</summary>
/// <param name="Event">What was learned.</param>
/// <param name="RecordedAt">When the store took it.</param>
/// <param name="Version">Its place in the body's stream.</param>
public sealed record Recorded(BodyEvent Event, DateTimeOffset RecordedAt, long Version);

/// <summary>Folds the stream of a body into its record.</summary>
public static class BodyRecords
{
    /// <summary>How many sources that say the same are listed one by one.</summary>
    public const int MostSources = 8;

    public static BodyRecord Fold(string body, IEnumerable<Recorded> events, int mostSources = MostSources) =>
        events.Aggregate(BodyRecord.Empty(body), (record, recorded) => Evolve(record, recorded, mostSources));

    public static BodyRecord Evolve(BodyRecord record, Recorded recorded, int mostSources = MostSources)
    {
        return recorded.Event switch
        {
            BodyRegistered e => record with
            {
                Registrations = [.. record.Registrations, new(e.Name, e.Service, e.Country, e.OnsCode, e.Cited, recorded.RecordedAt)],
            },
            BodyNamed e => record with { Names = [.. record.Names, new(e.Name, e.Kind, e.From, e.To, e.Cited, recorded.RecordedAt)] },
            MovedToEngage e => record with
            {
                Moves = Add(record.Moves, new(Phase.Engage, e.EffectiveOn), Said(e.Provenance, e.DecidedOn, e.Reason)),
            },
            ReturnedToScan e => record with
            {
                Moves = Add(record.Moves, new(Phase.Scan, e.EffectiveOn), Said(e.Provenance, e.DecidedOn, e.Reason)),
            },
            PhaseQuoted e => record with { Labels = Add(record.Labels, new(e.Label, e.From, e.Until), Said(e.Provenance, null, e.Reason)) },
            ConflictNoted e => record with
            {
                Conflicts = e.Sides.Aggregate(record.Conflicts, (sides, side) =>
                    Add(sides, new(e.FactId, e.About, side.Value), Said(side.Provenance))),
            },
            GradeNoted or AuditNoted or TimelineNoted => record, // read from the stream, for the timeline only
            _ => throw new UnreachableException(),
        };

        Evidence Said(Provenance provenance, PartialDate? decidedOn = null, string? reason = null) =>
            new(provenance, recorded.RecordedAt, recorded.Version, decidedOn, reason);

        IReadOnlyList<Backed<T>> Add<T>(IReadOnlyList<Backed<T>> known, T value, Evidence source)
            where T : notnull
        {
            for (var i = 0; i < known.Count; i++)
            {
                if (known[i].Value.Equals(value))
                {
                    var with = known[i].With(source, mostSources);
                    return ReferenceEquals(with, known[i]) ? known : [.. known.Take(i), with, .. known.Skip(i + 1)];
                }
            }

            return [.. known, new(value, [source])];
        }
    }
}
