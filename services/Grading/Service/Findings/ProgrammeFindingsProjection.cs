using JasperFx.Events;
using Marten.Events.Aggregation;
using Oversight.Grading.ProgrammeRecords;
using Oversight.Hosting;

namespace Oversight.Grading.Findings;

/// <summary>Keeps one document of findings per body and programme; every read is a pure function of it.</summary>
public sealed partial class ProgrammeFindingsProjection : SingleStreamProjection<ProgrammeFindings, string>
{
    public ProgrammeFindingsProjection()
    {
        IncludeType<GradingEvent.PracticeRecorded>();
        IncludeType<GradingEvent.PracticeAdopted>();
        IncludeType<GradingEvent.FindingRecorded>();
    }

    public override ProgrammeFindings? Evolve(ProgrammeFindings? snapshot, string id, IEvent e)
    {
        if (e.Data is not IFinding finding)
        {
            return snapshot;
        }

        Telemetry.Viewed(e, "programme-findings");
        return ProgrammeFindings.Evolve(snapshot, id, finding, e.Timestamp.ToUniversalTime(), e.Sequence);
    }
}
