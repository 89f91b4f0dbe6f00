using Npgsql;
using NpgsqlTypes;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using System.Diagnostics;
using System.Threading.Channels;

namespace Oversight.Bench;

/// <summary>An event as a real store holds it.</summary>
internal sealed record Stored(string Stream, long Version, string Type, string Json);

/// <summary>What the real services stored and said for the rows of one round.</summary>
internal sealed record Work(IReadOnlyList<Stored>[] Stores, IReadOnlyList<byte[]>[] Hops)
{
    public static async Task<Work> Of(Deployment deployment, IReadOnlyList<long> after)
    {
        var stores = new List<IReadOnlyList<Stored>>();
        for (var i = 0; i < Deployment.Stages.Length; i++)
        {
            await using var command = deployment.Store(Deployment.Stages[i]).CreateCommand(
                $"select stream_id, version, type, data::text from {Hosting.ServiceHost.Schema}.mt_events where seq_id > {after[i]} and type not like 'monitoring.prompt-%' order by seq_id");
            await using var reader = await command.ExecuteReaderAsync();
            var events = new List<Stored>();
            while (await reader.ReadAsync())
            {
                events.Add(new(reader.GetString(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3)));
            }

            stores.Add(events);
        }

        return new([.. stores], [await deployment.Said("ingestion", after[0]), await deployment.Said("grading", after[1])]);
    }

    public string InWords => string.Join("; ", Stores.Select((store, i) =>
            $"{Deployment.Stages[i]} stores {store.Count:#,0} events of {store.Average(stored => stored.Json.Length):0} characters"))
        + $"; hops carry {string.Join(" and ", Hops.Select(hop => $"{hop.Count:#,0} contracts of {hop.Average(contract => contract.Length):0} bytes"))}.";
}

/// <summary>The same hops and nothing else: insert, publish, consume, insert, publish, consume, insert, all stages at once.</summary>
internal static class Floor
{
    private const int Batch = 1_000, Window = 256, Prefetch = 1000;

    private const string Table =
        """
        create table events (seq_id bigint primary key, id uuid not null, stream_id text not null, version bigint not null,
            type text not null, data jsonb not null, recorded_at timestamptz not null default now(), unique (stream_id, version))
        """;

    private const string Insert = "insert into events (seq_id, id, stream_id, version, type, data) select * from unnest($1, $2, $3, $4, $5, $6)";

    /// <summary>How often a run was given up because a connection to the broker stood still for long, which says nothing about the hops.</summary>
    public static int GivenUp { get; private set; }

