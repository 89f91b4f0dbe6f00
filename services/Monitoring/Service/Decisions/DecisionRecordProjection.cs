using JasperFx.Events;
using Marten.Events.Aggregation;
using Oversight.Hosting;

namespace Oversight.Monitoring.Decisions;

/// <summary>Keeps every act on the decisions of a body, for those who look over all bodies.</summary>
public sealed partial class DecisionRecordProjection : SingleStreamProjection<DecisionRecord, string>
{
    public DecisionRecordProjection()
    {
        foreach (var type in DecisionStore.Kinds.Values)
        {
            IncludeType(type);
        }
    }

    public override DecisionRecord? Evolve(DecisionRecord? snapshot, string id, IEvent e)
    {
        if (BodyRecordProjection.Stored(e) is not { Event: IDecided } recorded)
        {
            return snapshot;
        }

        Telemetry.Viewed(e, "decision-record");
        return DecisionRecord.Evolve(snapshot, id, recorded);
    }
}
