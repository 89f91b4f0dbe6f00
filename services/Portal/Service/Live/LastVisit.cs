using System.Globalization;

namespace Oversight.Portal.Live;

/// <summary>Up to where somebody had seen the record when they went away; their own browser keeps it.</summary>
/// <param name="Seen">The position at the end of the last visit; null at the first.</param>
internal sealed record LastVisit(long? Seen)
{
    private const string Cookie = "oversight-visit";

    // Who comes back within this time never went away.
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(30);

    /// <summary>Reads it.</summary>
    public static LastVisit Of(HttpContext http, DateTimeOffset now) =>
        new(Parse(http.Request.Cookies[Cookie]) is not { } kept ? null : now - kept.At > Away ? kept.Latest : kept.Seen);

    /// <summary>Reads it, and notes that the record has been seen up to a position.</summary>
    public static LastVisit Note(HttpContext http, long position, DateTimeOffset now)
    {
        var seen = Of(http, now).Seen;
        http.Response.Cookies.Append(Cookie, string.Create(CultureInfo.InvariantCulture, $"{seen?.ToString(CultureInfo.InvariantCulture) ?? "-"}.{position}.{now.ToUnixTimeSeconds()}"),
            new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        return new(seen);
    }

    private static (long? Seen, long Latest, DateTimeOffset At)? Parse(string? text) =>
        text?.Split('.') is [var seen, var latest, var at] && long.TryParse(latest, CultureInfo.InvariantCulture, out var position) && position >= 0
            && long.TryParse(at, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 253_402_300_800
            ? (long.TryParse(seen, CultureInfo.InvariantCulture, out var before) && before >= 0 ? before : null, position, DateTimeOffset.FromUnixTimeSeconds(seconds)) : null;
}
