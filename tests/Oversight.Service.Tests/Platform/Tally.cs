using System.Collections.Immutable;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Aggregation;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Contracts;
using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Testing;

namespace Oversight.Service.Tests.Platform;

/// <summary>The smallest domain there is, to try what the platform promises: numbers written down in the order in which they come. What is asked twice
/// is written twice, so that whatever the platform delivers twice is seen.</summary>
public sealed record Tally(ImmutableArray<int> Numbers)
{
    public static readonly Decider<Tally, Note, TallyEvent> Decider = new(
        new Tally([]),
        (note, _) => note.Number == 13 ? throw new RejectedException("tally.unlucky", "Thirteen is not written down.")
            : [new TallyEvent.Noted(note.Body, note.Number)],
        (tally, @event) => @event is TallyEvent.Noted noted ? new(tally.Numbers.Add(noted.Number)) : throw new InvalidOperationException());
}

public sealed record Note(string Body, int Number);

public abstract record TallyEvent
{
    private TallyEvent()
    {
    }

    [EventName("tally.noted.v1")]
    public sealed record Noted(string Body, int Number) : TallyEvent;

    /// <summary>Of no concern to anybody, and so never read.</summary>
    [EventName("tally.muttered.v1")]
    [JsonConverter(typeof(Unreadable))]
    public sealed record Muttered : TallyEvent;

    private sealed class Unreadable : JsonConverter<Muttered>
    {
        public override Muttered Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new JsonException("This is nobody's business.");

        public override void Write(Utf8JsonWriter writer, Muttered value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }
    }
}

/// <summary>A view of a tally.</summary>
public sealed record TallyView(string Id, IReadOnlyList<int> Numbers);

public sealed partial class TallyProjection : SingleStreamProjection<TallyView, string>
{
    public TallyProjection() => IncludeType<TallyEvent.Noted>();

    public override TallyView? Evolve(TallyView? snapshot, string id, IEvent e)
    {
        Telemetry.Viewed(e, "tally");
        return e.Data is TallyEvent.Noted noted ? new(id, [.. snapshot?.Numbers ?? [], noted.Number]) : snapshot;
    }
}

/// <summary>A service that tallies: what it is told directly, or what another such service says.</summary>
internal sealed class TallyService : IAsyncDisposable
{
    private TallyService(WebApplication app, string name, string address, string database) =>
        (App, Name, Address, Database) = (app, name, address, database);

    public WebApplication App { get; }

    public string Name { get; }

    public string Address { get; }

    public string Database { get; }

    public IInbox Inbox => App.Services.GetRequiredService<IInbox>();

    public IDocumentStore Store => App.Services.GetRequiredService<IDocumentStore>();

    public static async Task<TallyService> Start(string name, TallyService? source = null, string? database = null, IBusControl? memory = null, string? at = null, string? instance = null, Action? hearing = null)
    {
        var builder = WebApplication.CreateBuilder();
        var address = $"http://127.0.0.1:{Servers.FreePort()}";
        database ??= await Servers.FreshDatabase(name);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = address,
            ["OVERSIGHT_INSTANCE"] = instance,
            ["ConnectionStrings:Postgres"] = database,
            ["ConnectionStrings:RabbitMq"] = memory is null ? Servers.RabbitMq : null,
            [$"Oversight:Services:{source?.Name ?? "none"}"] = at ?? source?.Address,
        });
        if (memory is not null)
        {
            builder.Services.AddSingleton(memory);
        }

        builder.AddOversight(name, Configure, Say, typeof(TallyEvent.Noted));
        builder.AddStreams(Tally.Decider);
        if (source is not null)
        {
            builder.AddInbox(new Inbox<Tally, Note, TallyEvent>(source.Name)
                .When<TimelineEntryReported>(entry =>
                {
                    hearing?.Invoke();
                    return (entry.Body, new Note(entry.Body, int.Parse(entry.Summary, null)));
                })
                .Ignore<BodyNamed>());
        }

        var app = builder.Build();
        app.MapOversight();
        await app.WaitForStore();
        await app.StartAsync();
        return new(app, name, address, database);
    }

    public async Task Tell(params (string Body, int Number)[] notes)
    {
        var streams = App.Services.GetRequiredService<Streams<Tally, Note, TallyEvent>>();
        using var turn = await App.Services.GetRequiredService<Writer>().Turn(default);
        await using var session = Store.Recording();
        await streams.Decide(session, notes.Select(note => (note.Body, new Note(note.Body, note.Number))).ToArray(), default);
        await session.SaveChangesAsync();
    }

    public async Task<IReadOnlyList<int>> Numbers(string body)
    {
        await using var session = Store.QuerySession();
        return (await session.LoadAsync<TallyView>(body))?.Numbers ?? [];
    }

    /// <summary>A name that no other service of this broker has.</summary>
    public static string Named(string word) => $"{word}-{Guid.NewGuid():N}"[..(word.Length + 9)];

    /// <summary>Where it stands, as it tells its neighbours.</summary>
    public async Task<Position> Position()
    {
        using var http = new HttpClient();
        return (await http.GetFromJsonAsync<Position>($"{Address}/internal/v1/position", ContractTypes.Json))!;
    }

    public async Task Ready()
    {
        using var http = new HttpClient { BaseAddress = new(Address) };
        await Eventually.Get($"readiness of {Name}", () => http.GetStringAsync("/health/ready"), body => body.Contains("Everything moves", StringComparison.Ordinal));
    }

    public Task<IReadOnlyList<int>> Arrived(string body, int count) =>
        Eventually.Get($"{count} numbers of {body} at {Name}", () => Numbers(body), numbers => numbers.Count >= count);

    /// <summary>Waits until it holds just these numbers of Kent.</summary>
    public Task<IReadOnlyList<int>> Holds(params int[] expected) =>
        Eventually.Get($"{string.Join(", ", expected)} at {Name}", () => Numbers("kent"), numbers => numbers.SequenceEqual(expected));

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
    }

    private static void Configure(StoreOptions store)
    {
        store.AddEvents<TallyEvent>();
        store.Projections.Add<TallyProjection>(ProjectionLifecycle.Async);
    }

    private static IEnumerable<IContract> Say(IEvent stored) => stored.Data is TallyEvent.Noted noted
        ? [new TimelineEntryReported(noted.Body, "2022", "number", noted.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            new Source(stored.Id, noted.Body, 1, "nobody", "none", 1, null, "first"))]
        : [];
}
