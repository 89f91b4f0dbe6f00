using Oversight.Core;
using Oversight.Grading.Audits;

namespace Oversight.Grading.ProgrammeRecords;

/// <summary>What is recorded of one body in one programme. These shapes are stored for ever: add, never edit.</summary>
public abstract partial record GradingEvent
{
    private GradingEvent()
    {
    }

    /// <summary>A body holds a grade for one area of a programme for the first time.</summary>
    [EventName("grading.grade-awarded.v1")]
    public sealed record GradeAwarded(string Body, string Programme, string Area, string Grade, Provenance Source) : GradingEvent;

    /// <summary>Another source reports a grade that is already held.</summary>
    [EventName("grading.grade-supported.v1")]
    public sealed record GradeSupported(string Body, string Programme, string Area, string Grade, Provenance Source) : GradingEvent;

    /// <summary>A report of another day in the same programme gives the area another grade; which of them stands follows from their dates.</summary>
    [EventName("grading.grade-revised.v1")]
    public sealed record GradeRevised(string Body, string Programme, string Area, string Grade, Provenance Source) : GradingEvent;

    /// <summary>A source contradicts a grade, and no date says which came later; both are kept.</summary>
    [EventName("grading.grade-contested.v1")]
    public sealed record GradeContested(string Body, string Programme, string Area, string Grade, Provenance Source) : GradingEvent;

    /// <summary>A source says that an area was left without a grade, as <c>not-graded</c> or <c>not-inspected</c>; Standing is to what was held before.</summary>
    [EventName("grading.left-ungraded.v1")]
    public sealed record LeftUngraded(string Body, string Programme, string Area, string Grade, Standing Standing, Provenance Source) : GradingEvent;

    /// <summary>A grade was reported that cannot be a judgment of its programme; it is on record and counts for nothing.</summary>
    /// <param name="Rule">The code of the rule that it breaks.</param>
    [EventName("grading.judgment-set-aside.v1")]
    public sealed record JudgmentSetAside(
        string Body, string Programme, string Area, string Grade, string Rule, string Because, Provenance Source) : GradingEvent;

    /// <summary>An audit publishes a rate for the first time.</summary>
    [EventName("grading.audit-assessed.v1")]
    public sealed record AuditAssessed(string Body, string Programme, AuditFigure Figure, string Method, Provenance Source) : GradingEvent;

    /// <summary>Another source reports a rate that is already held.</summary>
    [EventName("grading.audit-supported.v1")]
    public sealed record AuditSupported(string Body, string Programme, AuditFigure Figure, string Method, Provenance Source) : GradingEvent;

    /// <summary>A source gives another figure for the same audit; both are kept and neither is averaged.</summary>
    [EventName("grading.audit-contested.v1")]
    public sealed record AuditContested(string Body, string Programme, AuditFigure Figure, string Method, Provenance Source) : GradingEvent;
}
