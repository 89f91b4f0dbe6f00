using Oversight.Core;

namespace Oversight.Ingestion.Facts;

/// <summary>What sources have said about a fact. The names and shapes are stored for ever.</summary>
public abstract partial record FactEvent
{
    private FactEvent()
    {
    }

    /// <summary>A source states a body's grade for one area of a programme.</summary>
    [EventName("ingestion.grade-claimed.v1")]
    public sealed record GradeClaimed(
        string Body, string Programme, string Area, Grade Grade, Provenance Provenance, Standing Standing) : FactEvent;

    /// <summary>A source states how much of the crime reported to a body it recorded.</summary>
    [EventName("ingestion.recording-audit-claimed.v1")]
    public sealed record RecordingAuditClaimed(
        string Body, string Inspection, string Programme, string Category, decimal Percent, decimal? HalfWidth, int? Sample,
        Provenance Provenance, Standing Standing) : FactEvent;

    /// <summary>A source states what share of a body's stop and search records showed reasonable grounds.</summary>
    [EventName("ingestion.stop-search-audit-claimed.v1")]
    public sealed record StopSearchAuditClaimed(
        string Body, string Inspection, string Programme, decimal Percent, int? Records, Provenance Provenance, Standing Standing) : FactEvent;

    /// <summary>A source states that a body moved into a phase; <paramref name="Phase"/> is null where its label is no phase of the present scheme.</summary>
    [EventName("ingestion.phase-move-claimed.v1")]
    public sealed record PhaseMoveClaimed(
        string Body, Phase? Phase, string Label, PartialDate EffectiveOn, PartialDate? Until, PartialDate? DecidedOn, string Reason,
        Provenance Provenance, Standing Standing) : FactEvent;

    /// <summary>A source states that something happened to or around a body.</summary>
    /// <param name="Kind">Such as <c>report</c>, <c>court</c> or <c>iopc</c>.</param>
    [EventName("ingestion.timeline-entry-claimed.v1")]
    public sealed record TimelineEntryClaimed(
        string Body, PartialDate OccurredOn, string Kind, string Summary, Provenance Provenance, Standing Standing) : FactEvent;

    /// <summary>Sources disagree about one fact; nothing is settled and all are kept. Each such event names all that differ by then.</summary>
    [EventName("ingestion.conflict-found.v1")]
    public sealed record ConflictFound(string Body, string FactId, string About, IReadOnlyList<DifferingClaim> Claims) : FactEvent;
}

/// <summary>The two phases of the present scheme of monitoring.</summary>
public enum Phase
{
    Scan,
    Engage,
}

/// <summary>One side of a conflict.</summary>
/// <param name="Value">What it says, in words.</param>
/// <param name="Provenance">Where it was read.</param>
public sealed record DifferingClaim(string Value, Provenance Provenance);
