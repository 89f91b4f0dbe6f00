using Oversight.Hosting;
using Oversight.Monitoring;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Changes;
using Oversight.Monitoring.Clock;
using Oversight.Monitoring.Decisions;
using Oversight.Monitoring.Follows;
using Oversight.Monitoring.Lineage;
using Oversight.Monitoring.Prompts;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Reads;
using Oversight.Monitoring.Rulebooks;
using Oversight.Monitoring.Searching;
using Oversight.Monitoring.Told;
using Oversight.Monitoring.Trails;

await MonitoringService.Build(WebApplication.CreateBuilder(args)).RunOversight();

namespace Oversight.Monitoring
{
    /// <summary>Watches the bodies: in which phase each was, since when, and who says so.</summary>
    public static class MonitoringService
    {
        /// <summary>Builds it; what it needs to know comes from the configuration.</summary>
        public static WebApplication Build(WebApplicationBuilder builder)
        {
            builder.AddOversight("monitoring", Store, Publishing.ToContracts);
            builder.AddStreams(Body.Decider);
            builder.AddInbox(FromIngestion.Inbox);
            builder.AddInbox(FromGrading.Inbox);
            builder.AddTouched(e => e is BodyEvent and not (BodyEvent.PromptRaised or BodyEvent.PromptCleared));
            builder.Services.AddSingleton<Reviewer>().AddHostedService(provider => provider.GetRequiredService<Reviewer>());
            builder.Services.AddDeadlineClock();
            builder.AddIdentity();
            builder.Services.AddSingleton<DecisionStore>().AddHostedService<ExpireDecisions>();
            builder.AddFollows();

            var app = builder.Build();
            app.MapOversight();
            app.MapRegister();
            app.MapStatus();
            app.MapBody();
            app.MapHistory();
            app.MapSearch();
            app.MapEngage();
            app.MapLineage();
            app.MapPrompts();
            app.MapRulebooks();
            app.MapBacktest();
            app.MapCauses();
            app.MapStays();
            app.MapReportResponses();
            app.MapInvestigations();
            app.MapClock();
            app.MapDecisionReads();
            app.MapProposeMove();
            app.MapActsOnDecisions();
            app.MapAttempts();
            app.MapChanges();
            app.MapFollows();
            app.MapFeeds();
            app.MapUnsubscribe();
            return app;
        }

        internal static void Store(Marten.StoreOptions store)
        {
            store.AddEvents<BodyEvent>();
            store.AddEvents<FollowEvent>();
            FollowTables.Add(store);
            store.AddView<BodyRecordProjection>();
            store.AddView<BodyPromptsProjection>();
            store.AddView<BodyCausesProjection>();
            store.AddView<EngageProjection>();
            store.AddView<ReportResponseProjection>();
            store.AddView<InvestigationProjection>();
            store.AddView<DecisionRecordProjection>();
            store.AddView<BodyLineageProjection>();
            store.AddView<BodyTrailProjection>();
            store.AddView<BodyWordsProjection>();
        }
    }
}
