using JasperFx.Events;
using Marten.Events.Aggregation;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Lineage;

/// <summary>Keeps what sources say about where each body comes from; the answers are worked out at each read.</summary>
public sealed partial class BodyLineageProjection : SingleStreamProjection<BodyLineage, string>
{
    public BodyLineageProjection()
    {
        IncludeType<BodyEvent.SuccessionNoted>();
        IncludeType<BodyEvent.RenameNoted>();
        IncludeType<BodyEvent.JointInspectionNoted>();
    }

    public override BodyLineage? Evolve(BodyLineage? snapshot, string id, IEvent e)
    {
        if (BodyRecordProjection.Stored(e) is not { } recorded)
        {
            return snapshot;
        }

        Telemetry.Viewed(e, "body-lineage");
        return BodyLineage.Evolve(snapshot ?? BodyLineage.Empty(id), recorded);
    }
}
