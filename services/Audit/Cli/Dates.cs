using System.Globalization;
using System.Text.Json.Nodes;

namespace Oversight.Cli;

/// <summary>Writes dates as people write them, no more precisely than they are known.</summary>
internal static class Dates
{
    /// <summary>28 June 2022, June 2022 or 2022; what is no date stays as it is.</summary>
    public static string Day(string? text) => text switch
    {
        null or "" => "not known",
        { Length: 7 } when DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) => Written(month, "MMMM yyyy"),
        { Length: 10 } when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Written(day, "d MMMM yyyy"),
        _ => text,
    };

    /// <summary>When something happened: every date that sources give where they disagree.</summary>
    public static string Of(JsonNode? happened) => happened.Text("dated") ?? Day(happened.Text("on"));

    /// <summary>23 November 2026 at 09:00:05 UTC.</summary>
    public static string Instant(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant)
        ? instant.ToUniversalTime().ToString("d MMMM yyyy 'at' HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)
        : text;

    private static string Written(DateOnly date, string format) => date.ToString(format, CultureInfo.InvariantCulture);
}
