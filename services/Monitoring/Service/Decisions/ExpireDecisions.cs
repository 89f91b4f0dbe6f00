using Marten;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Decisions;

/// <summary>Says of a proposal that nobody decided on in time that it has run out. When that is stands in the proposal, so a restart forgets nothing.</summary>
internal sealed class ExpireDecisions(IDocumentStore store, Desk<Body, BodyCommand, BodyEvent> desk, TimeProvider clock, ILogger<ExpireDecisions> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await Expire(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Proposals are not looked through just now: {Fault}", fault.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Expire(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var now = clock.GetUtcNow();
        foreach (var record in await session.Query<DecisionRecord>().ToListAsync(ct))
        {
            if (DecisionRead.All(record, ProposeMove.Everything).Any(decision => decision.IsOpen && decision.Proposal.ExpiresAt <= now))
            {
                await desk.Do(record.Id, new BodyCommand.ExpireMoves(now), ct);
            }
        }
    }
}
