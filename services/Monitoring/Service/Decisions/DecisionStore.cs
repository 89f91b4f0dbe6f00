using Npgsql;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Decisions;

/// <summary>Reads the decisions of one body out of its stream, so that whoever acts sees what was done a moment ago.</summary>
internal sealed class DecisionStore(NpgsqlDataSource postgres)
{
    public static readonly IReadOnlyDictionary<string, Type> Kinds =
        EventNames<BodyEvent>.Types.Where(kind => kind.Value.IsAssignableTo(typeof(IDecided))).ToDictionary();

    public async Task<DecisionRecord> Of(string body, CancellationToken ct)
    {
        await using var command = postgres.CreateCommand(
            $"select type, data::text, timestamp, version from {ServiceHost.Schema}.mt_events where stream_id = $1 and type = any($2) order by version");
        command.Parameters.Add(new() { Value = body });
        command.Parameters.Add(new() { Value = Kinds.Keys.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var record = new DecisionRecord(body, []);
        while (await reader.ReadAsync(ct))
        {
            record = DecisionRecord.Evolve(record, body, new Recorded(
                EventNames<BodyEvent>.Read(reader.GetString(0), reader.GetString(1)), reader.GetFieldValue<DateTimeOffset>(2).ToUniversalTime(), reader.GetInt64(3)));
        }

        return record;
    }

    /// <summary>Which of these facts and claims the stream of the body rests on. It only ever grows, so what is found stays true.</summary>
    public async Task<IReadOnlyList<CitedEvidence>> Evidence(string body, IReadOnlyList<string> ids, CancellationToken ct)
    {
        await using var command = postgres.CreateCommand(
            $"""
            select distinct found #>> '{"{}"}' from {ServiceHost.Schema}.mt_events,
            lateral (select jsonb_path_query(data, '$.**.claimId') union all select jsonb_path_query(data, '$.**.factId')) as within(found)
            where stream_id = $1 and found #>> '{"{}"}' = any($2)
            """);
        command.Parameters.Add(new() { Value = body });
        command.Parameters.Add(new() { Value = ids.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new HashSet<string>();
        while (await reader.ReadAsync(ct))
        {
            found.Add(reader.GetString(0));
        }

        return [.. ids.Select(id => new CitedEvidence(id, found.Contains(id)))];
    }

    /// <summary>The body that a decision is about; its id begins with that of the body.</summary>
    public static string BodyOf(string decision) => decision.LastIndexOf('-') is > 0 and var end ? decision[..end]
        : throw new RejectedException("decision.unknown", $"There is no decision '{(decision.Length <= 40 ? decision : decision[..40] + "…")}'.");
}
