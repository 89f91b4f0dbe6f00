using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Gateway;
using Oversight.Grading;
using Oversight.Hosting;
using Oversight.Ingestion;
using Oversight.Monitoring;
using Oversight.Service.Tests.Identity;
using Oversight.Testing;
using Xunit;

namespace Oversight.Service.Tests.Journeys;

/// <summary>The services as they are, over real PostgreSQL and RabbitMQ, with the public record imported through the front door.</summary>
public sealed class WholeSystem : IAsyncLifetime
{
    private static readonly string[] Record =
        ["forces.csv", "fire-services.csv", "body-names.csv", "peel-grades.csv", "crime-recording-audits.csv", "stop-search-audits.csv", "monitoring-history.csv", "monitoring-letters.csv", "metropolitan-timeline.csv",
            "cause-steps.csv", "causes-of-concern.csv", "positive-practice.csv",
            "engage-steps.csv", "section-55.csv", "investigations.csv", "metropolitan-links.csv", "lineage.csv"];

    // In the order in which they hear of each other.
    private static readonly string[] Services = ["ingestion", "grading", "monitoring"];

    private readonly Dictionary<string, string?> _addresses = [];

    public Dictionary<string, WebApplication> Apps { get; } = [];

    public Dictionary<string, string> Databases { get; } = [];

    public HttpClient Http { get; } = new();

    /// <summary>Says who people are.</summary>
    public DemoProvider People { get; private set; } = null!;

    /// <summary>What the front door said of each file of the record.</summary>
    public Dictionary<string, JsonElement> Imported { get; } = [];

    public async ValueTask InitializeAsync()
    {
        foreach (var service in Services)
        {
            Databases[service] = await Servers.FreshDatabase(service);
            _addresses[$"Oversight:Services:{service}"] = $"http://127.0.0.1:{Servers.FreePort()}";
        }

        People = await DemoProvider.Start();
        Http.BaseAddress = new($"http://127.0.0.1:{Servers.FreePort()}");
        await Task.WhenAll(Start("ingestion"), Start("grading"), Start("monitoring"), Start("gateway"));
        await Eventually.True("the system to be ready", async () => (await Http.GetAsync("/health/ready")).IsSuccessStatusCode);
        foreach (var file in Record)
        {
            Imported[file] = await Import(file, await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "data", file)));
        }

        await Settled();
    }

    public async Task<JsonElement> Import(string name, byte[] content)
    {
        using var answer = await Send(name, content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<HttpResponseMessage> Send(string name, byte[] content, string type = "text/csv", string source = "")
    {
        using var body = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await Http.PostAsync($"/api/v1/submissions?name={Uri.EscapeDataString(name)}{(source == "" ? "" : $"&source={Uri.EscapeDataString(source)}")}", body);
    }

    public Task<JsonElement> Get(string path) => Http.GetFromJsonAsync<JsonElement>(path);

    /// <summary>Waits until everything said has been heard and every view has taken it in.</summary>
    public async Task Settled()
    {
        var heads = new Dictionary<string, long>();
        foreach (var service in Services)
        {
            foreach (var inbox in Apps[service].Services.GetServices<IInbox>())
            {
                await Eventually.True($"{service} to have heard all of {inbox.Source}", async () => (await inbox.Watermark(default)).Sequence >= heads[inbox.Source], 60);
            }

            heads[service] = await Apps[service].Head();
            await Apps[service].ViewsAreCurrent();
        }
    }

    public async Task Start(string service)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(_addresses);
        builder.Configuration["Urls"] = service == "gateway" ? Http.BaseAddress!.ToString() : _addresses[$"Oversight:Services:{service}"];
        builder.Configuration["ConnectionStrings:Postgres"] = Databases.GetValueOrDefault(service);
        builder.Configuration["OVERSIGHT_OIDC_AUTHORITY"] = People.Address;
        builder.Configuration["ConnectionStrings:RabbitMq"] = Servers.RabbitMq;
        var app = service switch
        {
            "ingestion" => IngestionService.Build(builder),
            "grading" => GradingService.Build(builder),
            "monitoring" => MonitoringService.Build(builder),
            _ => GatewayService.Build(builder),
        };
        await (service == "gateway" ? Task.CompletedTask : app.WaitForStore());
        await app.StartAsync();
        Apps[service] = app;
    }

    public async Task Stop(string service)
    {
        await Apps[service].StopAsync();
        await Apps[service].DisposeAsync();
        Apps.Remove(service);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Apps.Keys.ToArray())
        {
            await Stop(service);
        }

        Http.Dispose();
        await People.DisposeAsync();
    }
}

/// <summary>One system for all journeys: they read, or bring records of their own.</summary>
[CollectionDefinition(nameof(WholeSystem), DisableParallelization = true)]
public sealed class WholeSystemCollection : ICollectionFixture<WholeSystem>;
