using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Runtime.Serialization;
using System.Text.Json;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Oversight.Contracts.Delivery.V1;

namespace Oversight.Hosting;

/// <summary>The bus: RabbitMQ where its address is given; else the in-memory one that the process was handed.</summary>
internal static class Messaging
{
    public static void AddMessaging(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetConnectionString("RabbitMq") is { Length: > 0 } address)
        {
            services.AddSingleton(_ => Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(new Uri(address))));
        }
        else if (services.All(known => known.ServiceType != typeof(IBusControl)))
        {
            throw new InvalidOperationException("ConnectionStrings:RabbitMq is not set.");
        }

        services.AddSingleton<IBus>(provider => provider.GetRequiredService<IBusControl>());
        services.AddSingleton<BusHost>();
        services.AddHostedService(provider => provider.GetRequiredService<BusHost>());
        services.AddHostedService<CatchUp>();
        services.AddHttpClient<Sources>(http => http.Timeout = TimeSpan.FromSeconds(10));
    }
}

/// <summary>Starts the bus in the background, for a service serves reads whether or not the broker answers, and connects one ordered queue per source.</summary>
internal sealed class BusHost(ServiceName service, IBusControl bus, IEnumerable<IInbox> inboxes, Sources sources, Refusals refusals, ILoggerFactory logs) : BackgroundService
{
    /// <summary>As good as none. RabbitMQ 4 drops a message at its twentieth return unless told otherwise; -1 means none there, and to 3.10 that the first return is one too many.</summary>
    public const int DeliveryLimit = int.MaxValue;

    private const int Suspicious = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, HostReceiveEndpointHandle> _queues = [];
    private readonly ConcurrentDictionary<string, int> _fetchedInARow = [];
    private readonly ConcurrentDictionary<string, string> _notDeclared = [];

    /// <summary>That nothing arrives by itself any more from a source that has things to say, if so.</summary>
    public string? Silence(string source) => _fetchedInARow.GetValueOrDefault(source) < Suspicious ? null
        : "nothing arrives by itself, everything is fetched" + (_notDeclared.TryGetValue(source, out var fault) ? $", and its queue cannot be declared anew: {fault}" : "");

