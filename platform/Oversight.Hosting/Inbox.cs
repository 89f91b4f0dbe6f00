using System.Diagnostics;
using System.Text.Json;
using Marten;
using JasperFx;
using Microsoft.Extensions.Logging;
using Oversight.Contracts;
using Oversight.Contracts.Delivery.V1;

namespace Oversight.Hosting;

/// <summary>How far a service has taken in what one source said; moves in the transaction of the effects.</summary>
internal sealed class Watermark : IRevisioned
{
    public required string Id { get; set; }

    /// <summary>The store of the source; none until something was taken in.</summary>
    public Guid? Store { get; set; }

    public long Sequence { get; set; }

    /// <summary>The last event that something was heard of, and where it was.</summary>
    public Guid? Heard { get; set; }

    public long HeardAt { get; set; }

    public int Version { get; set; }
}

/// <summary>A contract that could not be taken in, and what came after it about the same body, in order, until somebody looks.</summary>
internal sealed record Parked(
    string Id, string Source, long Sequence, Guid EntryId, string Type, string Body, string Rule, string Because, DateTimeOffset RecordedAt, string Data)
{
    public const string Behind = "held-behind", BehindWhat = "Something before it about this body is parked.";

    /// <param name="source">Who said it.</param>
    /// <param name="entry">What was said.</param>
    /// <param name="turn">Its place among what was said with it: ids sort as it was said, and one event can say several things.</param>
    /// <param name="rule">The reason in a word.</param>
    /// <param name="because">The reason in a sentence.</param>
    public static Parked Of(string source, Entry entry, int turn, string rule, string because) => new(
        $"{source}/{entry.Sequence:D19}/{turn:D9}", source, entry.Sequence, entry.Id, entry.Type, entry.Body, rule, because, entry.RecordedAt, entry.Data.GetRawText());
}

/// <summary>What a service does with a chunk.</summary>
internal interface IInbox
{
    string Source { get; }

    /// <summary>The store that the source itself named when it was asked; none until it was.</summary>
    Guid? Met { get; set; }

    /// <summary>Why nothing of the source is taken in, if so: it does not hold what was heard of it.</summary>
    string? Estranged { get; set; }

    /// <summary>Takes in what is new of a chunk, effects and watermark in one transaction.</summary>
    /// <returns>The watermark; when it lies before the chunk's beginning, something is missing and nothing was taken in.</returns>
    /// <exception cref="EstrangedException">Another store speaks than the one that was heard.</exception>
    Task<long> Receive(Chunk chunk, CancellationToken ct);

    Task<Watermark> Watermark(CancellationToken ct);

    /// <summary>Tries what is parked once more, body by body.</summary>
    /// <returns>How many contracts left the parking place.</returns>
    Task<int> RetryParked(CancellationToken ct);
}

/// <summary>The positions of two stores mean nothing to each other, so nothing is taken in, and a person has to choose.</summary>
internal sealed class EstrangedException(string because) : Exception(because)
{
    public static string AnotherStore(string service, Watermark heard, Guid? met, Guid speaks) =>
        $"{service} {(heard.Store is null ? "is told to hear" : "has taken in")} store {heard.Store ?? met} of {heard.Id}; store {speaks} speaks now. {Choice(service, heard.Id)} Two systems on one broker need an OVERSIGHT_INSTANCE each.";

    public static string WentBack(string service, Watermark heard, long head) =>
        $"{heard.Id} stands at {head} and no longer holds what {service} heard of it up to {heard.Sequence}: it is not the store that it was. {Choice(service, heard.Id)}";

    private static string Choice(string service, string source) =>
        $"Give {source} its former store back, or empty the store of {service}, which then takes in everything anew.";
}

/// <summary>Takes in what one source says: each contract becomes one command to one stream.</summary>
/// <param name="source">The service that says it.</param>
public sealed class Inbox<TState, TCommand, TEvent>(string source)
    where TEvent : notnull
{
    internal string Source => source;

    internal Dictionary<string, Func<JsonElement, (string Stream, TCommand Command)?>> Handlers { get; } = [];

    /// <summary>What to do when the source says <typeparamref name="TContract"/>.</summary>
    public Inbox<TState, TCommand, TEvent> When<TContract>(Func<TContract, (string Stream, TCommand Command)> toCommand)
        where TContract : IContract
    {
        Handlers.Add(ContractTypes.NameOf(typeof(TContract)), data => toCommand(data.Deserialize<TContract>(ContractTypes.Json)!));
        return this;
    }

    /// <summary>What to do when the source says <typeparamref name="TContract"/> of something that is this service's to know; null where it is not.</summary>
    public Inbox<TState, TCommand, TEvent> WhenItsOwn<TContract>(Func<TContract, (string Stream, TCommand Command)?> toCommand)
        where TContract : IContract
    {
        Handlers.Add(ContractTypes.NameOf(typeof(TContract)), data => toCommand(data.Deserialize<TContract>(ContractTypes.Json)!));
        return this;
    }

    /// <summary>This service has no use for it, and says so, for what nobody has heard of is parked.</summary>
    public Inbox<TState, TCommand, TEvent> Ignore<TContract>()
        where TContract : IContract
    {
        Handlers.Add(ContractTypes.NameOf(typeof(TContract)), _ => null);
        return this;
    }
}

