using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Marten;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Oversight.Hosting;

/// <summary>How far something is behind, and since when it has not moved.</summary>
/// <param name="Head">Where it should be; null when nobody can say.</param>
/// <param name="Reached">Where it is.</param>
/// <param name="StuckSince">Since when it is behind without moving; null while it moves or is level.</param>
/// <param name="Fault">Why nobody can say, or what is wrong with it.</param>
/// <param name="IsLasting">Will the fault stay until somebody mends it?</param>
/// <param name="LookedAt">When it was measured last; what is not looked at is not known to move.</param>
internal sealed record Behind(long? Head, long? Reached, DateTimeOffset? StuckSince, string? Fault, bool IsLasting, DateTimeOffset LookedAt);

/// <summary>What has to move: every projection, the relay, and the inbox of every source.</summary>
internal sealed class Lag(TimeProvider clock)
{
    private const string Shard = "projection ";

    private readonly ConcurrentDictionary<string, Behind> _measured = [];

    public IReadOnlyDictionary<string, Behind> Measured => _measured;

    /// <summary>When the store was seen last.</summary>
    public DateTimeOffset LastLook => _measured.Where(measured => measured.Key.StartsWith(Shard, StringComparison.Ordinal)).Select(measured => measured.Value.LookedAt).DefaultIfEmpty().Max();

    public void OfShard(string shard, long head, long reached) => Note(Shard + shard, head, reached, null, false);

    public void OfSource(string source, long? head, long? reached, string? fault, bool isLasting = false) => Note($"inbox {source}", head, reached, fault, isLasting);

    private void Note(string what, long? head, long? reached, string? fault, bool isLasting) => _measured.AddOrUpdate(what,
        _ => new(head, reached, null, fault, isLasting, clock.GetUtcNow()),
        (_, before) =>
        {
            var level = head is { } h && reached is { } r && r == h;
            var moved = reached is not null && reached != before.Reached;
            return new(head ?? before.Head, reached ?? before.Reached, level || moved ? null : before.StuckSince ?? clock.GetUtcNow(), fault, isLasting, clock.GetUtcNow());
        });
}

/// <summary>Measures the daemon from outside of it: what the store holds against what each projection has taken in.</summary>
internal sealed class LagWatch(ServiceName service, NpgsqlDataSource postgres, IDocumentStore store, Lag lag, ILogger<LagWatch> log) : BackgroundService
{
    // A projection that never began has no progress to be read, and is behind all the same.
    private readonly string[] _shards = [.. ((DocumentStore)store).Options.Projections.AllShards().Select(shard => shard.Name.Identity)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Telemetry.Lags[lag] = service.Name;
        using var _ = stoppingToken.Register(() => Telemetry.Lags.TryRemove(lag, out string? _));
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            try
            {
                await using var command = postgres.CreateCommand(
                    $"""
                    select shard, coalesce(last_seq_id, 0), (select coalesce(max(seq_id), 0) from {ServiceHost.Schema}.mt_events)
                    from unnest($1) as shard left join {ServiceHost.Schema}.mt_event_progression on name = shard
                    """);
                command.Parameters.Add(new() { Value = _shards });
                await using var reader = await command.ExecuteReaderAsync(stoppingToken);
                while (await reader.ReadAsync(stoppingToken))
                {
                    lag.OfShard(reader.GetString(0), reader.GetInt64(2), reader.GetInt64(1));
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The store's progress cannot be read: {Fault}", fault.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

/// <summary>Ready means that everything moves, not only that the process lives.</summary>
internal sealed class Readiness(Lag lag, IBusControl bus, IDocumentStore store, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private const long MostBehind = 100_000;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (ill, poorly, data) = (new List<string>(), new List<string>(), new Dictionary<string, object>());
        var now = clock.GetUtcNow();

        foreach (var (what, behind) in lag.Measured)
        {
            data[what] = new { behind.Head, behind.Reached, behind.StuckSince, behind.Fault };
            if (behind.IsLasting)
            {
                ill.Add($"{what}: {behind.Fault}");
            }
            else if (behind.StuckSince < now - Patience || behind.LookedAt < now - 2 * Patience || behind.Head - behind.Reached > MostBehind)
            {
                ill.Add($"{what} stands at {behind.Reached} of {behind.Head}{(behind.Fault is { } fault ? $" ({fault})" : "")}");
            }
            else if (behind.Fault is { } passing)
            {
                poorly.Add($"{what}: {passing}");
            }
        }

        await Store(ill, now, cancellationToken);
        if (bus.CheckHealth() is { Status: not BusHealthStatus.Healthy } health)
        {
            poorly.Add($"the broker: {health.Description}");
        }

        return ill.Count > 0 ? HealthCheckResult.Unhealthy(string.Join("; ", ill.Concat(poorly)), data: data)
            : poorly.Count > 0 ? HealthCheckResult.Degraded(string.Join("; ", poorly), data: data)
            : HealthCheckResult.Healthy("Everything moves.", data);
    }

    private async Task Store(List<string> ill, DateTimeOffset now, CancellationToken ct)
    {
        if (lag.LastLook < now - Patience)
        {
            ill.Add("the store has not been seen to move for 15 seconds");
            return;
        }

        try
        {
            await using var session = store.QuerySession();
            if (await session.Query<Parked>().CountAsync(ct) is > 0 and var parked)
            {
                ill.Add($"{parked} contracts are parked (./oversight parked)");
            }

            foreach (var refused in await session.Query<Refused>().OrderBy(refused => refused.Id).ToListAsync(ct))
            {
                ill.Add($"{refused.Times} messages of {refused.Source} were refused: {refused.Because} (./oversight refused)");
            }
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            ill.Add($"the store: {fault.Message}");
        }
    }
}

/// <summary>Started means that store and broker were reached, however much there is to do or to mend.</summary>
internal sealed class Started(IBusControl bus, NpgsqlDataSource postgres) : IHealthCheck
{
    public const string Name = "started";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (bus.CheckHealth() is { Status: BusHealthStatus.Unhealthy } health)
        {
            return HealthCheckResult.Unhealthy($"the broker: {health.Description}");
        }

        try
        {
            await using var command = postgres.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy("Store and broker answer.");
        }
        catch (NpgsqlException fault)
        {
            return HealthCheckResult.Unhealthy($"the store: {fault.Message}");
        }
    }
}

internal static class HealthRoutes
{
    private static readonly string? Version = Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/started", new() { Predicate = check => check.Name == Started.Name, ResponseWriter = Write });
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Name != Started.Name, ResponseWriter = Write });
    }

    private static Task Write(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "application/json";
        return JsonSerializer.SerializeAsync(http.Response.Body, new
        {
            status = report.Status.ToString(),
            version = Version,
            checks = report.Entries.Select(entry => new { name = entry.Key, status = entry.Value.Status.ToString(), entry.Value.Description, entry.Value.Data }),
        }, JsonSerializerOptions.Web, http.RequestAborted);
    }
}
