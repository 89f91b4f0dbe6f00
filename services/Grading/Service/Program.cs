using Marten;
using Oversight.Contracts.Ingestion.V1;
using Oversight.Grading;
using Oversight.Grading.Findings;
using Oversight.Grading.Lineage;
using Oversight.Grading.ProgrammeRecords;
using Oversight.Grading.Reports;
using Oversight.Grading.Trails;
using Oversight.Hosting;

await GradingService.Build(WebApplication.CreateBuilder(args)).RunOversight();

namespace Oversight.Grading
{
    /// <summary>Keeps what each body was graded and audited, programme by programme.</summary>
    public static class GradingService
    {
        public static WebApplication Build(WebApplicationBuilder builder)
        {
            builder.AddOversight("grading", Store, Publishing.ToContracts);
            builder.AddStreams(ProgrammeRecord.Decider);
            builder.AddInbox(new Inbox<ProgrammeRecord, GradingCommand, GradingEvent>("ingestion")
                .When<GradeReported>(WhenGradeReported.When)
                .When<RecordingAuditReported>(WhenRecordingAuditReported.When)
                .When<StopSearchAuditReported>(WhenStopSearchAuditReported.When)
                .When<PracticeReported>(WhenFindingReported.When)
                .When<PracticeAdoptionReported>(WhenFindingReported.When)
                .When<FindingReported>(WhenFindingReported.When)
                .WhenItsOwn<ConflictSettled>(WhenSettled.When).WhenItsOwn<ConflictReopened>(WhenSettled.When).WhenItsOwn<FactAnnotated>(WhenSettled.When)
                .WhenItsOwn<BodySucceeded>(WhenBodySucceeded.When).WhenItsOwn<EngageStepReported>(WhenReportPublished.When)
                .Ignore<BodyRegistered>().Ignore<BodyNamed>().Ignore<ConflictFound>().Ignore<PhaseMoveReported>().Ignore<TimelineEntryReported>()
                .Ignore<CauseReported>().Ignore<CauseStepReported>()
                .Ignore<ReportResponseReported>().Ignore<InvestigationStepReported>().Ignore<LinkReported>()
                .Ignore<BodyRenamed>().Ignore<BodiesInspectedJointly>());

            var app = builder.Build();
            app.MapOversight();
            app.MapProgrammes();
            app.MapGrades();
            app.MapAudits();
            app.MapFindings();
            app.MapBodyGrades();
            app.MapBodyAudits();
            return app;
        }

        internal static void Store(StoreOptions store)
        {
            store.AddEvents<GradingEvent>();
            store.AddView<ProgrammeClaimsProjection>();
            store.AddView<ProgrammeFindingsProjection>();
            store.Schema.For<ProgrammeFindings>().Duplicate(findings => findings.Body);
            store.AddView<ProgrammeTrailProjection>();
            store.AddView<PredecessorsProjection>();
            store.Schema.For<ProgrammeClaims>().Duplicate(claims => claims.Body).Duplicate(claims => claims.Programme);
        }
    }
}
