using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Oversight.Core;

/// <summary>What a comparison with a partly known date can say.</summary>
public enum Answer
{
    /// <summary>Certainly not.</summary>
    No,

    /// <summary>The date is not known precisely enough.</summary>
    CannotTell,

    /// <summary>Certainly.</summary>
    Yes,
}

/// <summary>A date as precise as its source gives it: a year, a month or a day. Written <c>2022</c>, <c>2022-06</c> or <c>2022-06-28</c>.</summary>
[JsonConverter(typeof(PartialDateJson))]
public readonly record struct PartialDate : IComparable<PartialDate>
{
    /// <summary>The years this system accepts; a date outside them is a slip of the pen, not history.</summary>
    public const int EarliestYear = 1829, LatestYear = 2100;

    /// <summary>What a day, and what any such date, is; for whoever gave none.</summary>
    public static string ADay { get; } = $"a day from {EarliestYear} to {LatestYear} such as 2022-07-08";

    /// <inheritdoc cref="ADay"/>
    public static string ADate { get; } = $"a date from {EarliestYear} to {LatestYear} such as 2022, 2022-06 or 2022-06-28";

    private PartialDate(int year, int? month, int? day) => (Year, Month, Day) = (year, month, day);

    /// <summary>The year, always known.</summary>
    public int Year { get; }

    /// <summary>The month, 1 to 12, where known.</summary>
    public int? Month { get; }

    /// <summary>The day of the month, where known.</summary>
    public int? Day { get; }

    /// <summary>The first day it can mean.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day it can mean.</summary>
    public DateOnly Last => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>A date known to the day.</summary>
    public static PartialDate On(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Reads the three written forms and nothing else.</summary>
    /// <returns>Whether <paramref name="text"/> is a date between <see cref="EarliestYear"/> and <see cref="LatestYear"/>.</returns>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        return text?.Length switch
        {
            4 => Digits(text, 0, 4) is { } y && Make(y, null, null, out date),
            7 => text[4] == '-' && Digits(text, 0, 4) is { } y && Digits(text, 5, 2) is { } m && Make(y, m, null, out date),
            10 => text[4] == '-' && text[7] == '-' && Digits(text, 0, 4) is { } y && Digits(text, 5, 2) is { } m
                && Digits(text, 8, 2) is { } d && Make(y, m, d, out date),
            _ => false,
        };
    }

    /// <summary>Reads a date that is known to be well written.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static PartialDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is not {ADate}.");

    /// <summary>Had it come by the end of <paramref name="day"/>?</summary>
    public Answer OnOrBefore(DateOnly day) => Last <= day ? Answer.Yes : First > day ? Answer.No : Answer.CannotTell;

    /// <summary>Can both mean one day? "June 2022" agrees with 28 June 2022; 28 June does not agree with 6 July.</summary>
    public bool AgreesWith(PartialDate other) => First <= other.Last && other.First <= Last;

    /// <summary>Does it say more than <paramref name="other"/>, within it?</summary>
    public bool Refines(PartialDate other) => AgreesWith(other) && Precision > other.Precision;

    /// <summary>1 for a year, 2 for a month, 3 for a day.</summary>
    public int Precision => Day is not null ? 3 : Month is not null ? 2 : 1;

    /// <summary>The days between the nearest days both can mean; 0 when they agree.</summary>
    public int DaysApart(PartialDate other) =>
        AgreesWith(other) ? 0 : First > other.Last ? First.DayNumber - other.Last.DayNumber : other.First.DayNumber - Last.DayNumber;

    /// <summary>The most precise of dates that can all mean one day; null where they cannot, or there are none.</summary>
    public static PartialDate? Common(IEnumerable<PartialDate> dates)
    {
        var all = dates.Distinct().ToArray();
        return Array.FindAll(all, date => !Array.Exists(all, other => other.Refines(date))) is [var only] ? only : null;
    }

    /// <summary>As people write it: 28 June 2022, June 2022 or 2022.</summary>
    public string InWords => Precision switch
    {
        3 => First.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        2 => First.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => ToString(),
    };

    /// <summary>As it stands in a sentence: on 28 June 2022, in June 2022 or in 2022.</summary>
    public string WhenInWords => $"{(Precision == 3 ? "on" : "in")} {InWords}";

    /// <summary>By first day, then the vaguer first.</summary>
    public int CompareTo(PartialDate other) => First != other.First ? First.CompareTo(other.First) : Precision.CompareTo(other.Precision);

    /// <inheritdoc/>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}"),
    };

    /// <summary>Is the left one earlier, by <see cref="CompareTo"/>?</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Is the left one later, by <see cref="CompareTo"/>?</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Is the left one not later, by <see cref="CompareTo"/>?</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>Is the left one not earlier, by <see cref="CompareTo"/>?</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    private static int? Digits(string text, int start, int length)
    {
        var value = 0;
        for (var i = start; i < start + length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return null;
            }

            value = (value * 10) + (text[i] - '0');
        }

        return value;
    }

    private static bool Make(int year, int? month, int? day, out PartialDate date)
    {
        var possible = year is >= EarliestYear and <= LatestYear
            && (month is null or (>= 1 and <= 12))
            && (day is null || (day >= 1 && day <= DateTime.DaysInMonth(year, month!.Value)));
        date = possible ? new(year, month, day) : default;
        return possible;
    }
}

internal sealed class PartialDateJson : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException($"This is not {PartialDate.ADate}.");

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
