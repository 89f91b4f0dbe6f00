using System.Text.Json;
using System.Text.Json.Nodes;
using Marten;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Contracts;
using Oversight.Contracts.Delivery.V1;
using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring;
using Oversight.Monitoring.Records;
using Oversight.Testing;

namespace Oversight.Service.Tests.Monitoring;

/// <summary>The Monitoring service over a store of its own; what the others would say comes in as chunks.</summary>
internal sealed class MonitoringUnderTest : IAsyncDisposable
{
    private readonly Dictionary<string, long> _told = [];

    private MonitoringUnderTest(WebApplication app, HttpClient http) => (App, Http) = (app, http);

    public WebApplication App { get; }

    public HttpClient Http { get; }

    public IDocumentStore Store => App.Services.GetRequiredService<IDocumentStore>();

    public static async Task<MonitoringUnderTest> Start()
    {
        var builder = WebApplication.CreateBuilder();
        var address = $"http://127.0.0.1:{Servers.FreePort()}";
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = address,
            ["ConnectionStrings:Postgres"] = await Servers.FreshDatabase("monitoring"),
            ["Oversight:Services:ingestion"] = "http://127.0.0.1:9",
            ["Oversight:Services:grading"] = "http://127.0.0.1:9",
        });
        builder.Services.AddSingleton(Bus.Factory.CreateUsingInMemory(_ => { }));
        var app = MonitoringService.Build(builder);
        await app.WaitForStore();
        await app.StartAsync();
        return new(app, new() { BaseAddress = new(address) });
    }

    /// <summary>Takes a chunk in, as if it had come over the bus, and waits until the records show it.</summary>
    public async Task Tell(string source, params IContract[] contracts)
    {
        var before = _told.GetValueOrDefault(source);
        var entries = contracts.Select((contract, i) => new Entry(
            before + i + 1, NameBasedId.Of(source, $"{before + i + 1}"), ContractTypes.NameOf(contract.GetType()), contract.Body,
            DateTimeOffset.UtcNow, null, JsonSerializer.SerializeToElement(contract, contract.GetType(), ContractTypes.Json))).ToArray();
        _told[source] = before + contracts.Length;
        await App.Services.GetServices<IInbox>().Single(inbox => inbox.Source == source)
            .Receive(new Chunk(source, before, _told[source], entries), default);

        await using var session = Store.QuerySession();
        var last = await session.Events.QueryAllRawEvents().CountAsync();
        await Eventually.True("the records to be up to date", async () =>
            (await Store.Advanced.AllProjectionProgress()).Any(shard => shard.ShardName.StartsWith(nameof(BodyRecord), StringComparison.Ordinal) && shard.Sequence >= last));
    }

    public async Task<JsonNode> Get(string path) => JsonNode.Parse(await Http.GetStringAsync(path))!;

    public async Task<(int Status, string? Detail)> Refused(string path)
    {
        using var answer = await Http.GetAsync(path);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["detail"]?.GetValue<string>());
    }

    /// <summary>Every record as it is stored.</summary>
    public async Task<IReadOnlyList<string>> Records()
    {
        await using var session = Store.QuerySession();
        return [.. (await session.Query<BodyRecord>().OrderBy(record => record.Id).ToListAsync())
            .Select(record => JsonSerializer.Serialize(record, EventJson.Options))];
    }

    public static Source From(string fact, string cited, string? published = null, string standing = "first") =>
        new(NameBasedId.Of(fact, cited, published), fact, 1, cited, "a-submission", 2, published, standing);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
    }
}
