using Oversight.Core;
using Oversight.Monitoring.Bodies;
using static Oversight.Monitoring.Bodies.BodyEvent;

namespace Oversight.Specs.Monitoring;

/// <summary>What people did, in few words.</summary>
internal static class Decisions
{
    public static readonly Actor Ines = new("ines", "Ines Holloway", Role.Inspector), Clara = new("clara", "Clara Thornbury", Role.ChiefInspector);

    public static MoveConfirmed Confirmed(string day, string phase, string on, string? published = null, string id = "kent-1") => new(
        id, phase, PartialDate.Parse(on), PartialDate.Parse(day), "five causes", published is null ? null : PartialDate.Parse(published),
        Ines, Clara, At(day), DateOnly.Parse(day, null), null);

    public static MovePublished Published(string day, string phase, string on, string published, string confirmed, string id = "kent-1") => new(
        id, phase, PartialDate.Parse(on), PartialDate.Parse(confirmed), "five causes", PartialDate.Parse(published), DateOnly.Parse(confirmed, null),
        Ines, Clara, Clara, At(day), null);

    public static IEnumerable<BodyEvent> OneOfEach =>
    [
        new MoveProposed("kent-1", "engage", PartialDate.Parse("2026-01"), null, "why", ["a fact"], At("2026-02-01"), Ines, At("2026-01-01")),
        Confirmed("2025-12-01", "engage", "2026-01-01"),
        Published("2025-12-03", "engage", "2026-01-01", "2025-12-03", "2025-12-01"),
        new MoveDeclined("kent-1", Clara, At("2026-01-01"), "no"), new MoveWithdrawn("kent-1", Ines, At("2026-01-01"), null),
        new MoveInterrupted("kent-1", Clara, At("2026-01-01"), "wait"), new MoveResumed("kent-1", Clara, At("2026-01-01"), null),
        new MoveSuperseded("kent-1", "kent-2", Ines, At("2026-01-01"), "better"), new MoveExpired("kent-1", Actor.Clock, At("2026-01-01"), null),
    ];

    private static DateTimeOffset At(string day) => new(DateOnly.Parse(day, null), TimeOnly.MinValue, TimeSpan.Zero);
}
