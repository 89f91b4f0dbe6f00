using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Grading;
using Oversight.Ingestion;
using Oversight.Monitoring;

namespace Oversight.EndToEnd.Tests.Checking;

/// <summary>Makes the views of a stopped service anew from its events, with the settings that the service itself runs with.</summary>
internal static class Rebuild
{
    private static readonly Dictionary<string, Func<WebApplicationBuilder, WebApplication>> Services = new()
    {
        ["ingestion"] = IngestionService.Build, ["grading"] = GradingService.Build, ["monitoring"] = MonitoringService.Build,
    };

    public static async Task Views(string service, string connection)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Postgres"] = connection,
            ["ConnectionStrings:RabbitMq"] = "amqp://nobody@127.0.0.1:1/",
        });

        // Built, so that its store is there; never run, so that nothing else moves.
        await using var app = Services[service](builder);
        var store = (DocumentStore)app.Services.GetRequiredService<IDocumentStore>();
        using var daemon = await store.BuildProjectionDaemonAsync();
        foreach (var projection in store.Options.Projections.AllShards().Select(shard => shard.Name.Name).Where(name => name != "relay").Distinct())
        {
            await daemon.RebuildProjectionAsync(projection, CancellationToken.None);
        }
    }
}
