using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.OpenTelemetry;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;
using Oversight.Contracts;
using Oversight.Core;
using System.Diagnostics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Oversight.Hosting;

/// <summary>The service this process, or this part of a process, is.</summary>
/// <param name="Name"><c>ingestion</c>, <c>grading</c> or <c>monitoring</c>.</param>
/// <param name="Instance">The system it is part of; two systems may share a broker.</param>
public sealed partial record ServiceName(string Name, string Instance = ServiceName.DefaultInstance)
{
    private const string DefaultInstance = "oversight";

    internal static ServiceName Of(string name, IConfiguration configuration) => configuration["OVERSIGHT_INSTANCE"] switch
    {
        null or "" => new(name),
        var instance when Valid().IsMatch(instance) => new(name, instance),
        var instance => throw new InvalidOperationException(
            $"OVERSIGHT_INSTANCE is '{instance}'; it must be 1 to 30 lower-case letters, digits and underscores, begin with a letter, and not with pg_."),
    };

    /// <summary>Where a service of this system speaks.</summary>
    public string Exchange(string source) => $"{Instance}.{source}";

    /// <summary>Where this service hears one.</summary>
    public string Queue(string source) => $"{Instance}.{Name}.from-{source}";

    // PostgreSQL keeps names that begin with pg_ to itself, and the starter names databases by it.
    [GeneratedRegex(@"^(?!pg_)[a-z][a-z0-9_]{0,29}\z")]
    private static partial Regex Valid();
}

/// <summary>What every service has: a store, a bus, a relay, telemetry, health and problem details.</summary>
public static class ServiceHost
{
    /// <summary>The database schema of every service's store.</summary>
    public const string Schema = "oversight";

    extension(WebApplicationBuilder builder)
    {
        /// <summary>Sets a service up.</summary>
        /// <param name="name">Its name.</param>
        /// <param name="store">Its events, documents and projections.</param>
        /// <param name="toContracts">Which of its events become public, and as what.</param>
        /// <param name="said">The cases that can become public; the others are not even read. None given: any can.</param>
        public void AddOversight(string name, Action<StoreOptions> store, Func<IEvent, IEnumerable<IContract>> toContracts, params IReadOnlyList<Type> said)
        {
            builder.AddTelemetry(name);

            var services = builder.Services;
            services.AddSingleton(ServiceName.Of(name, builder.Configuration));
            services.AddSingleton(new Sayings([.. said], toContracts));
            services.TryAddSingleton(TimeProvider.System);
            services.AddSingleton<Writer>();
            services.AddSingleton<StoreIdentity>();
            services.AddSingleton<Refusals>();
            services.AddSingleton<Lag>();
            services.AddHostedService<LagWatch>();
            services.AddHealthChecks().AddCheck<Readiness>("everything-moves").AddCheck<Started>(Started.Name);
            services.AddProblems();
            services.AddOpenApi("v1");
            services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
            services.ConfigureHttpJsonOptions(json =>
            {
                json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
                json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
                json.SerializerOptions.TypeInfoResolver = json.SerializerOptions.TypeInfoResolver!.WithAddedModifier(SensibleText.RefuseIn);
            });

            var postgres = builder.Configuration.GetConnectionString("Postgres") ?? throw new InvalidOperationException("ConnectionStrings:Postgres is not set.");

            // Nothing is prepared by itself: a statement that fails just when Npgsql prepares it breaks the next use of its connection (npgsql/npgsql#6391).
            services.AddSingleton(_ => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(postgres) { Timezone = "UTC", ApplicationName = $"oversight.{name}", MaxAutoPrepare = 0 }));
            services.AddMarten(provider => Store(provider.GetRequiredService<NpgsqlDataSource>(), store))
                .UseLightweightSessions()
                .ApplyAllDatabaseChangesOnStartup()
                .AddAsyncDaemon(DaemonMode.Solo)
                .AddSubscriptionWithServices<Relay>(ServiceLifetime.Singleton, relay =>
                {
                    relay.Name = Relay.ShardName;
                    relay.Options.BatchSize = 2_000;
                    said.ToList().ForEach(relay.IncludeType);
                });
            OversightStore.Register(services);
            services.AddHostedService(provider => provider.GetRequiredService<StoreIdentity>());
            services.AddMessaging(builder.Configuration);
        }

        /// <summary>Says how a kind of stream is written.</summary>
        public void AddStreams<TState, TCommand, TEvent>(Decider<TState, TCommand, TEvent> decider)
            where TEvent : notnull =>
            builder.Services.AddSingleton<Desk<TState, TCommand, TEvent>>()
                .AddSingleton(provider => new Streams<TState, TCommand, TEvent>(decider, provider.GetRequiredService<NpgsqlDataSource>()));