internal sealed class Receiver<TState, TCommand, TEvent>(
    ServiceName service, Inbox<TState, TCommand, TEvent> inbox, Streams<TState, TCommand, TEvent> streams, IDocumentStore store, Writer writer, ILogger log) : IInbox
    where TEvent : notnull
{
    public string Source => inbox.Source;

    public Guid? Met { get; set; }

    public string? Estranged { get; set; }

    public async Task<long> Receive(Chunk chunk, CancellationToken ct)
    {
        using var turn = await writer.Turn(ct);
        using var span = Continue(chunk);
        await using var session = store.Recording();
        var watermark = await session.LoadAsync<Watermark>(Source, ct) ?? new() { Id = Source };
        if (((watermark.Store ?? Met ?? chunk.Store) != chunk.Store ? EstrangedException.AnotherStore(service.Name, watermark, Met, chunk.Store) : Estranged) is { } why)
        {
            throw new EstrangedException(why);
        }

        if (chunk.Sequence <= watermark.Sequence)
        {
            Count("duplicate", chunk.Entries.Count);
            return watermark.Sequence;
        }

        if (chunk.PreviousSequence > watermark.Sequence)
        {
            return watermark.Sequence;
        }

        await Take(session, chunk.Entries.Where(entry => entry.Sequence > watermark.Sequence).ToArray(), ct);
        (watermark.Store, watermark.Sequence) = (chunk.Store, chunk.Sequence);
        if (chunk.Entries is [.., var last])
        {
            (watermark.Heard, watermark.HeardAt) = (chunk.Entries.First(entry => entry.Sequence == last.Sequence).Id, last.Sequence);
        }

        session.UpdateRevision(watermark, watermark.Version + 1);
        await session.SaveChangesAsync(ct);
        return watermark.Sequence;
    }

    public async Task<Watermark> Watermark(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Watermark>(Source, ct) ?? new() { Id = Source };
    }

    public async Task<int> RetryParked(CancellationToken ct)
    {
        using var turn = await writer.Turn(ct);
        await using var session = store.Recording();
        var parked = await session.Query<Parked>().Where(held => held.Source == Source).OrderBy(held => held.Id).ToListAsync(ct);
        session.DeleteWhere<Parked>(held => held.Source == Source);
        var left = await Take(session, parked.Select(held =>
            new Entry(held.Sequence, held.EntryId, held.Type, held.Body, held.RecordedAt, null, JsonSerializer.Deserialize<JsonElement>(held.Data))).ToArray(), ct, []);
        await session.SaveChangesAsync(ct);
        return parked.Count - left;
    }

    // What was fetched did not come with a message, so its trace goes on from the request that caused it.
    private static Activity? Continue(Chunk chunk) =>
        Activity.Current is null && chunk.Entries.Count > 0 && ActivityContext.TryParse(chunk.Entries[0].TraceParent, null, isRemote: true, out var cause)
            ? Telemetry.Source.StartActivity("fetched", ActivityKind.Consumer, cause) : null;

    private async Task<int> Take(IDocumentSession session, Entry[] entries, CancellationToken ct, HashSet<string>? stopped = null)
    {
        stopped ??= [.. await session.Query<Parked>().Select(held => held.Body).Distinct().ToListAsync(ct)];
        var (asked, from) = (new List<(string Stream, TCommand Command)>(entries.Length), new List<int>(entries.Length));
        var parked = 0;

        for (var turn = 0; turn < entries.Length; turn++)
        {
            if (stopped.Contains(entries[turn].Body))
            {
                Park(turn, Parked.Behind, Parked.BehindWhat);
            }
            else if (Translate(turn) is { } command)
            {
                asked.Add(command);
                from.Add(turn);
            }
        }

        var outcomes = await streams.Decide(session, asked, ct, stopsWith: i => entries[from[i]].Body);
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (outcomes[i].Rejected is { } rejected)
            {
                Park(from[i], rejected.Rule, rejected.Message);
            }
        }

        Count("applied", outcomes.Count(outcome => outcome.Events.Count > 0));
        Count("unchanged", outcomes.Count(outcome => outcome.Events.Count == 0 && outcome.Rejected is null));
        Count("parked", parked);
        return parked;

        (string Stream, TCommand Command)? Translate(int turn)
        {
            var entry = entries[turn];
            if (!inbox.Handlers.TryGetValue(entry.Type, out var toCommand))
            {
                Park(turn, "contract.unknown", $"Nobody here knows {entry.Type}.");
                return null;
            }

            try
            {
                return toCommand(entry.Data);
            }
            catch (Exception fault)
            {
                Park(turn, "contract.unreadable", fault.Message);
                return null;
            }
        }

        void Park(int turn, string rule, string because)
        {
            var entry = entries[turn];
            parked++;
            if (stopped.Add(entry.Body))
            {
                log.LogError("{Type} of {Source} at {Sequence} cannot be taken in ({Rule}: {Because}); {Body} waits.", entry.Type, Source, entry.Sequence, rule, because, entry.Body);
            }

            session.Store(Parked.Of(Source, entry, turn, rule, because));
        }
    }

    private void Count(string outcome, int contracts)
    {
        if (contracts > 0)
        {
            Telemetry.Received.Add(contracts, new KeyValuePair<string, object?>("source", Source), new("outcome", outcome));
        }
    }
}
