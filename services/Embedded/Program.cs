using System.Net;
using System.Net.Sockets;
using MassTransit;
using Oversight.Gateway;
using Oversight.Grading;
using Oversight.Hosting;
using Oversight.Identity;
using Oversight.Ingestion;
using Oversight.Monitoring;
using Oversight.Portal;

// All services in one process. They share nothing but the in-memory bus: own container, own store, own address.
var memory = Bus.Factory.CreateUsingInMemory(_ => { });
var configuration = WebApplication.CreateBuilder(args).Configuration;
var services = new (string Name, Func<WebApplicationBuilder, WebApplication> Build)[]
{
    ("ingestion", IngestionService.Build), ("grading", GradingService.Build), ("monitoring", MonitoringService.Build),
};
var addresses = services.ToDictionary(service => $"Oversight:Services:{service.Name}",
    service => configuration[$"Oversight:Services:{service.Name}"] ?? (string?)$"http://127.0.0.1:{FreePort()}");
addresses["Oversight:Services:portal"] = $"http://127.0.0.1:{FreePort()}";
addresses["Oversight:Services:gateway"] = configuration["Oversight:Services:gateway"] ?? configuration["ASPNETCORE_URLS"];

var stored = services.Select(service => service.Build(Builder(service.Name))).ToArray();
WebApplication[] apps = [.. stored, PortalService.Build(At(addresses["Oversight:Services:portal"]!)), GatewayService.Build(Builder(null)), .. DemoIdentity()];
await Task.WhenAll(stored.Select(app => app.WaitForStore()));
await Task.WhenAll(apps.Select(app => app.StartAsync()));
await Task.WhenAny(apps.Select(app => app.WaitForShutdownAsync()));
await Task.WhenAll(apps.Select(app => app.StopAsync()));

// Where the starter says that it is wanted; else another provider is configured, or none.
IEnumerable<WebApplication> DemoIdentity()
{
    if (configuration["Oversight:Services:identity"] is not { Length: > 0 } address)
    {
        return [];
    }

    return [IdentityService.Build(At(address))];
}

WebApplicationBuilder At(string address)
{
    var builder = Builder(null);
    builder.Configuration["Urls"] = address;
    return builder;
}

WebApplicationBuilder Builder(string? service)
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Configuration.AddInMemoryCollection(addresses);
    builder.Configuration["ConnectionStrings:RabbitMq"] = null;
    if (service is not null)
    {
        builder.Configuration["Urls"] = addresses[$"Oversight:Services:{service}"];
        builder.Configuration["ConnectionStrings:Postgres"] = configuration.GetConnectionString(service)
            ?? throw new InvalidOperationException($"ConnectionStrings:{service} is not set.");
        builder.Services.AddSingleton(memory);
    }

    return builder;
}

static int FreePort()
{
    using var listener = new TcpListener(IPAddress.Loopback, 0);
    listener.Start();
    return ((IPEndPoint)listener.LocalEndpoint).Port;
}
