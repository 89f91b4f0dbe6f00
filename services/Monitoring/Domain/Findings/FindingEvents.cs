using Oversight.Core;

namespace Oversight.Monitoring.Bodies;

public abstract partial record BodyCommand
{
    public sealed record NotePractice(string Practice, string? Label, string Inspection, string Programme, Provenance Provenance) : BodyCommand;

    public sealed record NoteFinding(
        string Inspection, string Programme, string Topic, string? Standard, int? Count, int? OutOf, decimal? Percent, string Text, Provenance Provenance) : BodyCommand;
}

public abstract partial record BodyEvent
{
    /// <summary>Grading has it on record that an inspection praised a practice of the body.</summary>
    /// <param name="Label">The inspectorate's own label for it; mostly there is none.</param>
    [EventName("monitoring.practice-noted.v1")]
    public sealed record PracticeNoted(string Practice, string? Label, string Inspection, string Programme, Provenance Provenance) : BodyEvent, IClaimed;

    /// <summary>Grading has it on record that an inspection found something to which it gives no grade.</summary>
    [EventName("monitoring.finding-noted.v1")]
    public sealed record FindingNoted(
        string Inspection, string Programme, string Topic, string? Standard, int? Count, int? OutOf, decimal? Percent, string Text, Provenance Provenance) : BodyEvent, IClaimed;
}
