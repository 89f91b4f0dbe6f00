using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using JasperFx.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Oversight.Hosting;

/// <summary>What can be seen of a service from outside; every name is listed in docs/telemetry.md.</summary>
public static class Telemetry
{
    /// <summary>Spans of relay, inbox and views.</summary>
    public static readonly ActivitySource Source = new("Oversight");

    /// <summary>Counters and gauges of all services.</summary>
    public static readonly Meter Meter = new("Oversight");

    internal static readonly Counter<long> Published = Meter.CreateCounter<long>("oversight.relay.published", "{contract}", "Contracts confirmed by the broker.");
    internal static readonly Counter<long> PublishRetries = Meter.CreateCounter<long>("oversight.relay.retries", "{attempt}", "Chunks that had to be published again.");
    internal static readonly Counter<long> Received = Meter.CreateCounter<long>("oversight.inbox.received", "{contract}", "Contracts by source and outcome: applied, unchanged, duplicate, parked.");
    internal static readonly Counter<long> Refused = Meter.CreateCounter<long>("oversight.inbox.refused", "{message}", "Messages that were not taken in, by source and rule.");
    internal static readonly Counter<long> Acts = Meter.CreateCounter<long>("oversight.acts", "{act}", "What people did or tried, by act and outcome: done, or the rule that refused it.");
    internal static readonly Counter<long> Gaps = Meter.CreateCounter<long>("oversight.inbox.gaps", "{gap}", "Times something was missing and was fetched from its source.");

    // One gauge for all services of a process: two of one name would be taken for one another.
    internal static readonly ConcurrentDictionary<Lag, string> Lags = [];

    private static readonly ObservableGauge<long> LagGauge = Meter.CreateObservableGauge("oversight.lag",
        () => from service in Lags
              from measured in service.Key.Measured
              select new Measurement<long>((measured.Value.Head - measured.Value.Reached) ?? -1, new("service", service.Value), new("of", measured.Key)),
        "{event}", "How far each projection, the relay and each inbox is behind; -1 when nobody can say.");

    // A dozen lines for each request and each call between services bury what matters, and cost more than the request; traces tell the same.
    private static readonly string[] Talkative = ["Microsoft.AspNetCore", "System.Net.Http.HttpClient", "Yarp"];

    [ThreadStatic]
    private static string? lastViewed;

    /// <summary>Ends the trace of a request where its effect becomes visible: a span for the view that an event reached.</summary>
    public static void Viewed(IEvent @event, string view)
    {
        if (Source.HasListeners() && @event.CausationId is { } cause && lastViewed != cause + view
            && ActivityContext.TryParse(cause, null, isRemote: true, out var context))
        {
            lastViewed = cause + view;
            using var _ = Source.StartActivity($"view {view}", ActivityKind.Internal, context);
        }
    }

    /// <summary>Logs as JSON lines; traces and metrics to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names, if it does.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Logging.ClearProviders().AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        foreach (var talkative in Talkative)
        {
            builder.Logging.AddFilter(talkative, LogLevel.Warning);
        }

        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService($"oversight.{service}"));
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        telemetry
            .WithTracing(tracing => tracing.AddSource("Oversight", "MassTransit", "Marten").AddNpgsql()
                .AddAspNetCoreInstrumentation(o => o.Filter = http => !http.Request.Path.StartsWithSegments("/health"))
                .AddHttpClientInstrumentation().AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter("Oversight", "MassTransit", "Marten", "Npgsql")
                .AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddOtlpExporter());
    }
}
