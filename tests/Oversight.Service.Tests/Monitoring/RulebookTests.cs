using Microsoft.Extensions.DependencyInjection;
using Oversight.Contracts;
using Oversight.Contracts.Grading.V1;
using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Monitoring;
using Oversight.Monitoring.Prompts;
using Oversight.Testing;
using Xunit;

namespace Oversight.Service.Tests.Monitoring;

public sealed class RulebookTests
{
    private static readonly IContract[] Bodies =
    [
        new BodyRegistered("gloucestershire", "Gloucestershire Constabulary", "police", "England", null, null),
        new BodyRegistered("suffolk", "Suffolk Constabulary", "police", "England", null, null),
        new PhaseMoveReported("gloucestershire", "engage", "Engage", "2021-12", null, null, "six areas", From("phase/gloucestershire/engage/2021-12", "a letter", "2022-06-30")),
    ];

    private static readonly IContract[] Grades = [Inadequate("gloucestershire", "2021-10-27"), Inadequate("suffolk", "2023-10-04")];

    [Fact]
    public async Task A_rulebook_is_played_over_what_was_public_day_by_day()
    {
        await using var monitoring = await ServiceRunning.Start(MonitoringService.Build);
        await monitoring.Tell("ingestion", Bodies);
        await monitoring.Tell("grading", Grades);

        var played = await monitoring.Get("/api/v1/rulebooks/2026-1/backtest?from=2018-01-01&to=2025-12-31");
        var entry = Assert.Single(played["entries"]!.AsArray())!;
        Assert.Equal("gloucestershire 2021-12 2021-10-27 35", $"{entry["body"]} {entry["enteredOn"]} {entry["promptedOn"]} {entry["leadDays"]}");
        Assert.Equal("inadequate-where-it-protects", (string?)Assert.Single(entry["rules"]!.AsArray()));
        Assert.Equal("suffolk 2023-10-04 2025-10-04", string.Join(' ', Assert.Single(played["falseAlarms"]!.AsArray())!.AsObject().Take(3).Select(member => member.Value)));
        Assert.Equal((0.5, 1.0), ((double)played["precision"]!, (double)played["recall"]!));

        var causesAlone = await monitoring.Get("/api/v1/rulebooks/trial-causes-only/backtest?from=2018-01-01&to=2025-12-31");
        Assert.Null(causesAlone["entries"]![0]!["promptedOn"]);
        Assert.StartsWith("<svg", await monitoring.Http.GetStringAsync("/api/v1/rulebooks/2026-1/backtest.svg?to=2025-12-31"), StringComparison.Ordinal);
        Assert.Equal(404, (await monitoring.Refused("/api/v1/rulebooks/1066/backtest")).Status);
        Assert.Equal((400, "urn:oversight:rule:request.malformed", "from is 2025-01-01 and so after to, 2024-01-01."), await monitoring.Refused("/api/v1/rulebooks/2026-1/backtest?from=2025-01-01&to=2024-01-01"));
    }

    [Fact]
    public async Task Facts_recorded_later_are_not_looked_at()
    {
        await using var monitoring = await ServiceRunning.Start(MonitoringService.Build);
        await monitoring.Tell("ingestion", Bodies);
        var before = DateTimeOffset.UtcNow;
        await monitoring.Tell("grading", Grades);

        var then = await monitoring.Get($"/api/v1/rulebooks/2026-1/backtest?to=2025-12-31&recordedAt={Uri.EscapeDataString(before.ToString("O"))}");
        Assert.Null(Assert.Single(then["entries"]!.AsArray())!["promptedOn"]);
        Assert.Empty(then["falseAlarms"]!.AsArray());
    }

    [Fact]
    public async Task What_is_learned_is_reviewed_and_prompts_once()
    {
        await using var monitoring = await ServiceRunning.Start(MonitoringService.Build);
        await monitoring.Tell("ingestion", Bodies);
        var lately = DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(-1).ToString("yyyy-MM-dd", null);
        await monitoring.Tell("grading", Inadequate("suffolk", lately));
        await Eventually.True("a prompt about suffolk", async () => (await monitoring.Get("/api/v1/prompts"))["prompts"]!.AsArray().Count == 1);

        var prompt = (await monitoring.Get("/api/v1/bodies/suffolk/prompts"))["prompts"]![0]!;
        Assert.Equal("Suffolk Constabulary Scan true", $"{prompt["name"]} {prompt["phase"]} {prompt["standing"]!.ToJsonString()}");
        Assert.Equal("Investigating crime was graded inadequate in PEEL 2023-25.", (string?)prompt["prompt"]!["because"]);
        Assert.Empty((await monitoring.Get("/api/v1/bodies/gloucestershire/prompts"))["prompts"]!.AsArray());
        Assert.Empty((await monitoring.Get($"/api/v1/prompts?recordedAt=2020-01-01T00:00:00Z"))["prompts"]!.AsArray());

        // Looked at again on the same day it says nothing new, and when its time is over it is cleared.
        var (reviewer, today) = (monitoring.App.Services.GetRequiredService<Reviewer>(), DateOnly.FromDateTime(DateTime.UtcNow));
        Assert.Equal(0, await reviewer.Review(["suffolk", "gloucestershire"], today, default));
        Assert.Equal(1, await reviewer.Review(["suffolk", "gloucestershire"], today.AddMonths(24), default));
        await monitoring.App.ViewsAreCurrent();
        Assert.Single((await monitoring.Get($"/api/v1/prompts?state=cleared&asOf={today.AddMonths(25):yyyy-MM-dd}"))["prompts"]!.AsArray());
        await monitoring.App.RebuiltViewsAreTheSame();
    }

    [Fact]
    public async Task What_was_learned_before_a_crash_is_reviewed_at_the_start()
    {
        string database;
        await using (var monitoring = await ServiceRunning.Start(MonitoringService.Build))
        {
            database = monitoring.Database;
            await using var session = monitoring.Store.LightweightSession();
            session.Events.Append("suffolk", new Oversight.Monitoring.Bodies.BodyEvent.GradeNoted("PEEL 2023-25", "Investigating crime", "inadequate",
                Oversight.Monitoring.Bodies.GradeRuling.Awarded, new(NameBasedId.Of("x"), "grade/suffolk", 1, "a report", "s", 2,
                    PartialDate.On(DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(-1)))));
            session.Listeners.Clear();
            await session.SaveChangesAsync();
        }

        await using var again = await ServiceRunning.Start(MonitoringService.Build, database);
        await Eventually.True("a prompt about suffolk", async () => (await again.Get("/api/v1/prompts"))["prompts"]!.AsArray().Count == 1);
    }

    private static GradeAwarded Inadequate(string body, string published) =>
        new(body, "PEEL 2023-25", "Investigating crime", "inadequate", From($"grade/{body}", "a report", published));

    private static Source From(string fact, string cited, string published) => new(NameBasedId.Of(fact, cited, published), fact, 1, cited, "a-submission", 2, published, "first");
}
