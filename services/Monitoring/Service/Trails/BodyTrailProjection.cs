using JasperFx.Events;
using Marten.Events.Aggregation;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Trails;

/// <summary>Keeps what was settled and said later of the facts about each body.</summary>
public sealed partial class BodyTrailProjection : SingleStreamProjection<Trail, string>
{
    public BodyTrailProjection()
    {
        IncludeType<BodyEvent.SettlementNoted>();
        IncludeType<BodyEvent.AnnotationNoted>();
    }

    public override Trail? Evolve(Trail? snapshot, string id, IEvent e)
    {
        if (BodyRecordProjection.Stored(e) is not { } recorded)
        {
            return snapshot;
        }

        Telemetry.Viewed(e, "body-trail");
        return TrailEntries.Evolve(snapshot ?? Trail.Empty(id, id), recorded);
    }
}
