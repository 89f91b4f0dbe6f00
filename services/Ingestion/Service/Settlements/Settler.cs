using System.Collections.Concurrent;
using System.Threading.Channels;
using Marten;
using Marten.Services;
using Npgsql;
using Oversight.Hosting;
using Oversight.Ingestion.Facts;
using SettlementStreams = Oversight.Hosting.Streams<Oversight.Ingestion.Facts.Fact, Oversight.Ingestion.Settlements.SettlementCommand, Oversight.Ingestion.Facts.FactEvent>;

namespace Oversight.Ingestion.Settlements;

/// <summary>Settles conflicts by the order of publishers: soon after one was found, and at every start, when the order may be another.</summary>
/// <remarks>What is settled already decides nothing, so what a crash took away is made up for at the start. Whoever takes claims in waits for none of it.</remarks>
internal sealed class Settler(SettlementStreams streams, NpgsqlDataSource postgres, IDocumentStore store, Writer writer, ToSettle found, TimeProvider clock, ILogger<Settler> log)
    : BackgroundService
{
    private const int AtOnce = 200;

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        var started = false;
        while (!ct.IsCancellationRequested)
        {
            IReadOnlyCollection<string> some = [];
            try
            {
                some = started ? await found.Next(ct) : await All(ct);
                await Settle(some, ct);
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

    private async Task Settle(IReadOnlyCollection<string> all, CancellationToken ct)
    {
        foreach (var some in all.Chunk(AtOnce))
        {
            using var turn = await writer.Turn(ct);
            await using var session = store.Recording();
            var command = new SettlementCommand.SettleByPrecedence(OrderOfPublishers.InEffect, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            var decided = await streams.Decide(session, [.. some.Select(stream => (stream, (SettlementCommand)command))], ct);
            if (decided.Any(one => one.Events.Count > 0))
            {
                await session.SaveChangesAsync(ct);
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

/// <summary>The streams in which conflicts were found since they were last looked at.</summary>
internal sealed class ToSettle : DocumentSessionListenerBase
{
    // Long enough for an import to come in large bites, short enough for nobody to wait.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, bool> _streams = [];
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Add(IEnumerable<string> streams)
    {
        foreach (var stream in streams)
        {
            _streams[stream] = true;
        }

        _wake.Writer.TryWrite(true);
    }

    /// <summary>Waits until there are some.</summary>
    public async Task<IReadOnlyCollection<string>> Next(CancellationToken ct)
    {
        await _wake.Reader.ReadAsync(ct);
        await Task.Delay(Gathering, ct);
        return [.. _streams.Keys.Where(stream => _streams.TryRemove(stream, out _))];
    }

    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        var streams = commit.GetEvents().Where(e => e.Data is FactEvent.ConflictFound).Select(e => e.StreamKey!).ToHashSet();
        if (streams.Count > 0)
        {
            Add(streams);
        }

        return Task.CompletedTask;
    }
}
