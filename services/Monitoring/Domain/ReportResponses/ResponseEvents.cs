using Oversight.Core;
using Oversight.Monitoring.ReportResponses;

namespace Oversight.Monitoring.Bodies;

public abstract partial record BodyCommand
{
    public sealed record NoteReportResponse(
        string Report, ResponseStep Step, PartialDate On, string? By, string? SameFindingsAs, Standing Standing, Provenance Provenance) : BodyCommand;
}

public abstract partial record BodyEvent
{
    /// <summary>A source dates a step from a report about the force to its local policing body's answer.</summary>
    [EventName("monitoring.report-response-noted.v1")]
    public sealed record ReportResponseNoted(
        string Report, ResponseStep Step, PartialDate On, string? By, string? SameFindingsAs, Standing Standing, Provenance Provenance) : BodyEvent, IClaimed, ISignal;
}
