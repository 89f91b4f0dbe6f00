using Oversight.Core;

namespace Oversight.Grading.ProgrammeRecords;

public abstract partial record GradingCommand
{
    /// <summary>Note when the report of a programme about a body came out.</summary>
    public sealed record DateReport(string Body, string Programme, PartialDate On, Provenance Source) : GradingCommand, IBringsClaim;
}

public abstract partial record GradingEvent
{
    /// <summary>A source says when the report of a programme about a body came out; grades that no source dates take that date.</summary>
    /// <param name="Body">The body.</param>
    /// <param name="Programme">The programme.</param>
    /// <param name="On">When its report came out.</param>
    /// <param name="Source">Where it was read.</param>
    [EventName("grading.report-dated.v1")]
    public sealed record ReportDated(string Body, string Programme, PartialDate On, Provenance Source) : GradingEvent;
}
