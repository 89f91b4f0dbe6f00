using System.Globalization;

namespace Oversight.Portal.Live;

/// <summary>Up to where somebody had seen the record when they went away; their own browser keeps it.</summary>
/// <param name="Seen">The position at the end of the last visit, or at the beginning of the first; null where this is the first page of all.</param>
/// <param name="IsFirst">Whether nobody was here before from this browser.</param>
internal sealed record LastVisit(long? Seen, bool IsFirst)
{
    private const string Cookie = "oversight-visit";

    // Who comes back within this time never went away.
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(30);

    /// <summary>Reads it.</summary>
    public static LastVisit Of(HttpContext http, DateTimeOffset now) =>
        Parse(http.Request.Cookies[Cookie]) is not { } kept ? new(null, true) : now - kept.At > Away ? new(kept.Latest, false) : new(kept.Seen, kept.IsFirst);

    /// <summary>Reads it, and notes that the record has been seen up to a position.</summary>
    public static LastVisit Note(HttpContext http, long position, DateTimeOffset now)
    {
        var visit = Of(http, now);
        http.Response.Cookies.Append(Cookie, string.Create(CultureInfo.InvariantCulture, $"{(visit.IsFirst ? "-" : "")}{visit.Seen ?? position}.{position}.{now.ToUnixTimeSeconds()}"),
            new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        return visit;
    }

    private static (long? Seen, bool IsFirst, long Latest, DateTimeOffset At)? Parse(string? text) =>
        text?.Split('.') is [var seen, var latest, var at] && long.TryParse(latest, CultureInfo.InvariantCulture, out var position) && position >= 0
            && long.TryParse(at, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 253_402_300_800
            ? (long.TryParse(seen.TrimStart('-'), CultureInfo.InvariantCulture, out var before) && before >= 0 ? before : null, seen.StartsWith('-'), position, DateTimeOffset.FromUnixTimeSeconds(seconds)) : null;
}
