using Marten;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Follows;
using Oversight.Monitoring.Rulebooks;

namespace Oversight.Monitoring.Prompts;

/// <summary>Looks at a body with the rulebook in effect: soon after something was learned of it, at every start and once a day.</summary>
/// <remarks>A review that finds nothing new stores nothing, so it may be done as often as anybody likes, and one that a crash took away is made up for at the start.</remarks>
internal sealed class Reviewer(Desk<Body, BodyCommand, BodyEvent> desk, IDocumentStore store, Touched asked, TimeProvider clock, ILogger<Reviewer> log) : BackgroundService
{
    /// <summary>Reviews bodies on a day, and says how much came of it.</summary>
    public async Task<int> Review(IReadOnlyCollection<string> ids, DateOnly today, CancellationToken ct) =>
        Shelf.InEffect(today) is { } book ? await desk.DoForEach(ids, new BodyCommand.Review(book, today), ct) : 0;

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
        return [.. (await session.Events.QueryAllRawEvents().Where(e => e.StreamKey != null).Select(e => e.StreamKey!).Distinct().ToListAsync(ct)).Where(stream => !FollowStore.IsOne(stream))];
    }
}
