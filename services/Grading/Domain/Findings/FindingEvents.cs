using Oversight.Core;

namespace Oversight.Grading.ProgrammeRecords;

public abstract partial record GradingCommand
{
    /// <summary>Take in a praised practice.</summary>
    public sealed record RecordPractice(string Body, string Practice, string? Label, string Inspection, string Programme, Standing Standing, Provenance Source) : GradingCommand, IBringsClaim;

    /// <summary>Take in that another body took a practice over.</summary>
    public sealed record RecordAdoption(
        string Body, string Practice, string Inspection, string Programme, string AdoptedBy, PartialDate? On, Standing Standing, Provenance Source) : GradingCommand, IBringsClaim;

    /// <summary>Take in a finding that has no grade.</summary>
    public sealed record RecordFinding(
        string Body, string Inspection, string Programme, string Topic, string? Standard, int? Count, int? OutOf, decimal? Percent, string Text,
        Standing Standing, Provenance Source) : GradingCommand, IBringsClaim;
}

public abstract partial record GradingEvent
{
    /// <summary>An inspection praised a practice.</summary>
    [EventName("grading.practice-recorded.v1")]
    public sealed record PracticeRecorded(
        string Body, string Practice, string? Label, string Inspection, string Programme, Standing Standing, Provenance Source) : GradingEvent, IFinding;

    /// <summary>Another body took a practice over.</summary>
    [EventName("grading.practice-adopted.v1")]
    public sealed record PracticeAdopted(
        string Body, string Practice, string Inspection, string Programme, string AdoptedBy, PartialDate? On, Standing Standing, Provenance Source) : GradingEvent, IFinding;

    /// <summary>An inspection found something to which it gives no grade.</summary>
    [EventName("grading.finding-recorded.v1")]
    public sealed record FindingRecorded(
        string Body, string Inspection, string Programme, string Topic, string? Standard, int? Count, int? OutOf, decimal? Percent, string Text,
        Standing Standing, Provenance Source) : GradingEvent, IFinding;
}

/// <summary>Has no grade, so that nothing of it can be a judgment: it is on record as claimed.</summary>
public interface IFinding
{
    /// <summary>The body.</summary>
    string Body { get; }

    /// <summary>The inspection without its remark.</summary>
    string Programme { get; }

    /// <summary>Where it was read.</summary>
    Provenance Source { get; }
}