    public static async Task<TimeSpan> Run(Work work)
    {
        for (var attempt = 1; ; attempt++)
        {
            // Ten times what a slow machine needs.
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30 + (work.Stores[0].Count / 500)));
            try
            {
                return await Once(work, patience.Token);
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested && attempt < 3)
            {
                GivenUp++;
                Report.Progress("a: the broker stood still in the floor; once more");
            }
        }
    }

    private static async Task<TimeSpan> Once(Work work, CancellationToken ct)
    {
        await using var databases = new Databases();
        var stores = new List<NpgsqlDataSource>();
        foreach (var stage in Deployment.Stages)
        {
            stores.Add(NpgsqlDataSource.Create(await databases.Fresh($"floor_{stage}")));
            await using var create = stores[^1].CreateCommand(Table);
            await create.ExecuteNonQueryAsync(ct);
        }

        // New names each time, declared before anybody uses them: a quorum queue that has just been deleted can answer for its successor.
        string[] queues = [$"bench.floor-1-{Guid.NewGuid():N}", $"bench.floor-2-{Guid.NewGuid():N}"];
        await Broker.Declare(queues);
        var clock = Stopwatch.StartNew();
        Channel<int>[] inserted = [Channel.CreateUnbounded<int>(), Channel.CreateUnbounded<int>()];
        try
        {
            await Task.WhenAll(
                First(stores[0], work, inserted[0].Writer, ct),
                Publish(queues[0], work.Hops[0], inserted[0].Reader, work.Stores[0].Count, ct),
                Consume(queues[0], work.Hops[0].Count, stores[1], work.Stores[1], inserted[1].Writer, ct),
                Publish(queues[1], work.Hops[1], inserted[1].Reader, work.Stores[1].Count, ct),
                Consume(queues[1], work.Hops[1].Count, stores[2], work.Stores[2], null, ct));
            return clock.Elapsed;
        }
        finally
        {
            foreach (var store in stores)
            {
                await store.DisposeAsync();
            }

            await Broker.Forget(queues);
        }
    }

    private static async Task First(NpgsqlDataSource store, Work work, ChannelWriter<int> inserted, CancellationToken ct)
    {
        await using var connection = await store.OpenConnectionAsync(ct);
        await using var insert = await Prepared(connection);
        for (var i = 0; i < work.Stores[0].Count; i += Batch)
        {
            var count = Math.Min(Batch, work.Stores[0].Count - i);
            await Append(insert, work.Stores[0], i, count, ct);
            inserted.TryWrite(i + count);
        }

        inserted.Complete();
    }

    // What has been inserted may be published: the contracts in the same proportion as the events that they came from.
    private static async Task Publish(string queue, IReadOnlyList<byte[]> contracts, ChannelReader<int> inserted, int events, CancellationToken ct)
    {
        await using var connection = await Broker.Connect();
        await using var channel = await connection.CreateChannelAsync(new(true, true, new ThrottlingRateLimiter(Window)), ct);
        var persistent = new BasicProperties { Persistent = true };
        var (unconfirmed, published) = (new Queue<Task>(Window), 0);
        await foreach (var upTo in inserted.ReadAllAsync(ct))
        {
            for (var until = upTo == events ? contracts.Count : (int)((long)contracts.Count * upTo / events); published < until; published++)
            {
                if (unconfirmed.Count == Window)
                {
                    await unconfirmed.Dequeue().WaitAsync(ct);
                }

                unconfirmed.Enqueue(channel.BasicPublishAsync("", queue, true, persistent, contracts[published], ct).AsTask());
            }
        }

        await Task.WhenAll(unconfirmed).WaitAsync(ct);
    }

    private static async Task Consume(string queue, int contracts, NpgsqlDataSource store, IReadOnlyList<Stored> events, ChannelWriter<int>? inserted, CancellationToken ct)
    {
        await using var database = await store.OpenConnectionAsync(ct);
        await using var insert = await Prepared(database);
        await using var connection = await Broker.Connect();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        await channel.BasicQosAsync(0, Prefetch, false, ct);
        var arrived = Channel.CreateUnbounded<ulong>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            arrived.Writer.TryWrite(message.DeliveryTag);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, false, consumer, ct);

        var (received, appended) = (0, 0);
        while (received < contracts)
        {
            await arrived.Reader.WaitToReadAsync(ct);
            var (batch, last) = (0, 0UL);
            while (batch < Batch && arrived.Reader.TryRead(out var tag))
            {
                (batch, last) = (batch + 1, tag);
            }

            received += batch;
            var upTo = received == contracts ? events.Count : (int)((long)events.Count * received / contracts);
            await Append(insert, events, appended, upTo - appended, ct);
            appended = upTo;
            await channel.BasicAckAsync(last, multiple: true, ct);
            inserted?.TryWrite(upTo);
        }

        inserted?.Complete();
    }

    private static async Task<NpgsqlCommand> Prepared(NpgsqlConnection connection)
    {
        var insert = new NpgsqlCommand(Insert, connection);
        NpgsqlDbType[] types = [NpgsqlDbType.Bigint, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Bigint, NpgsqlDbType.Text, NpgsqlDbType.Jsonb];
        foreach (var type in types)
        {
            insert.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | type });
        }

        await insert.PrepareAsync();
        return insert;
    }

    private static async Task Append(NpgsqlCommand insert, IReadOnlyList<Stored> events, int from, int count, CancellationToken ct)
    {
        if (count == 0)
        {
            return;
        }

        var batch = Enumerable.Range(from, count);
        object[] columns =
        [
            batch.Select(i => i + 1L).ToArray(), batch.Select(_ => Guid.CreateVersion7()).ToArray(), batch.Select(i => events[i].Stream).ToArray(),
            batch.Select(i => events[i].Version).ToArray(), batch.Select(i => events[i].Type).ToArray(), batch.Select(i => events[i].Json).ToArray(),
        ];
        for (var i = 0; i < columns.Length; i++)
        {
            insert.Parameters[i].Value = columns[i];
        }

        await insert.ExecuteNonQueryAsync(ct);
    }
}
