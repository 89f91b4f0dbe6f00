using System.Diagnostics;
using System.Text.Json;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Exceptions;
using Marten.Subscriptions;
using Npgsql;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Testing;
using Xunit;

namespace Oversight.Service.Tests.Platform;

/// <summary>What projections and the relay read in the background is what is stored: every event once, in order, whole, or nothing further.</summary>
public sealed class EventPagesTests
{
    private const string Shard = "heard:All";

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(1_000)]
    public async Task Every_event_reaches_a_projection_as_Marten_itself_reads_it(int page)
    {
        await using var postgres = NpgsqlDataSource.Create(await Servers.FreshDatabase("pages"));
        var heard = new Heard();
        using var store = await Store(postgres, heard, page);
        for (var number = 1; number <= 9; number++)
        {
            using var cause = number % 2 == 0 ? new Activity("cause").Start() : null;
            await Note(store, number % 3 == 0 ? "kent" : "essex", number);
        }

        await Note(store, "archived", 50);
        await using (var session = store.LightweightSession())
        {
            session.Events.ArchiveStream("archived");
            await session.SaveChangesAsync();
        }

        await Fail(store);
        await Note(store, "kent", 51);

        using var daemon = await store.BuildProjectionDaemonAsync();
        await daemon.StartAllAsync();
        await daemon.WaitForNonStaleData(TimeSpan.FromMinutes(1));

        await using var reading = store.QuerySession();
        var stored = await reading.Events.QueryAllRawEvents().OrderBy(e => e.Sequence).ToListAsync();
        Assert.Contains(stored, e => e.Data is Tombstone);
        Assert.Equal(10, stored.Count(e => e.Data is TallyEvent));
        Assert.Equal(stored.Select(Whole), heard.Events.Select(Whole));
    }

    // A name that was never given counts as unknown, whatever else the row says of its type: names are permanent, types are not.
    [Theory]
    [InlineData("type = 'tally.unheard.v1'", "type = 'tally.noted.v1'")]
    [InlineData("""data = data || '{"unheard": 1}'""", "data = data - 'unheard'")]
    public async Task An_event_that_cannot_be_read_stops_whoever_reads_until_it_can(string spoil, string repair)
    {
        await using var postgres = NpgsqlDataSource.Create(await Servers.FreshDatabase("unread"));
        var heard = new Heard();
        using var store = await Store(postgres, heard, page: 1);
        foreach (var number in Enumerable.Range(1, 3))
        {
            await Note(store, "kent", number);
        }

        await Change(spoil);
        using var daemon = await store.BuildProjectionDaemonAsync();
        await daemon.StartAllAsync();
        await Eventually.True("the reading to stop", () => Task.FromResult(daemon.StatusFor(Shard) == AgentStatus.Paused));
        Assert.Equal([1], heard.Numbers);

        await Change(repair);
        await daemon.StartAgentAsync(Shard, default);
        await daemon.WaitForNonStaleData(TimeSpan.FromMinutes(1));
        Assert.Equal([1, 2, 3], heard.Numbers);

        async Task Change(string how)
        {
            await using var command = postgres.CreateCommand($"update oversight.mt_events set {how} where version = 2");
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }
    }

    [Fact]
    public async Task A_projection_that_asks_for_some_types_is_given_no_others()
    {
        await using var postgres = NpgsqlDataSource.Create(await Servers.FreshDatabase("narrow"));
        var heard = new Heard();
        heard.IncludeType<TallyEvent.Noted>();
        using var store = await Store(postgres, heard, page: 2);
        await Note(store, "kent", 1);
        await Fail(store);
        await Note(store, "kent", 2);

        using var daemon = await store.BuildProjectionDaemonAsync();
        await daemon.StartAllAsync();
        await daemon.WaitForNonStaleData(TimeSpan.FromMinutes(1));
        Assert.Equal([new TallyEvent.Noted("kent", 1), new TallyEvent.Noted("kent", 2)], heard.Events.Select(e => e.Data));
    }

    private static async Task<OversightStore> Store(NpgsqlDataSource postgres, Heard heard, int page)
    {
        var store = new OversightStore(ServiceHost.Store(postgres, options =>
        {
            options.AddEvents<TallyEvent>();
            options.Projections.Subscribe(heard, subscription => subscription.Options.BatchSize = page);
        }));
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        return store;
    }

    private static async Task Note(OversightStore store, string body, int number)
    {
        await using var session = store.Recording();
        (session.CorrelationId, session.LastModifiedBy) = ("correlation", "somebody");
        session.SetHeader("metadata", "that is not stored today must be read once it is");
        session.Events.Append(body, new TallyEvent.Noted(body, number));
        await session.SaveChangesAsync();
    }

    // Marten fills the position that a failed transaction was given, so that nobody waits for it.
    private static async Task Fail(OversightStore store)
    {
        await using var session = store.LightweightSession();
        session.Events.Append("kent", new TallyEvent.Noted("kent", 100));
        session.QueueSqlCommand("select 1 / 0");
        await Assert.ThrowsAnyAsync<MartenException>(() => session.SaveChangesAsync());
        await Eventually.True("its position to be filled", async () =>
        {
            await using var reading = store.QuerySession();
            return (await reading.Events.QueryAllRawEvents().ToListAsync()).Any(e => e.Data is Tombstone);
        });
    }

    private static string Whole(IEvent e) => string.Join('\n', e.GetType().GetProperties()
        .Where(property => property.GetIndexParameters().Length == 0)
        .Select(property => (property.Name, Value: property.GetValue(e)))
        .Select(part => $"{part.Name}: {(part.Value is Type or null ? part.Value : JsonSerializer.Serialize(part.Value, EventJson.Options))}"));

    private sealed class Heard : SubscriptionBase
    {
        public Heard() => Name = "heard";

        public List<IEvent> Events { get; } = [];

        public IEnumerable<int> Numbers => Events.Select(e => e.Data).OfType<TallyEvent.Noted>().Select(noted => noted.Number);

        public override Task<IChangeListener> ProcessEventsAsync(
            EventRange page, ISubscriptionController controller, IDocumentOperations operations, CancellationToken cancellationToken)
        {
            Events.AddRange(page.Events);
            return Task.FromResult(NullChangeListener.Instance);
        }
    }
}