    /// <summary>Notes that something had to be fetched. When it is always so, the queue, its exchange and what binds them are declared anew:
    /// a consumer whose binding is gone waits for ever, and nobody tells it.</summary>
    public async Task HadToFetch(IInbox inbox, CancellationToken ct)
    {
        if (_fetchedInARow.AddOrUpdate(inbox.Source, 1, (_, times) => times + 1) % Suspicious == 0 && bus.CheckHealth().Status == BusHealthStatus.Healthy)
        {
            logs.CreateLogger<BusHost>().LogWarning("What {Source} says does not arrive by itself; its queue is declared anew.", inbox.Source);
            try
            {
                // What is in hand may take for ever, and meanwhile has to be fetched and watched. A queue that stopped later is connected the next time.
                await _queues[inbox.Source].StopAsync(ct).WaitAsync(Patience, ct);
                Connect(inbox);
                _notDeclared.TryRemove(inbox.Source, out _);
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                _notDeclared[inbox.Source] = fault is TimeoutException ? "it does not let go of what it has in hand" : fault.Message;
                logs.CreateLogger<BusHost>().LogWarning("The queue of {Source} cannot be declared anew: {Fault}", inbox.Source, _notDeclared[inbox.Source]);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogContext.ConfigureCurrentLogContext(logs);
        foreach (var inbox in inboxes)
        {
            Connect(inbox);
        }

        // A bus that listens to nothing does not notice that its broker is gone.
        if (_queues.IsEmpty)
        {
            bus.ConnectReceiveEndpoint(new TemporaryEndpointDefinition(), KebabCaseEndpointNameFormatter.Instance, endpoint => endpoint.ConfigureConsumeTopology = false);
        }

        for (var started = false; !started;)
        {
            try
            {
                await bus.StartAsync(stoppingToken);
                started = true;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logs.CreateLogger<BusHost>().LogWarning("The broker cannot be reached: {Fault}", fault.Message);
                await Task.Delay(TimeSpan.FromSeconds(2), stoppingToken);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await bus.StopAsync(cancellationToken).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // What was in hand is not confirmed, so it comes again.
            logs.CreateLogger<BusHost>().LogWarning("The bus does not stop in time, and is left.");
        }
    }

    private void Connect(IInbox inbox) =>
        _queues[inbox.Source] = bus.ConnectReceiveEndpoint(service.Queue(inbox.Source), endpoint => Configure(endpoint, inbox));

    // One message at a time: anything freer reorders. Retries for ever: whatever fails here is weather, since what can never work is parked by the inbox.
    private void Configure(IReceiveEndpointConfigurator endpoint, IInbox inbox)
    {
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PrefetchCount = 4;
        endpoint.ConcurrentMessageLimit = 1;
        var exchange = service.Exchange(inbox.Source);
        switch (endpoint)
        {
            case IRabbitMqReceiveEndpointConfigurator rabbit:
                rabbit.SetQuorumQueue();
                rabbit.SetQueueArgument("x-delivery-limit", DeliveryLimit);
                rabbit.Bind(exchange, binding => binding.ExchangeType = "fanout");
                break;
            case IInMemoryReceiveEndpointConfigurator memory:
                memory.Bind(exchange);
                break;
        }

        endpoint.ConfigureError(pipe =>
        {
            pipe.UseFilter(new NoteFirst(refusals, inbox.Source));
            pipe.UseFilter(new GenerateFaultFilter());
            pipe.UseFilter(new ErrorTransportFilter());
        });
        endpoint.ConfigureDeadLetter(pipe =>
        {
            pipe.UseFilter(new NoteFirst(refusals, inbox.Source));
            pipe.UseFilter(new DeadLetterTransportFilter());
        });
        endpoint.UseMessageRetry(retry =>
        {
            retry.Exponential(int.MaxValue, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200));
            retry.Ignore(typeof(MalformedException), typeof(SerializationException), typeof(JsonException));
        });
        endpoint.Handler<Chunk>(async context =>
        {
            if (MalformedException.WrongWith(context.Message, inbox.Source) is { } wrong)
            {
                throw new MalformedException(wrong);
            }

            try
            {
                // What a broker brings need not be of the source that this service is told to hear, and what was found wrong with that may have been put right.
                if (inbox.Met is null || inbox.Estranged is not null)
                {
                    await sources.Meet(inbox, context.CancellationToken);
                }

                var watermark = await inbox.Receive(context.Message, context.CancellationToken);
                _fetchedInARow[inbox.Source] = 0;
                if (watermark < context.Message.PreviousSequence)
                {
                    await sources.CatchUp(inbox, context.CancellationToken);
                }
            }
            catch (EstrangedException estranged)
            {
                await refusals.Note(inbox.Source, "another-store", estranged.Message, context.CancellationToken);
            }
            catch (Exception fault) when (fault is SerializationException or JsonException)
            {
                // The message itself was read well; what could not be read came from elsewhere, and may come right.
                throw new InvalidDataException(fault.Message);
            }
        });
    }
}

/// <summary>The other services, asked over HTTP for what the broker did not bring.</summary>
internal sealed class Sources(ServiceName service, HttpClient http, IConfiguration configuration, Lag lag)
{
    /// <summary>Asks a source which store it has, how far that is, and whether it still holds what was heard of it.</summary>
    public async Task<(Watermark Heard, long Head)> Meet(IInbox inbox, CancellationToken ct)
    {
        var heard = await inbox.Watermark(ct);
        var now = (await http.GetFromJsonAsync<Position>($"{Address(inbox.Source)}/internal/v1/position?heard={heard.HeardAt}", ContractTypes.Json, ct))!;

        if (now.Source != inbox.Source)
        {
            throw new InvalidDataException($"{Address(inbox.Source)} is the address of {now.Source}, not of {inbox.Source}.");
        }

        // The watermark was read first, so a source that is the same has given at least as many positions.
        inbox.Estranged = heard.Store is { } store && store != now.Store ? EstrangedException.AnotherStore(service.Name, heard, null, now.Store)
            : now.Given < heard.Sequence || (heard.Heard is { } last && last != now.Heard) ? EstrangedException.WentBack(service.Name, heard, now.Sequence)
            : null;
        inbox.Met = now.Store;
        return (heard, now.Sequence);
    }

    /// <summary>Fetches until the source has nothing more.</summary>
    /// <returns>The watermark then.</returns>
    public async Task<long> CatchUp(IInbox inbox, CancellationToken ct)
    {
        Telemetry.Gaps.Add(1, new KeyValuePair<string, object?>("source", inbox.Source));
        for (var watermark = (await inbox.Watermark(ct)).Sequence; ;)
        {
            var chunk = await http.GetFromJsonAsync<Chunk>($"{Address(inbox.Source)}/internal/v1/chunks?after={watermark}&limit=1000", ContractTypes.Json, ct);
            if (chunk!.Sequence <= watermark)
            {
                return watermark;
            }

            if ((MalformedException.WrongWith(chunk, inbox.Source) ?? (chunk.PreviousSequence == watermark ? null : $"It begins at {chunk.PreviousSequence}.")) is { } wrong)
            {
                throw new InvalidDataException($"What {inbox.Source} answers after {watermark} cannot be taken in. {wrong}");
            }

            watermark = await inbox.Receive(chunk, ct);
            lag.OfSource(inbox.Source, chunk.Sequence, watermark, null);
        }
    }

    private string Address(string source) => configuration[$"Oversight:Services:{source}"]?.TrimEnd('/')
        ?? throw new InvalidOperationException($"Oversight:Services:{source} is not set.");
}

/// <summary>Asks each source now and then how far it is, and fetches what does not arrive by itself: after a crash, a deleted queue, a broker that lost its disk.</summary>
internal sealed class CatchUp(IEnumerable<IInbox> inboxes, Sources sources, BusHost queues, Lag lag, IHostApplicationLifetime life, ILogger<CatchUp> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var inbox in inboxes)
        {
            lag.OfSource(inbox.Source, null, null, "not asked yet");
        }

        await Started(stoppingToken);
        await Task.WhenAll(inboxes.Select(inbox => Watch(inbox, stoppingToken)));
    }

    private async Task Watch(IInbox inbox, CancellationToken ct)
    {
        var (before, first) = (-1L, true);
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                var (heard, head) = await sources.Meet(inbox, ct);
                var watermark = heard.Sequence;
                if (inbox.Estranged is null && head > watermark && (first || watermark == before))
                {
                    watermark = await sources.CatchUp(inbox, ct);
                    if (!first)
                    {
                        await queues.HadToFetch(inbox, ct);
                    }
                }

                lag.OfSource(inbox.Source, head, watermark,
                    inbox.Estranged ?? queues.Silence(inbox.Source), isLasting: inbox.Estranged is not null);
                (before, first) = (watermark, false);
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                lag.OfSource(inbox.Source, null, null, inbox.Estranged ?? fault.Message, isLasting: inbox.Estranged is not null);
                log.LogWarning("Asking {Source} how far it is failed: {Fault}", inbox.Source, fault.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    private async Task Started(CancellationToken ct)
    {
        var started = new TaskCompletionSource();
        await using var _ = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(ct);
    }
}
