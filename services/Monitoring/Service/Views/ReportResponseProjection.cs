using JasperFx.Events;
using Marten.Events.Aggregation;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.ReportResponses;

namespace Oversight.Monitoring;

/// <summary>Keeps the reports about each force, and what was answered.</summary>
public sealed partial class ReportResponseProjection : SingleStreamProjection<ReportResponseRecord, string>
{
    public ReportResponseProjection()
    {
        IncludeType<BodyEvent.ReportResponseNoted>();
        IncludeType<BodyEvent.DeadlineMissed>();
        IncludeType<BodyEvent.GradeNoted>();
        IncludeType<BodyEvent.AuditNoted>();
        IncludeType<BodyEvent.CauseNoted>();
        IncludeType<BodyEvent.EngageStepNoted>();
        IncludeType<BodyEvent.BodyRegistered>();
    }

    public override ReportResponseRecord? Evolve(ReportResponseRecord? snapshot, string id, IEvent e)
    {
        if (BodyRecordProjection.Stored(e) is not { } recorded)
        {
            return snapshot;
        }

        Telemetry.Viewed(e, "report-response-record");
        return ReportResponseRecord.Evolve(snapshot ?? ReportResponseRecord.Empty(id), recorded);
    }
}
