using System.Diagnostics;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Subscriptions;
using MassTransit;
using Microsoft.Extensions.Logging;
using Oversight.Contracts.Delivery.V1;

namespace Oversight.Hosting;

/// <summary>Publishes what a service chose to say, in the order of its store, in chunks, each confirmed before the next. The event store is the outbox.</summary>
internal sealed class Relay(ServiceName service, StoreIdentity identity, IBus bus, Sayings sayings, ILogger<Relay> log) : SubscriptionBase
{
    public const string ShardName = "relay";
    public const int ChunkSize = 1_000;

    public override async Task<IChangeListener> ProcessEventsAsync(
        EventRange page, ISubscriptionController controller, IDocumentOperations operations, CancellationToken cancellationToken)
    {
        var (store, previous) = (await identity.Of(cancellationToken), page.SequenceFloor);

        // A page of which nothing is said is told of all the same, for whoever listens has to know that there is no gap.
        foreach (var events in page.Events.Count > 0 ? page.Events.Chunk(ChunkSize) : [[]])
        {
            var last = events.Length == 0 || ReferenceEquals(events[^1], page.Events[^1]) ? page.SequenceCeiling : events[^1].Sequence;
            await Publish(new Chunk(service.Name, store, previous, last, ContractTypes.Entries(events, sayings)), cancellationToken);
            previous = last;
        }

        return NullChangeListener.Instance;
    }

    // An unreachable broker is no reason to stop: the position is saved only after the confirm, so patience loses nothing.
    private async Task Publish(Chunk chunk, CancellationToken ct)
    {
        using var span = StartSpan(chunk);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
                patience.CancelAfter(TimeSpan.FromSeconds(15));
                var exchange = await bus.GetSendEndpoint(new Uri($"exchange:{service.Exchange(service.Name)}?type=fanout"));
                await exchange.Send(chunk, patience.Token);
                Telemetry.Published.Add(chunk.Entries.Count, new KeyValuePair<string, object?>("service", service.Name));
                return;
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                Telemetry.PublishRetries.Add(1, new KeyValuePair<string, object?>("service", service.Name));
                log.LogWarning("Publishing up to {Sequence} failed {Attempt} times ({Fault}); trying again.", chunk.Sequence, attempt, fault.Message);
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(5_000, 100 * Math.Pow(2, Math.Min(attempt, 6)))), ct);
            }
        }
    }

    // The first cause is the parent; the others are linked, for one chunk may carry the work of many requests.
    private static Activity? StartSpan(Chunk chunk)
    {
        var causes = Telemetry.Source.HasListeners()
            ? chunk.Entries.Select(entry => entry.TraceParent).Distinct().Take(32)
                .Select(cause => ActivityContext.TryParse(cause, null, isRemote: true, out var context) ? context : default)
                .Where(context => context != default).ToArray()
            : [];
        return causes.Length == 0 ? null
            : Telemetry.Source.StartActivity("relay", ActivityKind.Producer, causes[0], links: causes.Skip(1).Select(context => new ActivityLink(context)));
    }
}
