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

    /// <summary>28 June 2022 or June 2022; where sources disagree, the shortest that has room for all of them: June or July 2022, 2021 to 2023.</summary>
    public static string Within(Api.StayEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        var (first, last) = (Parse(end.Earliest), Parse(end.Latest));
        var isWholeYear = first is { Month: 1, Day: 1 } && last is { Month: 12, Day: 31 };
        return (last.Year - first.Year, last.Month - first.Month) switch
        {
            (0, 0) => end.On is null ? first.ToString("MMMM yyyy", CultureInfo.InvariantCulture) : Day(end.On),
            (0, _) when isWholeYear => Day(end.On),
            (0, var months) => $"{first.ToString("MMMM", CultureInfo.InvariantCulture)} {(months == 1 ? "or" : "to")} {last.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}",
            (1, -11) => $"{first.ToString("MMMM yyyy", CultureInfo.InvariantCulture)} or {last.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}",
            (var years, _) => $"{first.Year} {(years == 1 ? "or" : "to")} {last.Year}",
        };
    }

    private static readonly string[] Written = ["yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy", "d/M/yyyy"];

    /// <summary>A day as people or programs write it, as the services do: 8 July 2022, 8/7/2022 and 2022-07-08 are 2022-07-08; null where it is none.</summary>
    public static string? Read(string? text) => DateOnly.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>The same of a date in a form, which may be a month or a year too; what is none stays as it is, for the services to refuse.</summary>
    public static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : Read(text)
        ?? (DateOnly.TryParseExact(text, ["MMMM yyyy", "MMM yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var month) ? month.ToString("yyyy-MM", CultureInfo.InvariantCulture) : text.Trim());

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
