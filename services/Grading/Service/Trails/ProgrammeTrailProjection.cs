using JasperFx.Events;
using Marten.Events.Aggregation;
using Oversight.Core;
using Oversight.Grading.ProgrammeRecords;
using Oversight.Hosting;

namespace Oversight.Grading.Trails;

/// <summary>Keeps what was settled and said later of the grades, audits and findings of each body and programme.</summary>
public sealed partial class ProgrammeTrailProjection : SingleStreamProjection<Trail, string>
{
    public ProgrammeTrailProjection()
    {
        IncludeType<GradingEvent.SettlementNoted>();
        IncludeType<GradingEvent.AnnotationNoted>();
    }

    public override Trail? Evolve(Trail? snapshot, string id, IEvent e)
    {
        Telemetry.Viewed(e, "programme-trail");
        var recordedAt = e.Timestamp.ToUniversalTime();
        return e.Data switch
        {
            GradingEvent.SettlementNoted noted => (snapshot ?? Trail.Empty(id, noted.Body)).With(noted.Settling, recordedAt),
            GradingEvent.AnnotationNoted noted => (snapshot ?? Trail.Empty(id, noted.Body)).With(noted.Annotation, recordedAt),
            _ => snapshot,
        };
    }
}
