using JasperFx.Events;
using Marten.Events.Aggregation;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Investigations;

namespace Oversight.Monitoring;

/// <summary>Keeps the investigations that concern each force.</summary>
public sealed partial class InvestigationProjection : SingleStreamProjection<InvestigationRecord, string>
{
    public InvestigationProjection() => IncludeType<BodyEvent.InvestigationStepNoted>();

    public override InvestigationRecord? Evolve(InvestigationRecord? snapshot, string id, IEvent e)
    {
        if (BodyRecordProjection.Stored(e) is not { } recorded)
        {
            return snapshot;
        }

        Telemetry.Viewed(e, "investigation-record");
        return InvestigationRecord.Evolve(snapshot ?? InvestigationRecord.Empty(id), recorded);
    }
}
