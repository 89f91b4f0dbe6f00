using Npgsql;
using Oversight.Hosting;
using Oversight.Ingestion.Facts;

namespace Oversight.Ingestion.Settlements;

/// <summary>Settles conflicts by the order of publishers: soon after one was found, and at every start, when the order may be another.</summary>
/// <remarks>What is settled already decides nothing, so what a crash took away is made up for at the start. Whoever takes claims in waits for none of it.</remarks>
internal sealed class Settler(Desk<Fact, SettlementCommand, FactEvent> desk, NpgsqlDataSource postgres, Touched found, TimeProvider clock, ILogger<Settler> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        var started = false;
        while (!ct.IsCancellationRequested)
        {
            IReadOnlyCollection<string> some = [];
            try
            {
                some = started ? await found.Next(ct) : await All(ct);
                await desk.DoForEach(some, new SettlementCommand.SettleByPrecedence(OrderOfPublishers.InEffect, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), ct);
                started = true;
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                log.LogWarning(fault, "Settling conflicts in {Streams} streams did not come off and is tried again.", some.Count);
                found.Add(started ? some : []);
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
            }
        }
    }

    private async Task<IReadOnlyCollection<string>> All(CancellationToken ct)
    {
        var streams = new List<string>();
        await using var select = postgres.CreateCommand($"select distinct stream_id from {ServiceHost.Schema}.mt_events where type = 'ingestion.conflict-found.v1'");
        await using var reader = await select.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            streams.Add(reader.GetString(0));
        }

        return streams;
    }
}
