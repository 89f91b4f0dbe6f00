using Oversight.Core;

namespace Oversight.Monitoring.Bodies;

/// <summary>What was learned about the oversight status of one body. These shapes are stored for ever: add, never edit.</summary>
public abstract partial record BodyEvent
{
    private BodyEvent() { }

    /// <summary>The register of bodies lists it, or lists it anew with other particulars.</summary>
    [EventName("monitoring.body-registered.v1")]
    public sealed record BodyRegistered(string Name, string Service, string? Country, string? OnsCode, string? Cited) : BodyEvent;

    /// <summary>It is, or was, known by another name.</summary>
    /// <param name="Name">The other name.</param>
    /// <param name="Kind"><c>alias</c>, <c>former</c>, <c>press</c> or <c>welsh</c>.</param>
    /// <param name="From">Since when it is called so.</param>
    /// <param name="To">Until when it was called so.</param>
    [EventName("monitoring.body-named.v1")]
    public sealed record BodyNamed(string Name, string Kind, PartialDate? From, PartialDate? To, string? Cited) : BodyEvent;

    /// <summary>A source puts it into Engage; claims about one move share their provenance's fact id.</summary>
    [EventName("monitoring.moved-to-engage.v1")]
    public sealed record MovedToEngage(
        PartialDate EffectiveOn, PartialDate? DecidedOn, string Reason, Standing Standing, Provenance Provenance) : BodyEvent, IClaimed;

    /// <summary>A source puts it back into Scan; claims about one move share their provenance's fact id.</summary>
    [EventName("monitoring.returned-to-scan.v1")]
    public sealed record ReturnedToScan(
        PartialDate EffectiveOn, PartialDate? DecidedOn, string Reason, Standing Standing, Provenance Provenance) : BodyEvent, IClaimed;

    /// <summary>A source gives it a label that is no phase of the present scheme; the label is kept as printed and never mapped.</summary>
    /// <param name="From">Since when, as the source says.</param>
    [EventName("monitoring.phase-quoted.v1")]
    public sealed record PhaseQuoted(string Label, PartialDate From, PartialDate? Until, string Reason, Provenance Provenance) : BodyEvent, IClaimed;

    /// <summary>Grading settled what a claim means for one of its grades.</summary>
    [EventName("monitoring.grade-noted.v1")]
    public sealed record GradeNoted(string Programme, string Area, string Grade, GradeRuling Ruling, Provenance Provenance) : BodyEvent, ISignal;

    /// <summary>Grading settled what a claim means for one of its audited figures.</summary>
    [EventName("monitoring.audit-noted.v1")]
    public sealed record AuditNoted(
        string Audit, string Programme, string Inspection, string Category, string Method,
        decimal Percent, decimal? HalfWidth, int? Sample, Standing Standing, Provenance Provenance) : BodyEvent, ISignal;

    /// <summary>Something happened to or around it.</summary>
    /// <param name="Kind">Such as <c>report</c>, <c>court</c> or <c>iopc</c>.</param>
    [EventName("monitoring.timeline-noted.v1")]
    public sealed record TimelineNoted(PartialDate OccurredOn, string Kind, string Summary, Provenance Provenance) : BodyEvent, IClaimed;

    /// <summary>Sources disagree about one fact; every side is kept.</summary>
    [EventName("monitoring.conflict-noted.v1")]
    public sealed record ConflictNoted(string FactId, string About, IReadOnlyList<Side> Sides) : BodyEvent;
}

/// <summary>Learned from one claim, and once only.</summary>
public interface IClaimed
{
    /// <summary>The claim.</summary>
    Provenance Provenance { get; }
}

/// <summary>Something that rules look at.</summary>
public interface ISignal;

/// <summary>One side of a conflict.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Provenance">Where it was read.</param>
public sealed record Side(string Value, Provenance Provenance);

/// <summary>What Grading made of a claim about a grade.</summary>
public enum GradeRuling
{
    Awarded,
    Supported,
    Revised,
    Contested,
}
