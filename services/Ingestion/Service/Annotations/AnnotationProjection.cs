using JasperFx.Events;
using Marten.Events.Aggregation;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Ingestion.Facts;

namespace Oversight.Ingestion;

/// <summary>Keeps what was said of each fact after it was published.</summary>
public sealed partial class AnnotationProjection : SingleStreamProjection<Trail, string>
{
    public AnnotationProjection() => IncludeType<FactEvent.FactAnnotated>();

    public override Trail? Evolve(Trail? snapshot, string id, IEvent e)
    {
        Telemetry.Viewed(e, "annotations");
        return e.Data is FactEvent.FactAnnotated noted ? (snapshot ?? Trail.Empty(id, noted.Body)).With(noted.Annotation, e.Timestamp.ToUniversalTime()) : snapshot;
    }
}
