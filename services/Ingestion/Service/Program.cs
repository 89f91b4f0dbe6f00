using Oversight.Hosting;
using Oversight.Ingestion;
using Oversight.Ingestion.Candidates;
using Oversight.Ingestion.Conflicts;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Register;
using Oversight.Ingestion.Settlements;
using Oversight.Ingestion.Submissions;

await IngestionService.Build(WebApplication.CreateBuilder(args)).RunOversight();

namespace Oversight.Ingestion
{
    /// <summary>Takes documents in, keeps them as received, and says what they claim about whom.</summary>
    public static class IngestionService
    {
        public static WebApplication Build(WebApplicationBuilder builder)
        {
            builder.AddOversight("ingestion", store =>
            {
                store.AddEvents<RegisterEvent>();
                store.AddEvents<FactEvent>();
                store.AddEvents<SubmissionEvent>();
                store.AddEvents<CandidateEvent>();
                store.AddView<SubmissionProjection>();
                store.AddView<FactConflictsProjection>();
                store.AddView<AnnotationProjection>();
                store.AddView<CandidateProjection>();
                Originals.AddTables(store);
            }, Publishing.ToContracts, Publishing.Said);
            builder.AddIdentity();
            builder.AddStreams(BodyRegister.Decider);
            builder.AddStreams(Fact.Decider);
            builder.AddStreams(Submission.Decider);
            builder.AddStreams(Settlement.Decider);
            builder.AddTouched(e => e is FactEvent.ConflictFound);
            builder.Services.AddHostedService<Settler>();
            builder.AddStreams(CandidateDocument.Decider);
            builder.Services.AddSingleton<Originals>().AddSingleton<CandidateStore>().AddSingleton<CandidateDesk>().AddSingleton<TrustedSources>().AddSingleton<NothingSuch>().AddSingleton<SubmissionReader>().AddSingleton<ResumeReading>()
                .AddHostedService(provider => provider.GetRequiredService<ResumeReading>()).AddHealthChecks().AddCheck<ResumeReading>("submissions");

            var app = builder.Build();
            app.MapOversight();
            app.GiveUpSlowUploads();
            app.MapReceiveSubmission();
            app.MapSubmissionList();
            app.MapOneSubmission();
            app.MapConflicts();
            app.MapSettleConflict();
            app.MapPublishers();
            app.MapAttempts();
            app.MapCandidateReads();
            app.MapActsOnCandidates();
            return app;
        }
    }
}
