using Xunit;

namespace Oversight.EndToEnd.Tests.Running;

/// <summary>The system as anybody starts it, with the public record in it and a collector that it reports to.</summary>
public sealed class RunningSystem : IAsyncLifetime
{
    internal Collector Collector { get; } = new();

    internal SystemUnderTest System { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Collector.Start();
        System = await SystemUnderTest.Start("journey", new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (System is not null)
        {
            await System.DisposeAsync();
        }

        await Collector.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class OfRunningSystem : ICollectionFixture<RunningSystem>
{
    public const string Name = "the running system";
}