        /// <summary>Has streams gathered in <see cref="Touched"/> in which such events are stored.</summary>
        public void AddTouched(Func<object, bool> concerns) =>
            builder.Services.AddSingleton(new Touched(concerns)).ConfigureMarten((provider, options) => options.Listeners.Add(provider.GetRequiredService<Touched>()));

        /// <summary>Says what is done with what another service says.</summary>
        public void AddInbox<TState, TCommand, TEvent>(Inbox<TState, TCommand, TEvent> inbox)
            where TEvent : notnull =>
            builder.Services.AddSingleton<IInbox>(provider => new Receiver<TState, TCommand, TEvent>(
                provider.GetRequiredService<ServiceName>(), inbox, provider.GetRequiredService<Streams<TState, TCommand, TEvent>>(), provider.GetRequiredService<IDocumentStore>(),
                provider.GetRequiredService<Writer>(), provider.GetRequiredService<ILoggerFactory>().CreateLogger("Oversight.Inbox")));
    }

    extension(WebApplication app)
    {
        /// <summary>Health, problem details, OpenAPI and what the other services ask for: the same everywhere.</summary>
        public void MapOversight()
        {
            app.UseExceptionHandler();
            app.UseStatusCodePages();
            app.RefuseSenselessText();
            app.RefuseUnknownParameters();
            app.GuardActs();
            app.MapHealth();
            app.MapOpenApi("/openapi/{documentName}.json");
            app.MapChunks();
            app.MapParked();
            app.MapRefused();
        }

        /// <summary>Runs the service; waits for its store first, however long that takes.</summary>
        public async Task RunOversight()
        {
            await app.WaitForStore();
            await app.RunAsync();
        }

        /// <summary>Waits until the store answers.</summary>
        public async Task WaitForStore()
        {
            var postgres = app.Services.GetRequiredService<NpgsqlDataSource>();
            for (; ; )
            {
                try
                {
                    await using var connection = await postgres.OpenConnectionAsync();
                    return;
                }
                catch (NpgsqlException fault)
                {
                    app.Logger.LogWarning("Waiting for the store: {Fault}", fault.Message);
                    await Task.Delay(TimeSpan.FromSeconds(1));
                }
            }
        }
    }

    extension(IDocumentStore store)
    {
        /// <summary>A session whose events remember the request that caused them.</summary>
        public IDocumentSession Recording()
        {
            var session = store.LightweightSession();
            session.CausationId = Activity.Current?.Id;
            return session;
        }
    }

    /// <summary>The settings of every store; <paramref name="own"/> adds what is a service's own.</summary>
    public static StoreOptions Store(NpgsqlDataSource postgres, Action<StoreOptions> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        var options = new StoreOptions { DatabaseSchemaName = Schema };
        options.Connection(postgres);
        options.Serializer(new StoreJson());
        options.Events.StreamIdentity = StreamIdentity.AsString;
        options.Events.UseListenNotifyForEventAppends = true;
        options.Events.MetadataConfig.CausationIdEnabled = true;
        options.OpenTelemetry.TrackConnections = TrackLevel.Normal;
        options.OpenTelemetry.TrackEventCounters();

        // A notice that comes while the daemon looks is lost to it; what people decide must not wait a second for the next look.
        options.Projections.SlowPollingTime = TimeSpan.FromMilliseconds(250);

        // A projection that cannot read an event must stop and be seen, not go on without it.
        options.Projections.Errors.SkipApplyErrors = false;
        options.Projections.Errors.SkipSerializationErrors = false;
        options.Projections.Errors.SkipUnknownEvents = false;

        options.Schema.For<Watermark>().UseNumericRevisions(true);
        options.Schema.For<Parked>().Index(parked => parked.Body);
        StoreIdentity.AddTable(options);
        Attempts.AddTable(options);
        own(options);
        return options;
    }

    private static void MapParked(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/internal/v1/parked", (IQuerySession session, CancellationToken ct) =>
            session.Query<Parked>().OrderBy(parked => parked.Id).Take(1000).ToListAsync(ct)).ExcludeFromDescription();

        routes.MapPost("/internal/v1/parked/retry", async (IEnumerable<IInbox> inboxes, CancellationToken ct) =>
        {
            var released = 0;
            foreach (var inbox in inboxes)
            {
                released += await inbox.RetryParked(ct);
            }

            return Results.Ok(new { released });
        }).ExcludeFromDescription();
    }
}
