using System.Globalization;

namespace Oversight.Portal.Words;

/// <summary>Writes dates as people write them, no more precisely than they are known.</summary>
public static class Dates
{
    /// <summary>28 June 2022, June 2022 or 2022; what is no date stays as it is, and none is "not known".</summary>
    public static string Day(string? text) => text switch
    {
        null or "" => "not known",
        { Length: 7 } when DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) => month.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        { Length: 10 } when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Day(day),
        _ => text,
    };

    /// <summary>Reads a day as the services write it.</summary>
    public static DateOnly Parse(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>28 June 2022.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>23 November 2026 at 9:05am (UTC).</summary>
    public static string Instant(string? text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
        ? Instant(instant) : text ?? "not known";

    /// <summary>The same of an instant.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("d MMMM yyyy 'at' h:mm", CultureInfo.InvariantCulture) + (instant.ToUniversalTime().Hour < 12 ? "am" : "pm") + " (UTC)";
}
