using System.Text.Json;
using System.Text.Json.Nodes;
using Marten;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Oversight.Contracts;
using Oversight.Contracts.Delivery.V1;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Testing;

namespace Oversight.Service.Tests;

/// <summary>One service over a database of its own; what the others would say comes in as chunks.</summary>
internal sealed class ServiceRunning : IAsyncDisposable
{
    private readonly Dictionary<string, long> _told = [];

    private ServiceRunning(WebApplication app, string address, string database) =>
        (App, Database, Http) = (app, database, new() { BaseAddress = new(address) });

    public WebApplication App { get; }

    public string Database { get; }

    public HttpClient Http { get; }

    public IDocumentStore Store => App.Services.GetRequiredService<IDocumentStore>();

    public static async Task<ServiceRunning> Start(
        Func<WebApplicationBuilder, WebApplication> build, string? database = null, params (string Key, string? Value)[] settings)
    {
        var address = $"http://127.0.0.1:{Servers.FreePort()}";
        database ??= await Servers.FreshDatabase("service");
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = address,
            ["ConnectionStrings:Postgres"] = database,
            ["Oversight:Services:ingestion"] = "http://127.0.0.1:9",
            ["Oversight:Services:grading"] = "http://127.0.0.1:9",
            ["Oversight:Services:monitoring"] = "http://127.0.0.1:9",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
        builder.Services.AddSingleton(Bus.Factory.CreateUsingInMemory(_ => { }));
        var app = build(builder);
        await (app.Services.GetService<NpgsqlDataSource>() is null ? Task.CompletedTask : app.WaitForStore());
        await app.StartAsync();
        return new(app, address, database);
    }

    /// <summary>Takes a chunk in, as if it had come over the bus, and waits until the views show it.</summary>
    public async Task Tell(string source, params IContract[] contracts)
    {
        var before = _told.GetValueOrDefault(source);
        var entries = contracts.Select((contract, i) => new Entry(
            before + i + 1, NameBasedId.Of(source, $"{before + i + 1}"), ContractTypes.NameOf(contract.GetType()), contract.Body,
            DateTimeOffset.UtcNow, null, JsonSerializer.SerializeToElement(contract, contract.GetType(), ContractTypes.Json))).ToArray();
        _told[source] = before + contracts.Length;
        await App.Services.GetServices<IInbox>().Single(inbox => inbox.Source == source).Receive(new Chunk(source, Guid.Empty, before, _told[source], entries), default);
        await App.ViewsAreCurrent();
    }

    /// <summary>After a restart, goes on telling where the one before had ended.</summary>
    public async Task GoesOnFrom(string source)
    {
        await using var session = Store.QuerySession();
        _told[source] = (await session.LoadAsync<Watermark>(source))!.Sequence;
    }

    public async Task<JsonNode> Get(string path) => JsonNode.Parse(await Http.GetStringAsync(path))!;

    public async Task<(int Status, string? Rule, string? Detail)> Refused(string path)
    {
        using var answer = await Http.GetAsync(path);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return ((int)answer.StatusCode, (string?)problem["type"], (string?)problem["detail"]);
    }

    public async Task<string[]> Rows(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Database);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return [.. rows];
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
    }
}
