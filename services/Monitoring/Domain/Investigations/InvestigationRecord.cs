using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Trails;

namespace Oversight.Monitoring.Investigations;

/// <summary>What is done in an investigation, about in the order in which it is done.</summary>
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

/// <summary>What a source says of a step.</summary>
public sealed record InvestigationSaid(string Case, InvestigationStep Step, PartialDate On, string? Value, string? With, string Note) : ISaid<InvestigationSaid>, IWorded<InvestigationSaid>
{
    /// <summary>A case has one of these only.</summary>
    internal bool IsOnce => Step is InvestigationStep.Referred or InvestigationStep.Assessed or InvestigationStep.Form;

    string ISaid<InvestigationSaid>.InWords => $"{On}{(IsOnce && Value is not null ? $", {Value}" : "")}";

    bool ISaid<InvestigationSaid>.Contradicts(InvestigationSaid other) => Sides.Differ(On, other.On) || (IsOnce && Value is not null && other.Value is not null && Value != other.Value);

    InvestigationSaid IWorded<InvestigationSaid>.Read(Wording words) => this with { Note = words.Of(Note) };
}

/// <summary>All that sources state of investigations that concern a force.</summary>
/// <param name="Id">The force.</param>
public sealed record InvestigationRecord(string Id, IReadOnlyList<Backed<InvestigationSaid>> Steps)
{
    public static InvestigationRecord Empty(string id) => new(id, []);

    public static InvestigationRecord Evolve(InvestigationRecord record, Recorded recorded) => recorded.Event is BodyEvent.InvestigationStepNoted e
        ? record with { Steps = record.Steps.And(new(e.Case, e.Step, e.On, e.Value, e.With, e.Note), recorded.Said(e.Provenance)) }
        : record;

    /// <summary>Folds a whole stream.</summary>
    public static InvestigationRecord Fold(string body, IEnumerable<Recorded> events) => events.Aggregate(Empty(body), Evolve);
}
