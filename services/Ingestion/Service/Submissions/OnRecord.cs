using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Oversight.Core;
using Oversight.Hosting;
using static Oversight.Ingestion.Submissions.SubmissionEvent;

namespace Oversight.Ingestion.Submissions;

/// <summary>What came of a submission so far; its refused rows stay in the store until they are asked for, since there can be a million of them.</summary>
/// <param name="Id">The submission.</param>
/// <param name="Submission">Its state, but without any refused row.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Refused">How many rows were refused in which events, in the order of their lines; of a part read more than once the last reading counts.</param>
internal sealed record OnRecord(string Id, Submission Submission, DateTimeOffset ReceivedAt, IReadOnlyList<(long Version, int Rows)> Refused)
{
    public SubmissionReceived Received => Submission.Received!;

    public SubmissionState State =>
        Submission.Refusal is not null ? SubmissionState.Refused : Submission.IsRead ? SubmissionState.Read : SubmissionState.Reading;

    // As an event of rows read is kept, but without the rows.
    internal const string WithoutRefusedRows = "case type when 'ingestion.rows-read.v1' then jsonb_set(data, array['refused'], '[]')::text else data::text end";

    /// <summary>Null where there was no such submission by that instant; where it is null, by now.</summary>
    public static async Task<OnRecord?> Find(NpgsqlDataSource postgres, string id, DateTimeOffset? limit, CancellationToken ct)
    {
        var (submission, receivedAt, refused) = (Submission.Initial, default(DateTimeOffset), new SortedDictionary<int, (long, int)>());
        await using var select = postgres.CreateCommand(
            $"""
            select version, type, timestamp, {WithoutRefusedRows},
              case type when 'ingestion.rows-read.v1' then jsonb_array_length(data->'refused') else 0 end
            from {ServiceHost.Schema}.mt_events where stream_id = $1 and timestamp <= coalesce($2, 'infinity') order by version
            """);
        select.Parameters.Add(new() { Value = Submission.StreamOf(id) });
        select.Parameters.Add(new() { Value = limit ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await using var reader = await select.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var @event = EventNames<SubmissionEvent>.Read(reader.GetString(1), reader.GetString(3));
            submission = Submission.Evolve(submission, @event);
            if (@event is SubmissionReceived)
            {
                receivedAt = reader.GetFieldValue<DateTimeOffset>(2).ToUniversalTime();
                refused.Clear();
            }
            else if (@event is RowsRead part)
            {
                refused[part.FromLine] = (reader.GetInt64(0), reader.GetInt32(4));
            }
        }

        return submission.Received is null ? null : new(id, submission, receivedAt, [.. refused.Values]);
    }

    /// <summary>The refused rows by their lines, a part at a time.</summary>
    public async IAsyncEnumerable<RefusedRow> RefusedRows(NpgsqlDataSource postgres, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var (version, _) in Refused.Where(part => part.Rows > 0))
        {
            await using var select = postgres.CreateCommand(
                $"select (data->'refused')::text from {ServiceHost.Schema}.mt_events where stream_id = $1 and version = $2");
            select.Parameters.Add(new() { Value = Submission.StreamOf(Id) });
            select.Parameters.Add(new() { Value = version });
            foreach (var row in JsonSerializer.Deserialize<RefusedRow[]>((string)(await select.ExecuteScalarAsync(ct))!, EventJson.Options)!)
            {
                yield return row;
            }
        }
    }
}
