using JasperFx;
using Npgsql;

namespace Oversight.Ingestion.Submissions;

/// <summary>Waits out a store that is away: what was begun is finished when it is back.</summary>
internal static class Patience
{
    /// <summary>Tries until it works; faults that waiting cannot mend are thrown.</summary>
    public static async Task<T> Try<T>(Func<Task<T>> attempt, ILogger log, CancellationToken ct)
    {
        for (var wait = 100; ; wait = Math.Min(wait * 2, 3_000))
        {
            try
            {
                return await attempt();
            }
            catch (Exception fault) when (!ct.IsCancellationRequested && IsWeather(fault))
            {
                log.LogWarning("The store is away ({Fault}); trying again in {Wait} ms.", fault.Message, wait);
                await Task.Delay(wait, ct);
            }
        }
    }

    // A server that is shutting down or starting up says so in class 57; a broken connection is transient by itself.
    private static bool IsWeather(Exception? fault) => fault switch
    {
        null => false,
        PostgresException { SqlState: ['5', '7', ..] or ['0', '8', ..] or ['5', '3', ..] } => true,
        PostgresException postgres => postgres.IsTransient,
        NpgsqlException or ConcurrencyException or TimeoutException or IOException => true,
        _ => IsWeather(fault.InnerException),
    };
}
