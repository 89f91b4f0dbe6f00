using Oversight.Core;

namespace Oversight.Monitoring.Bodies;

/// <summary>What the stream of a body may be told; one for each contract that Monitoring listens to.</summary>
public abstract partial record BodyCommand
{
    private BodyCommand() { }

    public sealed record Register(string Name, string Service, string? Country, string? OnsCode, string? Cited) : BodyCommand;

    public sealed record AddName(string Name, string Kind, PartialDate? From, PartialDate? To, string? Cited) : BodyCommand;

    /// <param name="Phase"><c>engage</c>, <c>scan</c>, or null where the label is no phase of the present scheme.</param>
    public sealed record NoteMove(
        string? Phase, string Label, PartialDate EffectiveOn, PartialDate? Until, PartialDate? DecidedOn,
        string Reason, Standing Standing, Provenance Provenance) : BodyCommand;

    public sealed record NoteGrade(string Programme, string Area, string Grade, GradeRuling Ruling, Provenance Provenance) : BodyCommand;

    public sealed record NoteAudit(
        string Audit, string Programme, string Inspection, string Category, string Method,
        decimal Percent, decimal? HalfWidth, int? Sample, Standing Standing, Provenance Provenance) : BodyCommand;

    public sealed record NoteTimeline(PartialDate OccurredOn, string Kind, string Summary, Provenance Provenance) : BodyCommand;

    public sealed record NoteConflict(string FactId, string About, IReadOnlyList<Side> Sides) : BodyCommand;
}
