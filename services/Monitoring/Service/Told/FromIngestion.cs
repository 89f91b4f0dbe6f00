using Oversight.Contracts.Ingestion.V1;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Lineage;
using Oversight.Monitoring.Trails;

namespace Oversight.Monitoring.Told;

/// <summary>What Ingestion says that Monitoring takes in. Grades, audits and findings come from Grading, which settles them first.</summary>
internal static class FromIngestion
{
    public static Inbox<Body, BodyCommand, BodyEvent> Inbox => new Inbox<Body, BodyCommand, BodyEvent>("ingestion")
        .When<BodyRegistered>(WhenBodyRegistered.When)
        .When<BodyNamed>(WhenBodyNamed.When)
        .When<PhaseMoveReported>(WhenPhaseMoveReported.When)
        .When<TimelineEntryReported>(WhenTimelineEntryReported.When)
        .When<BodySucceeded>(WhenLineageReported.When)
        .When<BodyRenamed>(WhenLineageReported.When)
        .When<BodiesInspectedJointly>(WhenLineageReported.When)
        .When<ConflictFound>(WhenConflictFound.When)
        .When<CauseReported>(WhenCauseReported.When)
        .When<CauseStepReported>(WhenCauseStepReported.When)
        .When<EngageStepReported>(WhenEngageStepReported.When)
        .When<ReportResponseReported>(WhenReportResponseReported.When)
        .When<InvestigationStepReported>(WhenInvestigationStepReported.When)
        .When<LinkReported>(WhenLinkReported.When)
        .When<ConflictSettled>(WhenSettled.When)
        .When<ConflictReopened>(WhenSettled.When)
        .When<FactAnnotated>(WhenFactAnnotated.When)
        .Ignore<GradeReported>()
        .Ignore<RecordingAuditReported>()
        .Ignore<StopSearchAuditReported>()
        .Ignore<PracticeReported>()
        .Ignore<PracticeAdoptionReported>()
        .Ignore<FindingReported>();
}
