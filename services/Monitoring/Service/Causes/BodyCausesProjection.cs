using JasperFx.Events;
using Marten.Events.Aggregation;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Causes;

/// <summary>Keeps what sources say about the causes of concern of each body; the answers are worked out at each read.</summary>
public sealed partial class BodyCausesProjection : SingleStreamProjection<BodyCauses, string>
{
    public BodyCausesProjection()
    {
        IncludeType<BodyEvent.CauseNoted>();
        IncludeType<BodyEvent.CauseStepNoted>();
        IncludeType<BodyEvent.DeadlineMissed>();
    }

    public override BodyCauses? Evolve(BodyCauses? snapshot, string id, IEvent e)
    {
        if (BodyRecordProjection.Stored(e) is not { } recorded)
        {
            return snapshot;
        }

        Telemetry.Viewed(e, "body-causes");
        return BodyCauses.Evolve(snapshot ?? BodyCauses.Empty(id), recorded);
    }
}
