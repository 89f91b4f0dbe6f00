namespace Oversight.Monitoring.Follows;

/// <summary>When digests are due: at one time of day where their readers live, whatever the clocks do there.</summary>
/// <param name="Zone">Where.</param>
/// <param name="At">The time of day. On a day that skips it, that much later; on one that has it twice, the first time.</param>
public sealed record Schedule(TimeZoneInfo Zone, TimeOnly At)
{
    private const DayOfWeek OnceAWeek = DayOfWeek.Monday;

    /// <summary>The first time after an instant.</summary>
    public DateTimeOffset Next(DateTimeOffset after, bool weekly)
    {
        for (var day = DayOf(after); ; day = day.AddDays(1))
        {
            if (IsDue(day, weekly) && On(day) is var due && due > after)
            {
                return due;
            }
        }
    }

    /// <summary>The last time at or before an instant.</summary>
    public DateTimeOffset Latest(DateTimeOffset now, bool weekly)
    {
        // A skipped hour can lie beyond midnight.
        for (var day = DayOf(now).AddDays(1); ; day = day.AddDays(-1))
        {
            if (IsDue(day, weekly) && On(day) is var due && due <= now)
            {
                return due;
            }
        }
    }

    private DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).Date);

    private static bool IsDue(DateOnly day, bool weekly) => !weekly || day.DayOfWeek == OnceAWeek;

    private DateTimeOffset On(DateOnly day)
    {
        var local = day.ToDateTime(At);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max()
            : Zone.IsInvalidTime(local) ? Zone.GetUtcOffset(local.AddDays(-1))
            : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
