using Marten;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Contracts;
using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Monitoring;
using Oversight.Monitoring.Bodies;
using Oversight.Service.Tests.Identity;
using Oversight.Testing;
using Xunit;

namespace Oversight.Service.Tests.Monitoring;

/// <summary>The clock of deadlines, run for days of the past and by a clock that is set.</summary>
public sealed class ClockTests
{
    private static readonly IContract Kent = new BodyRegistered("kent", "Kent Police", "police", "England", null, null);
    private static readonly IContract Published = Step("published", "2019-01-15");

    [Fact]
    public async Task What_is_only_shown_is_not_put_on_record_and_what_is_raised_is_raised_once()
    {
        var clock = new SetClock(new(2019, 1, 15, 12, 0, 0, TimeSpan.Zero));
        await using var provider = await DemoProvider.Start();
        await using var monitoring = await ServiceRunning.Start(Build(clock), null, provider.Settings);
        var ada = await provider.TokenOf("ada");
        await monitoring.Tell("ingestion", Kent, Published);
        clock.Now = new(2019, 3, 11, 12, 0, 0, TimeSpan.Zero);

        Assert.Empty(await Missed(monitoring, "2019-03-11"));
        Assert.Equal(["Answer to CDI 2018 False  "], await Missed(monitoring, "2019-03-12"));
        Assert.Equal(0, await Misses(monitoring));
        Assert.Equal(422, await Status(monitoring, ada, "2019-03-12"));
        Assert.Equal(400, await Status(monitoring, ada, "2019-03"));

        clock.Now = new(2019, 3, 12, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(422, await Status(monitoring, ada, "2019-03-12", why: " "));
        Assert.Equal(403, await Status(monitoring, await provider.TokenOf("clara"), "2019-03-12"));
        Assert.Equal(401, await Status(monitoring, null, "2019-03-12"));
        Assert.Equal(0, await Misses(monitoring));
        Assert.Equal(1, await Raised(monitoring, ada, "2019-03-12"));
        Assert.Equal(0, await Raised(monitoring, ada, "2019-03-12"));
        Assert.Equal(1, await Misses(monitoring));
        Assert.Equal(["Answer to CDI 2018 True 2019-03-12 Ada Quill"], await Missed(monitoring, "2019-03-12"));
        await monitoring.App.ViewsAreCurrent();
        await monitoring.Tell("ingestion", Step("response-published", "2019-04-01"));

        var report = (await monitoring.Get("/api/v1/bodies/kent/section-55?asOf=2019-05-01&knownAt=2019-05-01"))["reports"]![0]!;
        Assert.Equal(("Late", "2019-03-12"), ((string?)report["state"], (string?)report["missNotedOn"]));
        Assert.Contains("deadline", (await monitoring.Get("/api/v1/bodies/kent/history?asOf=2019-05-01"))["entries"]!.AsArray().Select(entry => (string?)entry!["kind"]));
    }

    [Fact]
    public async Task A_recommendation_whose_day_passed_unmet_is_missed_and_what_was_met_is_not()
    {
        var clock = new SetClock(new(2022, 2, 1, 12, 0, 0, TimeSpan.Zero));
        await using var provider = await DemoProvider.Start();
        await using var monitoring = await ServiceRunning.Start(Build(clock), null, provider.Settings);
        var ada = await provider.TokenOf("ada");
        await monitoring.Tell("ingestion", Kent, Told("one", "recommendation", "within three months"), Told("two", "recommendation", "2022-03-31"), Told("three", "recommendation", "immediately"),
            Told("two", "recommendation-met", null));
        clock.Now = new(2022, 5, 1, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(0, await Raised(monitoring, ada, "2022-04-10"));
        Assert.Equal(1, await Raised(monitoring, ada, "2022-04-11"));
        Assert.Equal(0, await Raised(monitoring, ada, "2022-05-01"));
        await monitoring.App.ViewsAreCurrent();
        await monitoring.App.RebuiltViewsAreTheSame();

        var cause = (await monitoring.Get("/api/v1/bodies/kent/causes?asOf=2022-05-01"))["causes"]![0]!;
        Assert.Equal(["one 2022-04-11", "three ", "two "], cause["deadlines"]!.AsArray().Select(due => $"{due!["for"]} {due["missNotedOn"]}"));
        Assert.Contains("deadline", (await monitoring.Get("/api/v1/bodies/kent/history?asOf=2022-05-01"))["entries"]!.AsArray().Select(entry => (string?)entry!["kind"]));
    }

    [Fact]
    public async Task It_looks_after_midnight_and_a_restart_raises_nothing_twice()
    {
        var clock = new SetClock(new(2019, 3, 11, 22, 0, 0, TimeSpan.Zero));
        string database;
        await using (var monitoring = await Start(clock))
        {
            database = monitoring.Database;
            await Eventually.True("the clock to wait for midnight", () => Task.FromResult(clock.Waiting == 1));
            await monitoring.Tell("ingestion", Kent, Published);
            clock.Set(new(2019, 3, 12, 0, 1, 0, TimeSpan.Zero));
            await Eventually.True("the clock to have noticed", async () => await Misses(monitoring) == 1);
            await monitoring.App.ViewsAreCurrent();
            await monitoring.App.RebuiltViewsAreTheSame();
        }

        clock = new(new(2019, 3, 14, 9, 0, 0, TimeSpan.Zero));
        await using var again = await ServiceRunning.Start(Build(clock), database);
        await Eventually.True("the clock to have looked again", () => Task.FromResult(clock.Waiting == 1));
        Assert.Equal(1, await Misses(again));
    }

    [Fact]
    public async Task What_passed_while_nothing_ran_is_noticed_at_the_start()
    {
        var clock = new SetClock(new(2019, 1, 16, 9, 0, 0, TimeSpan.Zero));
        string database;
        await using (var monitoring = await Start(clock))
        {
            database = monitoring.Database;
            await monitoring.Tell("ingestion", Kent, Published);
        }

        clock = new(new(2019, 6, 1, 9, 0, 0, TimeSpan.Zero));
        await using var again = await ServiceRunning.Start(Build(clock), database);
        await Eventually.True("the clock to have noticed", async () => await Misses(again) == 1);
    }

    private static Task<ServiceRunning> Start(SetClock clock) => ServiceRunning.Start(Build(clock));

    private static Func<Microsoft.AspNetCore.Builder.WebApplicationBuilder, Microsoft.AspNetCore.Builder.WebApplication> Build(SetClock clock) => builder =>
    {
        builder.Services.AddSingleton<TimeProvider>(clock);
        return MonitoringService.Build(builder);
    };

    private static ReportResponseReported Step(string step, string on) => new("kent", "CDI 2018", step, on, null, null,
        new(NameBasedId.Of(step, on), $"section-55/kent/cdi-2018/{step}/{on}", 1, "a page", "a-submission", 2, on, "first"));

    private static CauseStepReported Told(string recommendation, string step, string? due) => new(
        "kent", "cause/kent/peel-2021-22/call-handling", "call handling", "PEEL 2021/22", "PEEL 2021/22", step, step == "recommendation" ? "2022-01-10" : "2022-03-30", recommendation, due, null, null, null, "",
        new(NameBasedId.Of(step, recommendation), $"cause/kent/peel-2021-22/call-handling/{step}/{recommendation}", 1, "a page", "a-submission", 2, "2022-01-11", "first"));

    private static async Task<IEnumerable<string>> Missed(ServiceRunning monitoring, string day) =>
        (await monitoring.Get($"/api/v1/clock?day={day}"))["missed"]!.AsArray().Select(one => $"{one!["about"]} {(bool)one["onRecord"]!} {one["notedOn"]} {one["notedBy"]}");

    private static async Task<int> Raised(ServiceRunning monitoring, string token, string day) =>
        (int)(await monitoring.As(token, HttpMethod.Post, "/api/v1/clock", new { day, reason = "a test" })).Body!["raised"]!;

    private static async Task<int> Status(ServiceRunning monitoring, string? token, string day, string why = "a test") =>
        (int)(await monitoring.As(token, HttpMethod.Post, "/api/v1/clock", new { day, reason = why })).Status;

    private static async Task<int> Misses(ServiceRunning monitoring)
    {
        await using var session = monitoring.Store.QuerySession();
        return (await session.Events.QueryAllRawEvents().Where(e => e.StreamKey == "kent").ToListAsync()).Count(e => e.Data is BodyEvent.DeadlineMissed);
    }

    /// <summary>Stands still until it is set; who waits for hours waits for that. Short waits go by the real clock.</summary>
    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        private readonly List<(Action Fire, DateTimeOffset At)> _waiting = [];

        public DateTimeOffset Now { get; set; } = now;

        public int Waiting
        {
            get
            {
                lock (_waiting)
                {
                    return _waiting.Count;
                }
            }
        }

        public override DateTimeOffset GetUtcNow() => Now;

        public void Set(DateTimeOffset to)
        {
            Now = to;
            lock (_waiting)
            {
                _waiting.Where(one => one.At <= to).ToList().ForEach(one => one.Fire());
                _waiting.RemoveAll(one => one.At <= to);
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime <= TimeSpan.FromMinutes(1))
            {
                return base.CreateTimer(callback, state, dueTime, period);
            }

            lock (_waiting)
            {
                _waiting.Add((() => callback(state), Now + dueTime));
            }

            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
