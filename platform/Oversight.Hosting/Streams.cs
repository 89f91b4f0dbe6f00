using System.Diagnostics;
using Marten;
using Marten.Services;
using Npgsql;
using NpgsqlTypes;
using Oversight.Core;

namespace Oversight.Hosting;

/// <summary>What became of one command: events, none when it already held, or a refusal.</summary>
/// <param name="Events">What was decided.</param>
/// <param name="Rejected">Why not, if it was refused.</param>
public sealed record Decided<TEvent>(IReadOnlyList<TEvent> Events, RejectedException? Rejected);

/// <summary>Joins a pure decider to its streams: many streams are read in one query, decided one command after the other, and appended together.</summary>
/// <remarks>Not for concurrent use: hold the service's <see cref="Writer"/>.</remarks>
public sealed class Streams<TState, TCommand, TEvent>(Decider<TState, TCommand, TEvent> decider, NpgsqlDataSource postgres)
    where TEvent : notnull
{
    private readonly LongStreams<TState> _committed = new();

    /// <summary>Decides every command in order and appends the events to the session; nothing is stored until the session saves.</summary>
    /// <param name="session">Where events are appended.</param>
    /// <param name="commands">In the order in which they came.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <param name="stopsWith">Where given: once a command fails, later commands with the same key are refused too, so that nothing overtakes it.</param>
    /// <returns>One outcome per command.</returns>
    public async Task<IReadOnlyList<Decided<TEvent>>> Decide(
        IDocumentSession session, IReadOnlyList<(string Stream, TCommand Command)> commands, CancellationToken ct, Func<int, string>? stopsWith = null)
    {
        var stopped = new HashSet<string>();
        var streams = await Load(commands.Select(asked => asked.Stream).Distinct().ToArray(), ct);
        var outcomes = new Decided<TEvent>[commands.Count];
        var fresh = new Dictionary<string, List<object>>();

        for (var i = 0; i < commands.Count; i++)
        {
            var (name, command) = commands[i];
            var (state, version) = streams[name];
            if (stopsWith is not null && stopped.Contains(stopsWith(i)))
            {
                outcomes[i] = new([], new(Parked.Behind, Parked.BehindWhat));
                continue;
            }

            try
            {
                var events = decider.Decide(command, state);
                outcomes[i] = new(events, null);
                if (events.Length > 0)
                {
                    streams[name] = (events.Aggregate(state, decider.Evolve), version);
                    (fresh.TryGetValue(name, out var list) ? list : fresh[name] = []).AddRange(events.Cast<object>());
                }
            }
            catch (RejectedException rejected)
            {
                outcomes[i] = new([], rejected);
            }
            catch (Exception fault) when (stopsWith is not null)
            {
                outcomes[i] = new([], new("decide.failed", $"{fault.GetType().Name}: {fault.Message}"));
            }

            if (stopsWith is not null && outcomes[i].Rejected is not null)
            {
                stopped.Add(stopsWith(i));
            }
        }

        foreach (var (name, events) in fresh)
        {
            var (state, version) = streams[name];
            streams[name] = (state, version + events.Count);
            session.Events.Append(name, version + events.Count, events);
        }

        session.Listeners.Add(new OnceCommitted(() => _committed.Keep(streams)));
        return outcomes;
    }

    /// <summary>The state of one stream as it is committed.</summary>
    public async Task<TState> Fold(string stream, CancellationToken ct) => (await Load([stream], ct))[stream].State;

    private async Task<Dictionary<string, (TState State, long Version)>> Load(string[] names, CancellationToken ct)
    {
        var streams = names.ToDictionary(name => name, name => _committed.Of(name) ?? (decider.Initial, 0));
        if (await AreGone([.. streams.Where(stream => stream.Value.Version > 0).Select(stream => (stream.Key, stream.Value.Version))], ct))
        {
            _committed.Forget();
            streams = names.ToDictionary(name => name, _ => (decider.Initial, 0L));
        }

        // Stream by stream through the index: left to itself, the planner reads the whole table of a store that it knows nothing of yet.
        await using var command = postgres.CreateCommand(
            $"""
            select asked.id, e.version, e.type, e.data::text
            from unnest($1, $2) as asked(id, version)
            cross join lateral (
                select version, type, data from {ServiceHost.Schema}.mt_events
                where stream_id = asked.id and version > asked.version order by version offset 0) e
            """);
        command.Parameters.Add(new() { Value = names });
        command.Parameters.Add(new() { Value = names.Select(name => streams[name].Version).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var (name, version) = (reader.GetString(0), reader.GetInt64(1));
            var (state, before) = streams[name];
            if (version != before + 1)
            {
                throw new UnreachableException($"Stream {name} has no version {before + 1}.");
            }

            streams[name] = (decider.Evolve(state, EventNames<TEvent>.Read(reader.GetString(2), reader.GetString(3))), version);
        }

        _committed.Keep(streams);
        return streams;
    }

    // Nobody else writes, so a stream can be shorter than it was only if the store was put back to an older state under this process.
    private async Task<bool> AreGone((string Stream, long Version)[] known, CancellationToken ct)
    {
        if (known.Length == 0)
        {
            return false;
        }

        await using var command = postgres.CreateCommand(
            $"select exists (select from unnest($1, $2) as known(id, version) left join {ServiceHost.Schema}.mt_streams s on s.id = known.id where s.version is null or s.version < known.version)");
        command.Parameters.Add(new() { Value = known.Select(stream => stream.Stream).ToArray() });
        command.Parameters.Add(new() { Value = known.Select(stream => stream.Version).ToArray() });
        return await command.ExecuteScalarAsync(ct) is true;
    }
}

/// <summary>Remembers what long streams had come to. It holds what had been committed, so while the store lives it is never wrong, only short.</summary>
internal sealed class LongStreams<TState>
{
    // Short streams are read again as fast. Two generations, so that what is in use outlives what is not; both are bounded by the events that they stand for.
    private const int Long = 4, EventsOfGeneration = 50_000;

    private Dictionary<string, (TState State, long Version)> _young = [], _old = [];
    private long _events;

    public (TState State, long Version)? Of(string stream) =>
        _young.TryGetValue(stream, out var known) || _old.TryGetValue(stream, out known) ? known : null;

    public void Forget() => (_young, _old, _events) = ([], [], 0);

    public void Keep(IReadOnlyDictionary<string, (TState State, long Version)> streams)
    {
        foreach (var (name, stream) in streams.Where(stream => stream.Value.Version >= Long))
        {
            _events += stream.Version - (_young.TryGetValue(name, out var before) ? before.Version : 0);
            _young[name] = stream;
            if (_events > EventsOfGeneration)
            {
                (_old, _young, _events) = (_young, [], 0);
            }
        }
    }
}

internal sealed class OnceCommitted(Action act) : DocumentSessionListenerBase
{
    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        act();
        return Task.CompletedTask;
    }
}

/// <summary>Stores events under the permanent names they carry.</summary>
public static class StoredNames
{
    extension(StoreOptions options)
    {
        /// <summary>Maps every case of <typeparamref name="TEvent"/>.</summary>
        public void AddEvents<TEvent>()
        {
            foreach (var (name, type) in EventNames<TEvent>.Types)
            {
                options.Events.MapEventType(type, name);
            }
        }
    }
}

/// <summary>One writer per service: a lost race would roll back, burn sequence numbers and hold every projection up for seconds.</summary>
public sealed class Writer : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Waits for the turn; dispose of what comes back to pass it on.</summary>
    public async Task<IDisposable> Turn(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        return new Release(_turn);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private sealed class Release(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
