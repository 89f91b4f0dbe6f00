using System.ComponentModel;
using Marten;
using Npgsql;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Reads;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Changes;

/// <summary>What has changed in this record since a reader looked last.</summary>
/// <param name="After">The position up to which the reader had seen it.</param>
/// <param name="Position">Up to where this answer goes: what to give as <c>after</c> the next time.</param>
/// <param name="Since">When the record stood at <paramref name="After"/>; null for a reader who has seen nothing.</param>
/// <param name="BodiesChanged">How many bodies something was learned of.</param>
/// <param name="Bodies">The last of them, with what reads otherwise now.</param>
public sealed record ChangeList(
    DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, long After, long Position, DateTimeOffset? Since, int BodiesChanged, IReadOnlyList<BodyChanges> Bodies);

/// <summary>What reads otherwise of one body.</summary>
/// <param name="Total">How many entries; <paramref name="Changes"/> holds the first of them.</param>
public sealed record BodyChanges(string Id, string Name, DateTimeOffset LastAt, int Total, IReadOnlyList<ChangeShown> Changes);

/// <summary>An entry of a timeline: <c>new</c>, <c>changed</c> or <c>gone</c>.</summary>
public sealed record ChangeShown(string What, string Id, PartialDate? On, string Kind, string Title, string? Before, IReadOnlyList<string> Marks, IReadOnlyList<SourceShown> Sources);

/// <summary>Where the record stands.</summary>
/// <param name="Position">The last position that all views may be asked about.</param>
/// <param name="Changes">How many things were learned after the position that was asked about.</param>
public sealed record ChangePosition(long Position, long Changes);

internal static class ChangeReads
{
    private const int Usual = 10, Most = 50, EntriesOfOne = 20;

    // What is decided by rules follows from what was learned, and is told with it.
    private const string Counted = $"{ServiceHost.Schema}.mt_events where seq_id > $1 and seq_id <= $2 and type not in ('monitoring.prompt-raised.v1', 'monitoring.prompt-cleared.v1')";

    private const string Settled = $"coalesce((select last_seq_id from {ServiceHost.Schema}.mt_event_progression where name = 'HighWaterMark'), 0)";

    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/changes", async (Moment moment, NpgsqlDataSource postgres, IQuerySession session, CancellationToken ct,
            [Description("The position up to which the reader has seen the record; 0, which is everything, by default.")] string? after = null,
            [Description("How many bodies are told in full; 10 by default, 50 at most.")] string? limit = null) =>
        {
            var (seen, most) = (Position(after), Asked.Number("limit", limit, Usual, Most));
            var (position, since) = await Between(postgres, seen, ct);
            var touched = await Touched(postgres, seen, position, ct);
            var bodies = new List<BodyChanges>();
            foreach (var (body, lastAt) in touched.Take(most))
            {
                var events = (await session.Events.FetchStreamAsync(body, token: ct)).Select(BodyRecordProjection.Stored).OfType<Recorded>().ToArray();
                var changes = Histories.Changes.Since(since ?? DateTimeOffset.MinValue, body, events, moment.Viewpoint);
                var name = BodyProfile.RegisteredBy(BodyRecords.Fold(body, events), moment.Viewpoint)?.Name ?? body;
                bodies.Add(new(body, name, lastAt, changes.Count, [.. changes.Take(EntriesOfOne).Select(Shown)]));
            }

            return new ChangeList(moment.AsOf, moment.KnownAt, moment.Until, moment.Strict, seen, position, since, touched.Count, bodies);
        })
        .WithName("changes").WithTags("Monitoring").InThreeTimes()
        .WithSummary("What reads otherwise than it did when a reader looked last: new, changed and gone entries, by body, the last changed body first.");

        routes.MapGet("/api/v1/changes/position", async (NpgsqlDataSource postgres, CancellationToken ct,
            [Description("A position; nothing is counted without.")] string? after = null) =>
        {
            await using var command = postgres.CreateCommand($"select p, case when $1 is null then 0 else (select count(*) from {Counted.Replace("$2", "p", StringComparison.Ordinal)}) end from (select {Settled} as p) s");
            command.Parameters.Add(new NpgsqlParameter<long?> { TypedValue = after is null ? null : Position(after) });
            await using var reader = await command.ExecuteReaderAsync(ct);
            await reader.ReadAsync(ct);
            return new ChangePosition(reader.GetInt64(0), reader.GetInt64(1));
        })
        .ProducesProblem(StatusCodes.Status400BadRequest).WithName("change-position").WithTags("Monitoring")
        .WithSummary("Where the record stands, and how much was learned since a position; made to be asked often.");
    }

    private static async Task<(long Position, DateTimeOffset? Since)> Between(NpgsqlDataSource postgres, long seen, CancellationToken ct)
    {
        await using var command = postgres.CreateCommand(
            $"select {Settled}, (select timestamp from {ServiceHost.Schema}.mt_events where seq_id <= $1 order by seq_id desc limit 1)");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = seen });
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), await reader.IsDBNullAsync(1, ct) ? null : reader.GetFieldValue<DateTimeOffset>(1));
    }

    private static async Task<IReadOnlyList<(string Body, DateTimeOffset LastAt)>> Touched(NpgsqlDataSource postgres, long seen, long position, CancellationToken ct)
    {
        await using var command = postgres.CreateCommand($"select stream_id, max(timestamp) from {Counted} group by stream_id order by max(seq_id) desc, stream_id");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = seen });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = position });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var touched = new List<(string, DateTimeOffset)>();
        while (await reader.ReadAsync(ct))
        {
            touched.Add((reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1)));
        }

        return touched;
    }

    private static ChangeShown Shown(Change change)
    {
        var (what, entry) = change switch
        {
            { Before: null, After: { } added } => ("new", added),
            { After: { } changed } => ("changed", changed),
            { Before: { } gone } => ("gone", gone),
            _ => throw new InvalidOperationException("A change is of something."),
        };
        return new(what, entry.Id, entry.On, entry.Kind, entry.Title, change.After is null ? null : Wording(change.Before), entry.Marks.InWords, entry.Sources);
    }

    private static string? Wording(HistoryEntry? entry) => entry is null ? null : string.Join(", ", ((string?[])[entry.Title, entry.Detail, .. entry.Marks.InWords]).Where(part => !string.IsNullOrEmpty(part)));

    private static long Position(string? text) => text is null ? 0
        : text.Length <= 18 && text.All(char.IsAsciiDigit) && text.Length > 0 ? long.Parse(text, null)
        : throw new BadHttpRequestException($"after is a position, a whole number such as 1207, not '{Asked.Shown(text)}'.");
}
