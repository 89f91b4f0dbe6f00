using Marten;
using Marten.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
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

    // A position beyond the high-water mark may still be filled by a transaction that has not committed.
    private const string Settled = $"coalesce((select last_seq_id from {ServiceHost.Schema}.mt_event_progression where name = 'HighWaterMark'), 0)";

    public static void MapChunks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/internal/v1/position", async (long? heard, ServiceName service, StoreIdentity identity, NpgsqlDataSource postgres, CancellationToken ct) =>
        {
            await using var command = postgres.CreateCommand(
                $"""
                select (select store from {StoreIdentity.Row}), {Settled},
                  (select last_value from {ServiceHost.Schema}.mt_events_sequence), (select id from {ServiceHost.Schema}.mt_events where seq_id = $1)
                """);
            command.Parameters.Add(new() { Value = heard ?? 0 });
            await using var reader = await command.ExecuteReaderAsync(ct);
            await reader.ReadAsync(ct);
            return new Position(service.Name, await reader.IsDBNullAsync(0, ct) ? await identity.Of(ct) : reader.GetGuid(0), reader.GetInt64(1), reader.GetInt64(2),
                await reader.IsDBNullAsync(3, ct) ? null : reader.GetGuid(3));
        }).ExcludeFromDescription();

        routes.MapGet("/internal/v1/chunks", async (long after, int? limit, ServiceName service, StoreIdentity identity, NpgsqlDataSource postgres, IQuerySession session,
            Sayings sayings, CancellationToken ct) =>
        {
            var most = Math.Clamp(limit ?? Relay.ChunkSize, 1, Most);
            await using var command = postgres.CreateCommand($"select {Settled}");
            var settled = (long)(await command.ExecuteScalarAsync(ct))!;
            var range = session.Events.QueryAllRawEvents().Where(e => e.Sequence > after && e.Sequence <= settled);
            var events = await (sayings.Said.Length == 0 ? range : range.Where(e => e.EventTypesAre(sayings.Said))).OrderBy(e => e.Sequence).Take(most).ToListAsync(ct);
            var upTo = events.Count == most ? events[^1].Sequence : Math.Max(after, settled);
            var chunk = new Chunk(service.Name, await identity.Of(ct), after, upTo, ContractTypes.Entries(events, sayings));
            return Results.Json(chunk, ContractTypes.Json);
        }).ExcludeFromDescription();
    }
}
