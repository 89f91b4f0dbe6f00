using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Deadlines;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.ReportResponses;

namespace Oversight.Monitoring.Clock;

/// <summary>A deadline that was missed, and whose.</summary>
public sealed record MissedDeadline(string Body, string Kind, string Id, string About, string Owner, DateOnly LastDay);

/// <summary>What the clock found for a day.</summary>
/// <param name="Day">The day on which it looks: what was due before it has been missed.</param>
/// <param name="Raised">Were they put on record, or only shown?</param>
/// <param name="Missed">Those that had not been put on record before.</param>
public sealed record ClockRun(DateOnly Day, bool Raised, IReadOnlyList<MissedDeadline> Missed);

/// <summary>Looks which deadlines were missed: at the start and after every midnight in London. What was raised once is never raised again, whenever and however often it runs.</summary>
internal sealed class DeadlineClock(
    IDocumentStore store, Streams<Body, BodyCommand, BodyEvent> streams, Writer writer, TimeProvider clock, ILogger<DeadlineClock> log) : BackgroundService
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Today in London.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), London).Date);

    /// <summary>Finds what was missed before a day, from the streams themselves, and puts it on record if asked to.</summary>
    public async Task<ClockRun> Run(DateOnly day, bool raise, CancellationToken ct)
    {
        using var turn = await writer.Turn(ct);
        await using var session = store.Recording();
        var found = new List<(string Body, Deadline Deadline)>();
        foreach (var body in await Suspected(session, day, ct))
        {
            var events = await session.Events.FetchStreamAsync(body, token: ct);
            found.AddRange(AllDeadlines.Missed(body, [.. events.Select(BodyRecordProjection.Stored).OfType<Recorded>()], day).Select(missed => (body, missed)));
        }

        if (raise && found.Count > 0)
        {
            await streams.Decide(session, [.. found.Select(missed => (missed.Body, (BodyCommand)new BodyCommand.MissDeadline(missed.Deadline, day)))], ct);
            await session.SaveChangesAsync(ct);
        }

        return new(day, raise, [.. found.Select(missed => new MissedDeadline(
            missed.Body, missed.Deadline.Kind, missed.Deadline.Id, missed.Deadline.About, missed.Deadline.Owner, missed.Deadline.LastDay))]);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = TimeSpan.FromMinutes(1);
            try
            {
                var run = await Run(Today, raise: true, stoppingToken);
                foreach (var missed in run.Missed)
                {
                    log.LogWarning("{Body}: {About} was due from {Owner} by {LastDay} and is not on record.", missed.Body, missed.About, missed.Owner, missed.LastDay);
                }

                wait = UntilTomorrow();
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The clock of deadlines could not look ({Fault}); it looks again in a minute.", fault.Message);
            }

            await Task.Delay(wait, clock, stoppingToken);
        }
    }

    // The views may be a moment behind, so what they suspect is looked up in the stream; what is too new for them waits for the next look.
    private static async Task<IEnumerable<string>> Suspected(IQuerySession session, DateOnly day, CancellationToken ct)
    {
        var reports = (await session.Query<ReportResponseRecord>().ToListAsync(ct)).ToDictionary(record => record.Id);
        var causes = (await session.Query<BodyCauses>().ToListAsync(ct)).ToDictionary(record => record.Id);
        return reports.Keys.Union(causes.Keys).Order(StringComparer.Ordinal)
            .Where(body => AllDeadlines.MissedBefore(day, reports.GetValueOrDefault(body), causes.GetValueOrDefault(body)).Any());
    }

    private TimeSpan UntilTomorrow()
    {
        var midnight = Today.AddDays(1).ToDateTime(new TimeOnly(0, 1));
        return new DateTimeOffset(midnight, London.GetUtcOffset(midnight)) - clock.GetUtcNow();
    }
}

internal static class ClockRoute
{
    public static void AddDeadlineClock(this IServiceCollection services)
    {
        services.AddSingleton<DeadlineClock>();
        services.AddHostedService(provider => provider.GetRequiredService<DeadlineClock>());
    }

    public static void MapClock(this IEndpointRouteBuilder routes) => routes.MapPost("/internal/v1/clock",
        async (DeadlineClock clock, CancellationToken ct, string? day = null, bool raise = false) =>
        {
            var asked = day is null ? clock.Today
                : PartialDate.TryParse(day, out var date) && date.Precision == 3 ? date.First
                : throw new BadHttpRequestException($"day is a day such as 2019-03-12, not '{Reads.Asked.Shown(day)}'.");
            return raise && asked > clock.Today
                ? throw new RejectedException("clock.day-ahead", $"{day} is still to come; without raise it is shown what would be missed by then.")
                : await clock.Run(asked, raise, ct);
        }).ExcludeFromDescription();
}
