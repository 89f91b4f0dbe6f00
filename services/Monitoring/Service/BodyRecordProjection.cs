using JasperFx.Events;
using Marten.Events.Aggregation;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring;

/// <summary>Keeps the record of each body; a fold and nothing else, so that a rebuild gives the same bytes.</summary>
public sealed partial class BodyRecordProjection : SingleStreamProjection<BodyRecord, string>
{
    public override BodyRecord? Evolve(BodyRecord? snapshot, string id, IEvent e)
    {
        if (Stored(e) is not { } recorded)
        {
            return snapshot;
        }

        Telemetry.Viewed(e, "body-record");
        return BodyRecords.Evolve(snapshot ?? BodyRecord.Empty(id), recorded);
    }

    internal static Recorded? Stored(IEvent e) =>
        e.Data is BodyEvent @event ? new(@event, e.Timestamp.ToUniversalTime(), e.Version) : null;
}
