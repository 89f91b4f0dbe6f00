using JasperFx.Events;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using Oversight.Contracts;
using Oversight.Contracts.Delivery.V1;

namespace Oversight.Hosting;

/// <summary>Where a source stands: everything up to here is settled and can be fetched.</summary>
/// <param name="Source">The service.</param>
/// <param name="Store">Its event store.</param>
/// <param name="Sequence">The position in it.</param>
/// <param name="Given">The last position given to anybody, settled or not.</param>
/// <param name="Heard">The event at the position that was asked for, if there is one.</param>
internal sealed record Position(string Source, Guid Store, long Sequence, long Given, Guid? Heard);

/// <summary>Lets a consumer that missed something fetch it from the source itself.</summary>
internal static class Chunks
{
    private const int Most = 2000;

    public static void MapChunks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/internal/v1/position", async (long? heard, ServiceName service, StoreIdentity identity, NpgsqlDataSource postgres, CancellationToken ct) =>
        {
            var settled = await Settled(postgres, ct);
            return new Position(service.Name, await identity.Of(ct), settled, await Given(postgres, ct), heard is { } at ? await EventAt(at, postgres, ct) : null);
        }).ExcludeFromDescription();

        routes.MapGet("/internal/v1/chunks", async (long after, int? limit, ServiceName service, StoreIdentity identity, NpgsqlDataSource postgres, IQuerySession session,
            Func<IEvent, IEnumerable<IContract>> toContracts, CancellationToken ct) =>
        {
            var most = Math.Clamp(limit ?? Relay.ChunkSize, 1, Most);
            var settled = await Settled(postgres, ct);
            var events = await session.Events.QueryAllRawEvents()
                .Where(e => e.Sequence > after && e.Sequence <= settled).OrderBy(e => e.Sequence).Take(most).ToListAsync(ct);
            var upTo = events.Count == most ? events[^1].Sequence : Math.Max(after, settled);
            var chunk = new Chunk(service.Name, await identity.Of(ct), after, upTo, events.SelectMany(e => ContractTypes.Entries(e, toContracts)).ToArray());
            return Results.Json(chunk, ContractTypes.Json);
        }).ExcludeFromDescription();
    }

    // A position beyond the high-water mark may still be filled by a transaction that has not committed.
    private static async Task<long> Settled(NpgsqlDataSource postgres, CancellationToken ct)
    {
        await using var command = postgres.CreateCommand(
            $"select last_seq_id from {ServiceHost.Schema}.mt_event_progression where name = 'HighWaterMark'");
        return await command.ExecuteScalarAsync(ct) as long? ?? 0;
    }

    private static async Task<long> Given(NpgsqlDataSource postgres, CancellationToken ct)
    {
        await using var command = postgres.CreateCommand($"select last_value from {ServiceHost.Schema}.mt_events_sequence");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<Guid?> EventAt(long sequence, NpgsqlDataSource postgres, CancellationToken ct)
    {
        await using var command = postgres.CreateCommand($"select id from {ServiceHost.Schema}.mt_events where seq_id = $1");
        command.Parameters.Add(new() { Value = sequence });
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }
}
