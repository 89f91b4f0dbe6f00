using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events;
using Marten.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using Polly;

namespace Oversight.Hosting;

/// <summary>Marten's store; only what projections and the relay read in the background is read by <see cref="EventPages"/> (docs/adr/0014).</summary>
internal sealed class OversightStore(StoreOptions options) : DocumentStore(options), IEventStore<IDocumentOperations, IQuerySession>
{
    IEventLoader IEventStore<IDocumentOperations, IQuerySession>.BuildEventLoader(
        IEventDatabase database, ILogger loggerFactory, EventFilterable filtering, AsyncOptions shardOptions) => Pages(database, filtering);

    IEventLoader IEventStore<IDocumentOperations, IQuerySession>.BuildEventLoader(
        IEventDatabase database, ILogger loggerFactory, EventFilterable filtering, AsyncOptions shardOptions, ShardName shardName) => Pages(database, filtering);

    /// <summary>Registers it in the place of Marten's, with the log that Marten would have given its own.</summary>
    public static void Register(IServiceCollection services) =>
        services.AddSingleton<IDocumentStore>(provider =>
        {
            var options = provider.GetRequiredService<StoreOptions>();
            options.Logger((IMartenLogger)SqlLog(provider.GetRequiredService<ILogger<IDocumentStore>>()));
            LogTo(options, provider.GetRequiredService<ILoggerFactory>());
            return new OversightStore(options);
        });

    private ResilientEventLoader Pages(IEventDatabase database, EventFilterable filtering) =>
        new(Retries(Options), new EventPages((IMartenDatabase)database, this, filtering), database);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    [return: UnsafeAccessorType("Marten.DefaultMartenLogger, Marten")]
    private static extern object SqlLog(ILogger log);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_LogFactory")]
    private static extern void LogTo(StoreOptions options, ILoggerFactory logs);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_ResiliencePipeline")]
    private static extern ResiliencePipeline Retries(StoreOptions options);
}

/// <summary>Reads committed events page by page in the order of the store: the columns that are used, each row at once when it has arrived.</summary>
internal sealed class EventPages : IEventLoader
{
    private readonly IMartenDatabase _database;
    private readonly ISerializer _json;
    private readonly FrozenDictionary<string, EventMapping> _types;
    private readonly string[]? _only;

    public EventPages(IMartenDatabase database, DocumentStore store, EventFilterable filtering)
    {
        if (filtering.StreamType is not null || filtering.IncludeArchivedEvents)
        {
            throw new NotSupportedException("A projection can be narrowed by types of events only.");
        }

        // What a transaction that failed leaves in the place of its events is read like any other.
        store.Events.EventMappingFor(typeof(Tombstone));
        (_database, _json) = (database, store.Serializer);
        _types = store.Events.AllKnownEventTypes().OfType<EventMapping>().ToFrozenDictionary(type => type.EventTypeName);
        _only = filtering.IncludedEventTypes is { Count: > 0 } types && !types.Any(type => type.IsAbstract)
            ? [.. types.Select(type => store.Events.EventMappingFor(type).EventTypeName)] : null;
    }

    public async Task<EventPage> LoadAsync(EventRequest request, CancellationToken token)
    {
        await using var connection = _database.CreateConnection();
        await connection.OpenAsync(token);
        await using var command = new NpgsqlCommand(
            $"""
            select data, type, seq_id, id, stream_id, version, timestamp, causation_id from {ServiceHost.Schema}.mt_events
            where seq_id > $1 and seq_id <= $2 and not is_archived {(_only is null ? "" : "and type = any($4)")} order by seq_id limit $3
            """, connection);
        command.Parameters.Add(new() { Value = request.Floor });
        command.Parameters.Add(new() { Value = request.HighWater });
        command.Parameters.Add(new() { Value = request.BatchSize });
        if (_only is not null)
        {
            command.Parameters.Add(new() { Value = _only, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar });
        }

        var page = new EventPage(request.Floor);
        await using var rows = await command.ExecuteReaderAsync(token);
        while (await rows.ReadAsync(token))
        {
            page.Add(Read(rows));
        }

        page.CalculateCeiling(request.BatchSize, request.HighWater);
        return page;
    }

    // Nothing is ever skipped: what cannot be read stops whoever reads.
    private IEvent Read(NpgsqlDataReader row)
    {
        var (name, sequence) = (row.GetString(1), row.GetInt64(2));
        var type = _types.TryGetValue(name, out var known) ? known : throw new Marten.Exceptions.UnknownEventTypeException(name, sequence);
        IEvent read;
        try
        {
            read = type.ReadEventData(_json, row);
        }
        catch (Exception fault)
        {
            throw new Marten.Exceptions.EventDeserializationFailureException(sequence, type, fault);
        }

        read.Sequence = sequence;
        read.Id = row.GetGuid(3);
        read.StreamKey = row.GetString(4);
        read.Version = row.GetInt64(5);
        read.Timestamp = row.GetFieldValue<DateTimeOffset>(6);
        read.CausationId = row.IsDBNull(7) ? null : row.GetString(7);
        return read;
    }
}
