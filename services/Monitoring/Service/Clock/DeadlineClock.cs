using System.ComponentModel;
using System.Text.Json.Serialization;
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
/// <param name="OnRecord">Is it on record as missed?</param>
/// <param name="NotedOn">The day on which it was noticed; null while it is not on record.</param>
/// <param name="NotedBy">Who let the clock run that noticed it; null where it ran by itself.</param>
public sealed record MissedDeadline(string Body, string Kind, string Id, string About, string Owner, DateOnly LastDay, bool OnRecord, DateOnly? NotedOn, string? NotedBy);

/// <summary>What the clock found for a day.</summary>
/// <param name="Day">The day on which it looks: what was due before it has been missed.</param>
/// <param name="Raised">How many this run put on record.</param>
/// <param name="Missed">All that had been missed, each with whether it is on record.</param>
public sealed record ClockRun(DateOnly Day, int Raised, IReadOnlyList<MissedDeadline> Missed);

/// <summary>What an administrator says who lets the clock run.</summary>
/// <param name="Day">The day on which it is to look; today by default, and none to come.</param>
/// <param name="Reason">Why.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ClockAsked(string? Day = null, string? Reason = null);

/// <summary>Looks which deadlines were missed: at the start and after every midnight in London. What was raised once is never raised again, whenever and however often it runs.</summary>
internal sealed class DeadlineClock(
    IDocumentStore store, Streams<Body, BodyCommand, BodyEvent> streams, Writer writer, TimeProvider clock, ILogger<DeadlineClock> log) : BackgroundService
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Today in London.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), London).Date);

    /// <summary>Finds what was missed before a day, from the streams themselves.</summary>
    public async Task<ClockRun> Look(DateOnly day, CancellationToken ct)
    {
        await using var session = store.Recording();
        return Shown(day, 0, await Found(session, day, ct));
    }

    /// <summary>The same, and puts on record what is not.</summary>
    /// <param name="day">The day on which it looks.</param>
    /// <param name="by">Who lets it run; null where it runs by itself.</param>
    /// <param name="why">Why they do.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<ClockRun> Raise(DateOnly day, Actor? by, string? why, CancellationToken ct)
    {
        using var turn = await writer.Turn(ct);
        await using var session = store.Recording();
        var unheard = (await Found(session, day, ct)).Where(missed => missed.Said is null).ToArray();
        if (unheard.Length > 0)
        {
            await streams.Decide(session, [.. unheard.Select(missed => (missed.Body, (BodyCommand)new BodyCommand.MissDeadline(missed.Deadline, day, by, why)))], ct);
            await session.SaveChangesAsync(ct);
        }

        await using var after = store.Recording();
        return Shown(day, unheard.Length, await Found(after, day, ct));
    }

    private static async Task<IReadOnlyList<(string Body, Deadline Deadline, BodyEvent.DeadlineMissed? Said)>> Found(IDocumentSession session, DateOnly day, CancellationToken ct)
    {
        var found = new List<(string, Deadline, BodyEvent.DeadlineMissed?)>();
        foreach (var body in await Suspected(session, day, ct))
        {
            var events = await session.Events.FetchStreamAsync(body, token: ct);
            found.AddRange(AllDeadlines.Missed(body, [.. events.Select(BodyRecordProjection.Stored).OfType<Recorded>()], day).Select(missed => (body, missed.Deadline, missed.Said)));
        }

        return found;
    }

    private static ClockRun Shown(DateOnly day, int raised, IEnumerable<(string Body, Deadline Deadline, BodyEvent.DeadlineMissed? Said)> found) => new(day, raised,
        [.. found.Select(missed => new MissedDeadline(missed.Body, missed.Deadline.Kind, missed.Deadline.Id, missed.Deadline.About, missed.Deadline.Owner, missed.Deadline.LastDay,
            missed.Said is not null, missed.Said?.NoticedOn, missed.Said?.By?.Name))]);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = TimeSpan.FromMinutes(1);
            try
            {
                var today = Today;
                var run = await Raise(today, null, null, stoppingToken);
                foreach (var missed in run.Raised == 0 ? [] : run.Missed.Where(missed => missed.NotedOn == today))
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
        var trails = await Reads.Bodies.Trails(session, ct);
        return reports.Keys.Union(causes.Keys).Order(StringComparer.Ordinal)
            .Where(body => AllDeadlines.MissedBefore(day, reports.GetValueOrDefault(body), causes.GetValueOrDefault(body), trails.GetValueOrDefault(body)).Any());
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

    public static void MapClock(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/clock", async (DeadlineClock clock, CancellationToken ct,
            [Description("The day on which the clock looks, also one to come; today by default.")] string? day = null) => await clock.Look(Day(clock, day), ct))
            .WithName("clock").WithTags("Monitoring")
            .WithSummary("Every deadline that had been missed before a day, as far as is recorded now, each with whether it is on record as missed.");

        routes.MapPost("/api/v1/clock", async (ClockAsked? asked, Acting acting, DeadlineClock clock, CancellationToken ct) =>
        {
            var day = Day(clock, asked?.Day);
            return day > clock.Today ? throw new RejectedException("clock.day-ahead", $"The day {day:yyyy-MM-dd} is still to come; what would be missed by then can be looked at without putting it on record.")
                : string.IsNullOrWhiteSpace(asked?.Reason) ? throw new RejectedException("clock.reason-missing", "Say why the clock is to run: the reason is kept with what it puts on record.")
                : asked.Reason.Length > Act.LongestReason ? throw new RejectedException("clock.reason-too-long", $"A reason has at most {Act.LongestReason} characters.")
                : await clock.Raise(day, acting.By, asked.Reason.Trim(), ct);
        })
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ByPerson("clock.run").WithName("run-clock").WithTags("Monitoring")
        .WithSummary("Puts on record what had been missed before a day, with who let the clock run and why; it runs by itself after every midnight too. What is on record already is not said again.");
    }

    private static DateOnly Day(DeadlineClock clock, string? day) => day is null ? clock.Today
        : PartialDate.TryParse(day, out var date) && date.Precision == 3 ? date.First
        : throw new BadHttpRequestException($"day is {PartialDate.ADay}, not '{Reads.Asked.Shown(day)}'.");
}
