using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using Oversight.EndToEnd.Tests.Checking;
using Oversight.Testing;

namespace Oversight.EndToEnd.Tests.Running;

/// <summary>The whole system on servers of its own, so that a test may kill any part of it.</summary>
internal sealed class SystemUnderTest : IAsyncDisposable
{
    public static readonly string[] Services = ["ingestion", "grading", "monitoring"];

    private readonly string _home = Directory.CreateTempSubdirectory("oversight-test.").FullName;
    private readonly Starter _starter;
    private readonly int _port = Oversight.Testing.Servers.FreePort();
    private readonly string _name;
    private readonly Dictionary<string, NpgsqlDataSource> _stores = [];

    private SystemUnderTest(string name, IReadOnlyDictionary<string, string>? settings)
    {
        (_name, _starter) = (name, new(_home, settings));
        Http = new() { BaseAddress = new($"http://127.0.0.1:{_port}"), Timeout = TimeSpan.FromMinutes(3) };
    }

    /// <summary>Talks to the one public address.</summary>
    public HttpClient Http { get; }

    /// <summary>What the last start said.</summary>
    public string Said { get; private set; } = "";

    /// <summary>Where mails lie that went to nobody's mail server.</summary>
    public string Mails => Path.Combine(_home, "mail");

    public string RabbitMq => ServerAddress("OVERSIGHT_RABBITMQ");

    public static async Task<SystemUnderTest> Start(string name, IReadOnlyDictionary<string, string>? settings = null, params string[] words)
    {
        var system = new SystemUnderTest(name, settings);
        try
        {
            await system.Up(words);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts what does not run.</summary>
    public async Task Up(params string[] words) => Said = (await Run(["up", "--detach", "--port", $"{_port}", .. words])).Succeeded;

    /// <summary>Starts what does not run of the two servers.</summary>
    public async Task ServersUp() => _ = (await Run("servers", "up")).Succeeded;

    public Task<Answer> Run(params string[] words) => _starter.Run(words);

    /// <summary>The process ids of services and servers that run, as <c>./oversight ps</c> has them.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Processes() =>
        JsonSerializer.Deserialize<JsonElement>((await Run("ps", "--json")).Succeeded).EnumerateArray()
            .Where(row => row.GetProperty("pid").ValueKind == JsonValueKind.Number)
            .ToDictionary(row => row.GetProperty("name").GetString()!, row => row.GetProperty("pid").GetInt32());

    /// <summary>As <c>kill -9</c> does.</summary>
    public static async Task Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
        await Eventually.True($"process {pid} to be gone", () => Task.FromResult(HasEnded(pid)));
    }

    /// <summary>Asks services to end, as <c>./oversight down</c> does, and leaves the servers running.</summary>
    public async Task Stop(params string[] services)
    {
        var running = await Processes();
        await Task.WhenAll(services.Where(running.ContainsKey).Select(async service =>
        {
            using var process = Process.Start("kill", ["-TERM", $"{running[service]}"]);
            await process.WaitForExitAsync();
            await Eventually.True($"{service} to end", () => Task.FromResult(HasEnded(running[service])));
        }));
    }

    /// <summary>A service's store, seen with the server's own account.</summary>
    public NpgsqlDataSource Store(string service) => Database($"oversight_{service}");

    public NpgsqlDataSource Database(string database)
    {
        lock (_stores)
        {
            return _stores.TryGetValue(database, out var known) ? known : _stores[database] = NpgsqlDataSource.Create(Connection(database));
        }
    }

    /// <summary>Closes what no test uses just now.</summary>
    public void ForgetConnections()
    {
        foreach (var store in _stores.Values)
        {
            store.Clear();
        }
    }

    public string Connection(string database)
    {
        var address = new Uri(ServerAddress("OVERSIGHT_POSTGRES"));
        return new NpgsqlConnectionStringBuilder
        {
            Host = address.Host, Port = address.Port, Username = "postgres", Password = address.UserInfo.Split(':')[1], Database = database, Timezone = "UTC", MaxPoolSize = 5,
        }.ConnectionString;
    }

    /// <summary>Where a service answers its neighbours.</summary>
    public Uri Address(string service) => service == "gateway" ? Http.BaseAddress!
        : new($"http://127.0.0.1:{Remembered("ports").First(line => line.StartsWith(service + "=", StringComparison.Ordinal)).Split('=')[1]}");

    public async Task<StoreHistory[]> Histories() => await Task.WhenAll(Services.Select(service => Checking.Histories.Read(service, Store(service))));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        foreach (var store in _stores.Values)
        {
            await store.DisposeAsync();
        }

        KeepLogs();
        _ = await Run("reset", "--yes");
    }

    private static bool HasEnded(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/stat").Split(") ")[^1].StartsWith('Z');
        }
        catch (IOException)
        {
            return true;
        }
    }

    private IEnumerable<string> Remembered(string file) => File.ReadLines(Path.Combine(_home, file));

    private string ServerAddress(string variable)
    {
        var secrets = Remembered("secrets").Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var ports = Remembered("ports").Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return variable == "OVERSIGHT_POSTGRES" ? $"postgresql://postgres:{secrets["postgres"]}@127.0.0.1:{ports["postgres"]}/postgres"
            : $"amqp://oversight:{secrets["rabbitmq"]}@127.0.0.1:{ports["amqp"]}/oversight";
    }

    // The home is removed, and a failed test is explained by what the services said.
    private void KeepLogs()
    {
        var kept = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "end-to-end-logs", _name));
        foreach (var log in Directory.EnumerateFiles(Path.Combine(_home, "logs")))
        {
            File.Copy(log, Path.Combine(kept.FullName, Path.GetFileName(log)), overwrite: true);
        }
    }
}
