using JasperFx.Events;
using Marten.Events.Aggregation;
using Oversight.Grading.ProgrammeRecords;
using Oversight.Hosting;

namespace Oversight.Grading;

/// <summary>Keeps one document of claims per body and programme; every read is a pure function of it.</summary>
public sealed partial class ProgrammeClaimsProjection : SingleStreamProjection<ProgrammeClaims, string>
{
    public override ProgrammeClaims? Evolve(ProgrammeClaims? snapshot, string id, IEvent e)
    {
        if (e.Data is not GradingEvent @event || @event is IFinding or GradingEvent.SettlementNoted or GradingEvent.AnnotationNoted or GradingEvent.PredecessorNoted)
        {
            return snapshot;
        }

        Telemetry.Viewed(e, "programme-claims");
        return ProgrammeClaims.Evolve(snapshot, id, @event, e.Timestamp.ToUniversalTime(), e.Sequence);
    }
}
