using JasperFx.Events;
using Marten.Events.Aggregation;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Searching;

/// <summary>Keeps the words of each body.</summary>
public sealed partial class BodyWordsProjection : SingleStreamProjection<BodyWords, string>
{
    public override BodyWords? Evolve(BodyWords? snapshot, string id, IEvent e)
    {
        if (e.Data is not BodyEvent said)
        {
            return snapshot;
        }

        Telemetry.Viewed(e, "body-words");
        return (snapshot ?? BodyWords.Empty(id)).With(said);
    }
}
