using Marten;
using Oversight.Hosting;
using Oversight.Ingestion;
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
                store.AddView<SubmissionProjection>();
                store.AddView<FactConflictsProjection>();
                store.AddView<AnnotationProjection>();
                Originals.AddTables(store);
            }, Publishing.ToContracts, Publishing.Said);
            builder.AddStreams(BodyRegister.Decider);
            builder.AddStreams(Fact.Decider);
            builder.AddStreams(Submission.Decider);
            builder.AddStreams(Settlement.Decider);
            builder.Services.AddSingleton<ToSettle>().AddSingleton<Settler>().AddHostedService(provider => provider.GetRequiredService<Settler>())
                .ConfigureMarten((provider, store) => store.Listeners.Add(provider.GetRequiredService<ToSettle>()));
            builder.Services.AddSingleton<Originals>().AddSingleton<SubmissionReader>().AddSingleton<ResumeReading>()
                .AddHostedService(provider => provider.GetRequiredService<ResumeReading>()).AddHealthChecks().AddCheck<ResumeReading>("submissions");

            var app = builder.Build();
            app.MapOversight();
            app.GiveUpSlowUploads();
            app.MapReceiveSubmission();
            app.MapSubmissionList();
            app.MapOneSubmission();
            app.MapConflicts();
            return app;
        }
    }
}
