using Npgsql;
using NpgsqlTypes;
using Oversight.Core;
using Oversight.Hosting;

namespace Oversight.Monitoring.Follows;

/// <summary>Reads what people follow out of their streams, so that everybody sees at once what they did.</summary>
internal sealed class FollowStore(NpgsqlDataSource postgres)
{
    private const string Prefix = "follower-";

    /// <summary>Where what this person follows is kept; the name does not say who they are.</summary>
    public static string StreamOf(string subject) => Prefix + NameBasedId.Of("follower", subject).ToString("N")[..16];

    /// <summary>The stream that a follow is in; its id begins with what is the stream's own.</summary>
    public static string StreamOfFollow(string follow) => Prefix + follow.Split('-')[0];

    public static string NewId(string stream) => $"{stream[Prefix.Length..]}-{Guid.NewGuid().ToString("N")[..8]}";

    public static bool IsOne(string stream) => stream.StartsWith(Prefix, StringComparison.Ordinal);

    public async Task<Following> Of(string stream, CancellationToken ct) =>
        (await Read("unnest(array[$1])", [new() { Value = stream }], new Dictionary<string, (Following, long)>(), ct)).GetValueOrDefault(stream, (Following.Nothing, 0)).Item1;

    /// <summary>A follow by its id; null where there is none, or no longer.</summary>
    public async Task<Follow?> Find(string follow, CancellationToken ct) => (await Of(StreamOfFollow(follow), ct)).Find(follow);

    /// <summary>Everybody's, reading on from what was read before.</summary>
    public Task<IReadOnlyDictionary<string, (Following Following, long Version)>> All(IReadOnlyDictionary<string, (Following Following, long Version)> known, CancellationToken ct) =>
        Read($"(select id from {ServiceHost.Schema}.mt_streams where id like '{Prefix}%')", [], known, ct);

    private async Task<IReadOnlyDictionary<string, (Following Following, long Version)>> Read(
        string streams, NpgsqlParameter[] parameters, IReadOnlyDictionary<string, (Following Following, long Version)> known, CancellationToken ct)
    {
        await using var command = postgres.CreateCommand(
            $"""
            select s.id, e.version, e.type, e.data::text from {streams} as s(id)
            left join unnest(${parameters.Length + 1}, ${parameters.Length + 2}) as known(id, version) on known.id = s.id
            cross join lateral (
                select version, type, data from {ServiceHost.Schema}.mt_events
                where stream_id = s.id and version > coalesce(known.version, 0) order by version offset 0) e
            """);
        command.Parameters.AddRange(parameters);
        command.Parameters.Add(new() { Value = known.Keys.ToArray() });
        command.Parameters.Add(new() { Value = known.Values.Select(one => one.Version).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new Dictionary<string, (Following Following, long Version)>(known);
        while (await reader.ReadAsync(ct))
        {
            var (id, before) = (reader.GetString(0), found.GetValueOrDefault(reader.GetString(0), (Following.Nothing, 0)));
            found[id] = (Following.Evolve(before.Following, EventNames<FollowEvent>.Read(reader.GetString(2), reader.GetString(3))), reader.GetInt64(1));
        }

        return found;
    }
}
