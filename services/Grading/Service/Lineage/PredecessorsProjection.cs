using JasperFx.Events;
using Marten.Events.Aggregation;
using Oversight.Grading.ProgrammeRecords;
using Oversight.Hosting;

namespace Oversight.Grading.Lineage;

/// <summary>Keeps from which bodies the few came that came from others.</summary>
public sealed partial class PredecessorsProjection : SingleStreamProjection<Predecessors, string>
{
    public PredecessorsProjection() => IncludeType<GradingEvent.PredecessorNoted>();

    public override Predecessors? Evolve(Predecessors? snapshot, string id, IEvent e)
    {
        if (e.Data is not GradingEvent.PredecessorNoted noted)
        {
            return snapshot;
        }

        Telemetry.Viewed(e, "predecessors");
        return Predecessors.Evolve(snapshot, noted, e.Timestamp.ToUniversalTime(), e.Sequence);
    }
}
