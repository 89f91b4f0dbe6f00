using Marten;

namespace Oversight.Ingestion.Submissions;

/// <summary>Tidies up after crashes and faults: reads half-read submissions to their end, and removes what is left of uploads.</summary>
internal sealed class ResumeReading(IDocumentStore store, SubmissionReader reader, Originals originals, ILogger<ResumeReading> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        for (; !stoppingToken.IsCancellationRequested; await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await originals.Begin(stoppingToken);
                await originals.ForgetLeftovers();
                foreach (var id in await Unfinished(stoppingToken))
                {
                    await ReadOn(id, stoppingToken);
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(fault, "Reading on failed; trying again in a while.");
            }
        }
    }

    // One that cannot be read must not keep the others waiting.
    private async Task ReadOn(string id, CancellationToken ct)
    {
        log.LogWarning("Submission {Id} was left half read; reading on.", id);
        try
        {
            await reader.Read(id, fromBeginning: false, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            log.LogError(fault, "Submission {Id} could not be read on; trying again in a while.", id);
        }
    }

    private async Task<IReadOnlyList<string>> Unfinished(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var candidates = await session.Query<SubmissionView>().Where(view => view.State == SubmissionState.Reading)
            .Select(view => view.Submission).Take(100).ToListAsync(ct);
        var unfinished = new List<string>();
        foreach (var id in candidates)
        {
            // The view may lag; the stream knows.
            if (await reader.IsLeftUnfinished(id, ct))
            {
                unfinished.Add(id);
            }
        }

        return unfinished;
    }
}
