using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Oversight.Testing;

/// <summary>The PostgreSQL and RabbitMQ that <c>./oversight test</c> or <c>bench</c> started; whoever runs without them fails and says so.</summary>
public static class Servers
{
    public static string RabbitMq => Required("OVERSIGHT_RABBITMQ");

    /// <summary>A fresh, empty database on the server.</summary>
    public static async Task<string> FreshDatabase(string name)
    {
        var database = $"test_{name}_{Guid.NewGuid():N}"[..40];
        await Do($"create database \"{database}\"");
        return Postgres(database);
    }

    /// <summary>A copy of a database that nobody uses just now, as a backup is one.</summary>
    public static async Task<string> Copy(string database)
    {
        var (from, copy) = (new NpgsqlConnectionStringBuilder(database).Database, $"test_copy_{Guid.NewGuid():N}");
        await Eventually.True($"{from} to be copied, which needs its last connection to end", async () =>
        {
            await Do($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{from}'");
            await Do($"create database \"{copy}\" template \"{from}\"");
            return true;
        });
        return Postgres(copy);
    }

    /// <summary>A port nobody listens on just now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Has the server do something that belongs to no one database.</summary>
    public static async Task Do(string statement)
    {
        await using var source = NpgsqlDataSource.Create(Postgres("postgres"));
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A database on the server, whether there is one or not.</summary>
    public static string Postgres(string database)
    {
        var address = new Uri(Required("OVERSIGHT_POSTGRES"));
        var user = address.UserInfo.Split(':', 2);
        return new NpgsqlConnectionStringBuilder
        {
            Host = address.Host, Port = address.Port, Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null, Database = database, MaxPoolSize = 30,
        }.ConnectionString;
    }

    public static string Required(string variable) => Environment.GetEnvironmentVariable(variable)
        ?? throw new InvalidOperationException($"{variable} is not set: run this by ./oversight test or ./oversight bench, which start what it needs.");
}
