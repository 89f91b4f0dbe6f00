using Marten;
using Npgsql;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Follows;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Changes;

/// <summary>A body of which something was learned.</summary>
internal sealed record TouchedBody(string Body, DateTimeOffset LastAt);

/// <summary>Reads what has become of the record between two of its positions.</summary>
internal sealed class ChangeReader(NpgsqlDataSource postgres)
{
    // What is decided by rules follows from what was learned, and is told with it; what people follow is their own.
    private static readonly string[] Untold =
    [
        "monitoring.prompt-raised.v1", "monitoring.prompt-cleared.v1", .. EventNames<FollowEvent>.Types.Keys.Order(StringComparer.Ordinal),
    ];

    private const string Counted = $"{ServiceHost.Schema}.mt_events where seq_id > $1 and seq_id <= $2 and type <> all($3)";

    private const string Settled = $"coalesce((select last_seq_id from {ServiceHost.Schema}.mt_event_progression where name = 'HighWaterMark'), 0)";

    /// <summary>The last position that all views may be asked about.</summary>
    public async Task<long> Position(CancellationToken ct)
    {
        await using var command = postgres.CreateCommand($"select {Settled}");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>The last position by an instant.</summary>
    public async Task<long> PositionBy(DateTimeOffset instant, CancellationToken ct)
    {
        await using var command = postgres.CreateCommand(
            $"select coalesce((select seq_id from {ServiceHost.Schema}.mt_events where seq_id <= {Settled} and timestamp <= $1 order by seq_id desc limit 1), 0)");
        command.Parameters.Add(new() { Value = instant.ToUniversalTime() });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>When the record stood at a position; null where it was empty.</summary>
    public async Task<DateTimeOffset?> InstantOf(long position, CancellationToken ct)
    {
        await using var command = postgres.CreateCommand($"select timestamp from {ServiceHost.Schema}.mt_events where seq_id <= $1 order by seq_id desc limit 1");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = position });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? reader.GetFieldValue<DateTimeOffset>(0) : null;
    }

    /// <summary>How many things were learned between two positions.</summary>
    public async Task<long> Count(long after, long upto, CancellationToken ct)
    {
        await using var command = Between($"select count(*) from {Counted}", after, upto);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>The bodies of which something was learned, the last one first.</summary>
    public async Task<IReadOnlyList<TouchedBody>> Touched(long after, long upto, CancellationToken ct)
    {
        await using var command = Between($"select stream_id, max(timestamp) from {Counted} group by stream_id order by max(seq_id) desc, stream_id", after, upto);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var touched = new List<TouchedBody>();
        while (await reader.ReadAsync(ct))
        {
            touched.Add(new(reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1)));
        }

        return touched;
    }

    /// <summary>What of a body reads otherwise than it did at an instant and is asked for; null where its service is not.</summary>
    public static async Task<BodyChanges?> Of(IQuerySession session, TouchedBody touched, DateTimeOffset? since, Viewpoint viewpoint, FollowFilter filter, CancellationToken ct)
    {
        var events = (await session.Events.FetchStreamAsync(touched.Body, token: ct)).Select(BodyRecordProjection.Stored).OfType<Recorded>().ToArray();
        var registered = BodyProfile.RegisteredBy(BodyRecords.Fold(touched.Body, events), viewpoint);
        if (!filter.AdmitsService(registered?.Service))
        {
            return null;
        }

        var changes = Histories.Changes.Since(since ?? DateTimeOffset.MinValue, touched.Body, events, viewpoint)
            .Where(change => filter.Admits(change.After ?? change.Before!)).ToArray();
        return new(touched.Body, registered?.Name ?? touched.Body, touched.LastAt, changes.Length, [.. changes.Take(BodyChanges.Most).Select(ChangeShown.Of)]);
    }

    private NpgsqlCommand Between(string sql, long after, long upto)
    {
        var command = postgres.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = upto });
        command.Parameters.Add(new() { Value = Untold });
        return command;
    }
}
