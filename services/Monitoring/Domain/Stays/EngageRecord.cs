using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Stays;

/// <summary>What a source says of a step.</summary>
public sealed record StepSaid(EngageStep Step, PartialDate On, string? By, string Detail, string? Cause) : IWorded<StepSaid>
{
    StepSaid IWorded<StepSaid>.Read(Wording words) => this with { Detail = words.Of(Detail) };
}

/// <summary>Every step that sources state of a body's stays in Engage.</summary>
/// <param name="Id">The body.</param>
public sealed record EngageRecord(string Id, IReadOnlyList<Backed<StepSaid>> Steps)
{
    public static EngageRecord Empty(string id) => new(id, []);

    public static EngageRecord Evolve(EngageRecord record, Recorded recorded) => recorded.Event is BodyEvent.EngageStepNoted e
        ? record with { Steps = record.Steps.And(new(e.Step, e.On, e.By, e.Detail, e.Cause), recorded.Said(e.Provenance)) }
        : record;

    /// <summary>Folds a whole stream.</summary>
    public static EngageRecord Fold(string body, IEnumerable<Recorded> events) => events.Aggregate(Empty(body), Evolve);
}
