using Marten;
using Npgsql;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Records;
using System.Diagnostics;
using System.Text.Json;

namespace Oversight.Bench.Parts;

/// <summary>(c) Monitoring's view rebuilt by the daemon with the settings of the service, beside reading, deserialising and folding the same events.</summary>
internal static class Rebuild
{
    private const int Streams = 300, EventsOfEach = 1_000;

    public static async Task Measure(Arguments arguments, Report report)
    {
        await using var databases = new Databases();
        await using var postgres = NpgsqlDataSource.Create(await databases.Fresh("rebuild"));
        using var store = new OversightStore(ServiceHost.Store(postgres, MonitoringService.Store));
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        Report.Progress($"c: writing {Streams * EventsOfEach:#,0} events");
        await BodyHistory.Append(store, Enumerable.Range(0, Streams).ToDictionary(i => $"body-{i}", _ => EventsOfEach), (body, noted) => ((string, BodyEvent)?)(body, noted));
        await using (var analyse = postgres.CreateCommand("vacuum analyze"))
        {
            await analyse.ExecuteNonQueryAsync();
        }

        var (rebuilt, raw) = (new List<double>(), new List<double>());
        for (var round = 0; round <= arguments.Rounds; round++)
        {
            var (byDaemon, byHand) = (await ByDaemon(store), await ByHand(postgres));
            if (round == 0)
            {
                await Compare(store, byHand.Records);
                continue;
            }

            rebuilt.Add(Streams * EventsOfEach / byDaemon.TotalSeconds);
            raw.Add(Streams * EventsOfEach / byHand.Took.TotalSeconds);
            Report.Progress($"c: round {round} of {arguments.Rounds}: rebuild {rebuilt[^1]:#,0}, raw {raw[^1]:#,0} events/s");
        }

        report.Note("c", $"{Streams * EventsOfEach:#,0} events in {Streams} streams, stored in turns; {BodyHistory.Mix}");
        report.Add("c", "rebuild by the daemon", "events/s", rebuilt);
        report.Add("c", "raw read, deserialise and fold", "events/s", raw);
        report.AtLeast("c", "rebuild / raw", "", [.. rebuilt.Zip(raw, (r, f) => r / f)], 0.45);
    }

    private static async Task<TimeSpan> ByDaemon(DocumentStore store)
    {
        using var daemon = await store.BuildProjectionDaemonAsync();
        var clock = Stopwatch.StartNew();
        await daemon.RebuildProjectionAsync<BodyRecordProjection>(TimeSpan.FromMinutes(10), default);
        return clock.Elapsed;
    }

    private static async Task<(TimeSpan Took, Dictionary<string, BodyRecord> Records)> ByHand(NpgsqlDataSource postgres)
    {
        var (clock, records) = (Stopwatch.StartNew(), new Dictionary<string, BodyRecord>());
        await using var command = postgres.CreateCommand(
            $"select stream_id, version, type, data::text, timestamp from {ServiceHost.Schema}.mt_events order by seq_id");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var id = reader.GetString(0);
            var recorded = new Recorded(
                EventNames<BodyEvent>.Read(reader.GetString(2), reader.GetString(3)), reader.GetFieldValue<DateTimeOffset>(4), reader.GetInt64(1));
            records[id] = BodyRecords.Evolve(records.TryGetValue(id, out var record) ? record : BodyRecord.Empty(id), recorded);
        }

        return (clock.Elapsed, records);
    }

    private static async Task Compare(DocumentStore store, Dictionary<string, BodyRecord> records)
    {
        await using var session = store.QuerySession();
        var documents = await session.Query<BodyRecord>().ToListAsync();
        if (documents.Count != records.Count || documents.Any(document =>
            JsonSerializer.Serialize(document, EventJson.Options) != JsonSerializer.Serialize(records[document.Id], EventJson.Options)))
        {
            throw new InvalidOperationException("The rebuilt view and the raw fold differ, so their times do not compare.");
        }
    }
}
