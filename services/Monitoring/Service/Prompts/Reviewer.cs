using System.Collections.Concurrent;
using System.Threading.Channels;
using Marten;
using Marten.Services;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Rulebooks;
using BodyStreams = Oversight.Hosting.Streams<Oversight.Monitoring.Bodies.Body, Oversight.Monitoring.Bodies.BodyCommand, Oversight.Monitoring.Bodies.BodyEvent>;

namespace Oversight.Monitoring.Prompts;

/// <summary>Looks at a body with the rulebook in effect: soon after something was learned of it, at every start and once a day.</summary>
/// <remarks>A review that finds nothing new stores nothing, so it may be done as often as anybody likes, and one that a crash took away is made up for at the start.</remarks>
internal sealed class Reviewer(BodyStreams bodies, IDocumentStore store, Writer writer, ToReview asked, TimeProvider clock, ILogger<Reviewer> log) : BackgroundService
{
    private const int AtOnce = 200;

    /// <summary>Reviews bodies on a day, and says how much came of it.</summary>
    public async Task<int> Review(IReadOnlyCollection<string> ids, DateOnly today, CancellationToken ct)
    {
        var changes = 0;
        foreach (var some in Shelf.InEffect(today) is null ? [] : ids.Chunk(AtOnce))
        {
            using var turn = await writer.Turn(ct);
            await using var session = store.Recording();
            var decided = await bodies.Decide(session, [.. some.Select(id => (id, (BodyCommand)new BodyCommand.Review(Shelf.InEffect(today)!, today)))], ct);
            changes += decided.Sum(one => one.Events.Count);
            if (decided.Any(one => one.Events.Count > 0))
            {
                await session.SaveChangesAsync(ct);
            }
        }

        return changes;
    }

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        var reviewed = default(DateOnly);
        while (!ct.IsCancellationRequested)
        {
            IReadOnlyCollection<string> ids = [];
            try
            {
                var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
                ids = today == reviewed ? await asked.Next(ct) : await All(ct);
                await Review(ids, today, ct);
                reviewed = today;
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                log.LogWarning(fault, "A review of {Bodies} bodies did not come off and is tried again.", ids.Count);
                asked.Add(ids);
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
            }
        }
    }

    private async Task<IReadOnlyCollection<string>> All(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Events.QueryAllRawEvents().Where(e => e.StreamKey != null).Select(e => e.StreamKey!).Distinct().ToListAsync(ct);
    }
}

/// <summary>Which bodies something was learned of since they were last looked at.</summary>
internal sealed class ToReview : DocumentSessionListenerBase
{
    // Long enough for an import to come in large bites, short enough for nobody to wait.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(250), AtMost = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, bool> _bodies = [];
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Add(IEnumerable<string> bodies)
    {
        foreach (var body in bodies)
        {
            _bodies[body] = true;
        }

        _wake.Writer.TryWrite(true);
    }

    /// <summary>Waits until there are some, or until it is time to see whether the day has changed.</summary>
    public async Task<IReadOnlyCollection<string>> Next(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(AtMost);
        try
        {
            await _wake.Reader.ReadAsync(patience.Token);
            await Task.Delay(Gathering, ct);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
        }

        return [.. _bodies.Keys.Where(body => _bodies.TryRemove(body, out _))];
    }

    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        var bodies = commit.GetEvents().Where(e => e.Data is BodyEvent and not (BodyEvent.PromptRaised or BodyEvent.PromptCleared)).Select(e => e.StreamKey!).ToHashSet();
        if (bodies.Count > 0)
        {
            Add(bodies);
        }

        return Task.CompletedTask;
    }
}
