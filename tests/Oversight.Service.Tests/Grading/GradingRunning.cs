using System.Text.Json;
using Marten;
using Marten.Events;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Contracts;
using Oversight.Contracts.Delivery.V1;
using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Grading;
using Oversight.Hosting;
using Oversight.Testing;

namespace Oversight.Service.Tests.Grading;

/// <summary>The Grading service over a database of its own, told things as Ingestion would tell them.</summary>
internal sealed class GradingRunning : IAsyncDisposable
{
    private readonly WebApplication _app;
    private long _said;

    private GradingRunning(WebApplication app, string address) => (_app, Http) = (app, new() { BaseAddress = new(address) });

    public HttpClient Http { get; }

    public IDocumentStore Store => _app.Services.GetRequiredService<IDocumentStore>();

    public static async Task<GradingRunning> Start()
    {
        var builder = WebApplication.CreateBuilder();
        var address = $"http://127.0.0.1:{Servers.FreePort()}";
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = address,
            ["ConnectionStrings:Postgres"] = await Servers.FreshDatabase("grading"),
            ["Oversight:Services:ingestion"] = "http://127.0.0.1:9",
        });
        builder.Services.AddSingleton(Bus.Factory.CreateUsingInMemory(_ => { }));
        var app = GradingService.Build(builder);
        await app.WaitForStore();
        await app.StartAsync();
        return new(app, address);
    }

    /// <summary>Tells it, and waits until its view shows it.</summary>
    public async Task Tell(params IContract[] contracts)
    {
        var before = _said;
        var entries = contracts.Select(contract => new Entry(
            ++_said, NameBasedId.Of("entry", $"{_said}"), ContractTypes.NameOf(contract.GetType()), contract.Body, DateTimeOffset.UnixEpoch, null,
            JsonSerializer.SerializeToElement(contract, contract.GetType(), ContractTypes.Json))).ToArray();
        await _app.Services.GetRequiredService<IInbox>().Receive(new("ingestion", before, _said, entries), default);
        await Store.WaitForNonStaleProjectionDataAsync(TimeSpan.FromSeconds(30));
    }

    public async Task<JsonElement> Get(string path)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative));
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
    }

    public static GradeReported Grade(string body, string area, string grade, string? published, string programme = "PEEL 2021/22", string cited = "https://example.org/report") =>
        new(body, programme, area, grade, Source(published, cited, body, programme, area, grade));

    public static StopSearchAuditReported Grounds(string body, decimal percent, string cited, string inspection = "PEEL 2021/22", int? records = null) =>
        new(body, inspection, inspection.Split(" (")[0], percent, records, Source("2022-09-22", cited, body, inspection, $"{percent}"));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static Source Source(string? published, string cited, params string[] says) =>
        new(NameBasedId.Of([.. says, cited, published]), string.Join('/', says), 1, cited, "submission", 2, published, "first");
}
