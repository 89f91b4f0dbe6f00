using JasperFx.Events;
using Marten.Events.Aggregation;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Stays;

namespace Oversight.Monitoring;

/// <summary>Keeps the steps of each body's stays in Engage.</summary>
public sealed partial class EngageProjection : SingleStreamProjection<EngageRecord, string>
{
    public EngageProjection() => IncludeType<BodyEvent.EngageStepNoted>();

    public override EngageRecord? Evolve(EngageRecord? snapshot, string id, IEvent e)
    {
        if (BodyRecordProjection.Stored(e) is not { } recorded)
        {
            return snapshot;
        }

        Telemetry.Viewed(e, "engage-record");
        return EngageRecord.Evolve(snapshot ?? EngageRecord.Empty(id), recorded);
    }
}
