using Marten;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Weasel.Postgresql.Tables;

namespace Oversight.Hosting;

/// <summary>Which event store this is. It is made once and moves with the data, so that positions of two stores are never taken for one another.</summary>
internal sealed class StoreIdentity(NpgsqlDataSource postgres) : IHostedService
{
    public const string Row = $"{ServiceHost.Schema}.store_identity";

    public static void AddTable(StoreOptions options)
    {
        var table = new Table(Row);
        table.AddColumn<int>("id").AsPrimaryKey();
        table.AddColumn<Guid>("store").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(table);
    }

    // Asked for each time: under a running service a database may be put in the place of another.
    public async Task<Guid> Of(CancellationToken ct)
    {
        await using var ask = postgres.CreateCommand($"select store from {Row}");
        if (await ask.ExecuteScalarAsync(ct) is Guid known)
        {
            return known;
        }

        await using var make = postgres.CreateCommand($"insert into {Row} (id, store) values (1, gen_random_uuid()) on conflict do nothing");
        await make.ExecuteNonQueryAsync(ct);
        return await Of(ct);
    }

    // At the start, so that the first backup has it.
    public Task StartAsync(CancellationToken cancellationToken) => Of(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
