using System.Collections.Concurrent;
using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Oversight.Ingestion.Submissions;

/// <summary>Tidies up after crashes and faults: reads half-read submissions to their end, and removes what is left of uploads.</summary>
internal sealed class ResumeReading(IDocumentStore store, SubmissionReader reader, Originals originals, ILogger<ResumeReading> log) : BackgroundService, IHealthCheck
{
    private const string All = "the unfinished submissions";
    private const int Enough = 2;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (int Times, string Because)> _failed = [];

    /// <summary>Ill while the same fails again and again.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        _failed.Where(failed => failed.Value.Times >= Enough).Select(failed => $"{failed.Key} could not be read on {failed.Value.Times} times: {failed.Value.Because}").Order().ToArray() is { Length: > 0 } ill
            ? HealthCheckResult.Unhealthy(string.Join("; ", ill))
            : HealthCheckResult.Healthy("Every submission is read to its end."));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        for (; !stoppingToken.IsCancellationRequested; await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await originals.Begin(stoppingToken);
                await originals.ForgetLeftovers();
                var unfinished = await Unfinished(stoppingToken);
                foreach (var finished in _failed.Keys.Except(unfinished.Select(Named)))
                {
                    _failed.TryRemove(finished, out _);
                }

                foreach (var id in unfinished)
                {
                    await ReadOn(id, stoppingToken);
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(fault, "Reading on failed; trying again in a while.");
                Failed(All, fault);
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
            Failed(Named(id), fault);
        }
    }

    private static string Named(string id) => $"submission {id}";

    private void Failed(string what, Exception fault) => _failed.AddOrUpdate(what, (1, fault.Message), (_, before) => (before.Times + 1, fault.Message));

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
