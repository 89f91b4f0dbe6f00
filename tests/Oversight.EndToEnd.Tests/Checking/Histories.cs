using Npgsql;

namespace Oversight.EndToEnd.Tests.Checking;

/// <summary>Reads by plain SQL what a service has stored.</summary>
internal static class Histories
{
    public static async Task<StoreHistory> Read(string service, NpgsqlDataSource store)
    {
        // Where an append was rolled back, Marten fills its positions with events that say nothing.
        var events = await Rows(store, "select seq_id, stream_id, version, type, data::text from oversight.mt_events where type <> 'tombstone' order by seq_id",
            row => new StoredEvent(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4)));
        var mark = await Rows(store, "select last_seq_id from oversight.mt_event_progression where name = 'HighWaterMark'", row => row.GetInt64(0));
        return new(
            service, events, Math.Max(events.Count == 0 ? 0 : events[^1].Sequence, mark.FirstOrDefault()),
            (await Rows(store, "select id, version from oversight.mt_streams", row => (row.GetString(0), row.GetInt64(1)))).ToDictionary(),
            (await Rows(store, "select id, (data ->> 'sequence')::bigint from oversight.mt_doc_watermark", row => (row.GetString(0), row.GetInt64(1)))).ToDictionary(),
            (await Rows(store, "select name, last_seq_id from oversight.mt_event_progression where name not like 'HighWater%'", row => (row.GetString(0), row.GetInt64(1)))).ToDictionary(),
            [
                .. await Rows(store, "select id || ': ' || (data ->> 'because') from oversight.mt_doc_parked order by id", row => row.GetString(0)),
                .. await DeadLetters(store),
            ]);
    }

    /// <summary>Every document of the store by table and id, exactly as PostgreSQL writes it.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Documents(NpgsqlDataSource store)
    {
        var documents = new Dictionary<string, string>();
        foreach (var table in await Rows(store,
            @"select relname::text from pg_class where relnamespace = 'oversight'::regnamespace and relkind = 'r' and relname like 'mt\_doc\_%' order by 1", row => row.GetString(0)))
        {
            foreach (var (id, data) in await Rows(store, $"select id::text, data::text from oversight.{table}", row => (row.GetString(0), row.GetString(1))))
            {
                documents.Add($"{table}/{id}", data);
            }
        }

        return documents;
    }

    private static async Task<IReadOnlyList<string>> DeadLetters(NpgsqlDataSource store) =>
        await Rows(store, "select to_regclass('oversight.mt_doc_deadletterevent') is not null", row => row.GetBoolean(0)) is [true]
            ? await Rows(store, "select 'dead letter ' || data::text from oversight.mt_doc_deadletterevent", row => row.GetString(0))
            : [];

    private static async Task<List<T>> Rows<T>(NpgsqlDataSource store, string sql, Func<NpgsqlDataReader, T> read)
    {
        var rows = new List<T>();
        await using var command = store.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
