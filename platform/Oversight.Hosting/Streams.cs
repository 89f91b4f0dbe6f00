using System.Diagnostics;
using Marten;
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
    // Only long streams are worth remembering; what is remembered is what had been committed, so it can never be wrong, only short.
    private const int WorthRemembering = 64, Remembered = 1024;

    private readonly Dictionary<string, (TState State, long Version)> _committed = [];

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
            session.Events.Append(name, streams[name].Version + events.Count, events);
        }

        return outcomes;
    }

    /// <summary>The state of one stream as it is committed.</summary>
    public async Task<TState> Fold(string stream, CancellationToken ct) => (await Load([stream], ct))[stream].State;

    private async Task<Dictionary<string, (TState State, long Version)>> Load(string[] names, CancellationToken ct)
    {
        var streams = names.ToDictionary(name => name, name => _committed.TryGetValue(name, out var known) ? known : (decider.Initial, 0));

        await using var command = postgres.CreateCommand(
            $"""
            select e.stream_id, e.version, e.type, e.data::text
            from unnest($1, $2) as asked(id, version)
            join {ServiceHost.Schema}.mt_events e on e.stream_id = asked.id and e.version > asked.version
            order by e.stream_id, e.version
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

        Remember(streams);
        return streams;
    }

    private void Remember(Dictionary<string, (TState State, long Version)> streams)
    {
        if (_committed.Count + streams.Count > Remembered)
        {
            _committed.Clear();
        }

        foreach (var (name, stream) in streams.Where(stream => stream.Value.Version >= WorthRemembering))
        {
            _committed[name] = stream;
        }
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
