using System.Diagnostics;
using Npgsql;
using Oversight.Hosting;
using Oversight.Testing;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Oversight.Bench;

/// <summary>The real services, each in its own process with a fresh database, as <c>./oversight up</c> runs them.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    public static readonly string[] Stages = ["ingestion", "grading", "monitoring"];

    private readonly Databases _databases = new();
    private readonly Dictionary<string, Running> _running = [];
    private readonly Dictionary<string, NpgsqlDataSource> _stores = [];

    private Deployment()
    {
    }

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromHours(1) };

    /// <summary>From the start of the process to ready, all starting at once.</summary>
    public IReadOnlyDictionary<string, TimeSpan> StartUp { get; private set; } = new Dictionary<string, TimeSpan>();

    public IEnumerable<Running> All => _running.Values;

    public Running this[string service] => _running[service];

    public NpgsqlDataSource Store(string service) => _stores[service];

    public static async Task<Deployment> Start(IReadOnlyList<string>? services = null, IReadOnlyDictionary<string, string>? databases = null, IReadOnlyDictionary<string, string>? given = null)
    {
        var deployment = new Deployment();
        services ??= Stages;
        var addresses = services.Union(Stages).ToDictionary(service => service, _ => $"http://127.0.0.1:{Servers.FreePort()}");
        await Broker.Forget(Stages.SelectMany(service => Stages.Select(source => new ServiceName(service).Queue(source))));
        foreach (var service in services)
        {
            var settings = Stages.ToDictionary(other => $"Oversight__Services__{other}", other => addresses[other]);
            settings["ASPNETCORE_URLS"] = addresses[service];
            foreach (var (name, value) in given ?? new Dictionary<string, string>())
            {
                settings[name] = value;
            }

            if (service != "gateway")
            {
                var database = databases?.GetValueOrDefault(service) ?? await deployment._databases.Fresh(service);
                deployment._stores[service] = NpgsqlDataSource.Create(database);
                settings["ConnectionStrings__Postgres"] = database;
                settings["ConnectionStrings__RabbitMq"] = Broker.Address.ToString();
            }

            deployment._running[service] = new(service, Programs.Of($"Oversight.{char.ToUpperInvariant(service[0])}{service[1..]}"), [], settings);
        }

        try
        {
            var ready = await Task.WhenAll(deployment.All.Select(async running => (running.Name, Took: await running.Ready())));
            deployment.StartUp = ready.ToDictionary(started => started.Name, started => started.Took);
        }
        catch
        {
            await deployment.DisposeAsync();
            throw;
        }

        return deployment;
    }

    /// <summary>Sends a CSV file, and insists that no row is refused unless that is expected.</summary>
    public async Task Submit(string name, byte[] csv, bool mayRefuse = false, string? body = null)
    {
        using var content = new ByteArrayContent(csv) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        using var answer = await Http.PostAsync($"{this["ingestion"].Address}/api/v1/submissions?name={name}.csv{(body is null ? "" : $"&body={body}")}", content);
        var said = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode || (!mayRefuse && JsonDocument.Parse(said).RootElement.GetProperty("refused").GetArrayLength() > 0))
        {
            throw new InvalidOperationException($"Submission {name}: {(int)answer.StatusCode} {(said.Length > 1000 ? said[..1000] : said)}");
        }
    }

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    // Prompts are raised beside what rows say, whenever the rules get to it.
    private const string FromRows = "type not like 'monitoring.prompt-%'";

    /// <summary>How many events a service holds that rows led to.</summary>
    public Task<long> Stored(string service) => Databases.Number(_stores[service], $"select count(*) from {ServiceHost.Schema}.mt_events where {FromRows}");

    /// <summary>The position of its last event.</summary>
    public Task<long> Position(string service) => Databases.Number(_stores[service], $"select max(seq_id) from {ServiceHost.Schema}.mt_events");

    /// <summary>Waits until Monitoring holds that many events and its view of the bodies has taken in the last of them.</summary>
    public Task Visible(long events, int everyMilliseconds = 20) => Visible("monitoring", "BodyRecord", events, everyMilliseconds);

    /// <summary>Waits until a service holds that many events and its view has taken in the last of them.</summary>
    public async Task Visible(string service, string view, long events, int everyMilliseconds = 20)
    {
        await using var given = _stores[service].CreateCommand($"select last_value from {ServiceHost.Schema}.mt_events_sequence");
        await using var seen = _stores[service].CreateCommand(
            $"""
            select count(*) = {events} and (select min(last_seq_id) from {ServiceHost.Schema}.mt_event_progression where name like '{view}:%') >= max(seq_id)
            from {ServiceHost.Schema}.mt_events where {FromRows}
            """);
        for (var clock = Stopwatch.StartNew(); Convert.ToInt64(await given.ExecuteScalarAsync(), null) < events || await seen.ExecuteScalarAsync() is not true;)
        {
            if (clock.Elapsed > Longest)
            {
                throw new TimeoutException($"After {Longest.TotalMinutes} minutes {service} holds {await Stored(service):#,0} of {events:#,0} events, or {view} has not taken them in.");
            }

            await Task.Delay(everyMilliseconds);
        }
    }

    /// <summary>The contracts that a service has said after a position, as their bytes.</summary>
    public async Task<List<byte[]>> Said(string service, long after)
    {
        var contracts = new List<byte[]>();
        for (; ; )
        {
            var chunk = await Http.GetFromJsonAsync<JsonElement>($"{this[service].Address}/internal/v1/chunks?after={after}&limit=2000");
            contracts.AddRange(chunk.GetProperty("entries").EnumerateArray().Select(entry => System.Text.Encoding.UTF8.GetBytes(entry.GetProperty("data").GetRawText())));
            if (chunk.GetProperty("sequence").GetInt64() is var reached && reached <= after)
            {
                return contracts;
            }

            after = reached;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(All.Select(running => running.DisposeAsync().AsTask()));
        foreach (var store in _stores.Values)
        {
            await store.DisposeAsync();
        }

        Http.Dispose();
        await _databases.DisposeAsync();
    }
}
