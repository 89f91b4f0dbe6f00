using Npgsql;
using Oversight.Testing;

namespace Oversight.Bench;

/// <summary>Databases of their own for every round, on the server that OVERSIGHT_POSTGRES names.</summary>
internal sealed class Databases : IAsyncDisposable
{
    private readonly List<string> _names = [];

    public async Task<string> Fresh(string purpose)
    {
        var name = $"bench_{purpose}_{Guid.NewGuid():N}"[..40];
        await Servers.Do($"create database \"{name}\"");
        _names.Add(name);
        return Servers.Postgres(name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var name in _names)
        {
            await Servers.Do($"drop database if exists \"{name}\" with (force)");
        }

        // What the rounds left to be written does not slow the next one.
        await Servers.Do("checkpoint");
    }

    public static async Task<long> Number(NpgsqlDataSource postgres, string query)
    {
        await using var command = postgres.CreateCommand(query);
        return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0L, null);
    }
}
