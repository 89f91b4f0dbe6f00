using System.Globalization;
using Oversight.Core;

namespace Oversight.Monitoring.Causes;

/// <summary>In which of the styles that reports use a deadline is given.</summary>
public enum DueStyle
{
    /// <summary>None is given; the body sets its own.</summary>
    None,

    /// <summary>At once.</summary>
    Immediately,

    /// <summary>Within some time after it was made.</summary>
    Within,

    /// <summary>A date, with its year.</summary>
    Date,

    /// <summary>A day or month without its year.</summary>
    DateWithoutYear,

    /// <summary>Words that no rule reads.</summary>
    AsPrinted,
}

/// <summary>A deadline.</summary>
/// <param name="Published">As published; null where there is none.</param>
/// <param name="Style">How it is given.</param>
/// <param name="On">The day, month or year; null where there is none, or where it cannot be told.</param>
/// <param name="Computed">Is the date ours, worked out from the words and from the day they were written?</param>
public sealed record Due(string? Published, DueStyle Style, PartialDate? On, bool Computed)
{
    // So that 29 February can be read.
    private const int LeapYear = 2024;

    private static readonly string[] Numbers =
        ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] Lead = ["by", "before", "not later than", "no later than", "on", "the end of", "end of", "until"];

    private static readonly string[] WholeDates = ["d MMMM yyyy", "d MMM yyyy"], Months = ["MMMM yyyy", "MMM yyyy"], DaysOfYear = ["d MMMM yyyy", "d MMM yyyy"];

    /// <summary>Has it passed by the end of <paramref name="day"/>? Null where there is no date to pass.</summary>
    public Answer? PassedBy(DateOnly day) => On is not { } on ? null : on.Last < day ? Answer.Yes : on.First >= day ? Answer.No : Answer.CannotTell;

    /// <param name="published">As published.</param>
    /// <param name="anchor">The day from which it runs, where that is known to the day.</param>
    public static Due Of(string? published, DateOnly? anchor)
    {
        if (string.IsNullOrWhiteSpace(published))
        {
            return new(null, DueStyle.None, null, false);
        }

        var words = string.Join(' ', published.ToLowerInvariant().TrimEnd('.').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words is "immediately" or "at once" or "with immediate effect" or "forthwith" ? new(published, DueStyle.Immediately, Known(anchor), anchor is not null)
            : words.StartsWith("within ", StringComparison.Ordinal) ? Within(published, words.Split(' ')[1..], anchor)
            : Dated(published, Bare(words), anchor);
    }

    private static Due Within(string published, string[] words, DateOnly? anchor)
    {
        var number = words is [var first, _] ? NumberOf(first) : null;
        DateOnly? day = (number, words) switch
        {
            (null, _) => null,
            ({ } n, [_, "day" or "days"]) => anchor?.AddDays(n),
            ({ } n, [_, "week" or "weeks"]) => anchor?.AddDays(7 * n),
            ({ } n, [_, "month" or "months"]) => anchor?.AddMonths(n),
            ({ } n, [_, "year" or "years"]) => anchor?.AddYears(n),
            _ => null,
        };
        return new(published, DueStyle.Within, Known(day), Known(day) is not null);
    }

    private static Due Dated(string published, string words, DateOnly? anchor)
    {
        if (PartialDate.TryParse(words, out var date))
        {
            return new(published, DueStyle.Date, date, false);
        }

        if (Parse(words, WholeDates) is { } day)
        {
            return Given(PartialDate.On(day));
        }

        if (Parse(words, Months) is { } month)
        {
            return Given(PartialDate.Parse(month.ToString("yyyy-MM", CultureInfo.InvariantCulture)));
        }

        return Parse($"{words} {LeapYear}", DaysOfYear) is { } ofYear
            ? new(published, DueStyle.DateWithoutYear, Known(anchor is { } from ? Next(ofYear, from) : null), anchor is not null)
            : new(published, DueStyle.AsPrinted, null, false);

        Due Given(PartialDate on) => new(published, DueStyle.Date, on, false);
    }

    private static DateOnly? Parse(string words, string[] forms) =>
        DateOnly.TryParseExact(words, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= PartialDate.EarliestYear and <= PartialDate.LatestYear
            ? date : null;

    private static DateOnly Next(DateOnly ofYear, DateOnly from) => Enumerable.Range(from.Year, 9)
        .Where(year => ofYear.Day <= DateTime.DaysInMonth(year, ofYear.Month)).Select(year => new DateOnly(year, ofYear.Month, ofYear.Day)).First(day => day >= from);

    private static PartialDate? Known(DateOnly? day) => day is { Year: <= PartialDate.LatestYear } known ? PartialDate.On(known) : null;

    private static int? NumberOf(string word) => Array.IndexOf(Numbers, word) is > 0 and var number ? number
        : word is "a" or "an" ? 1 : word.Length <= 3 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : null;

    private static string Bare(string words)
    {
        while (Array.Find(Lead, lead => words.StartsWith(lead + " ", StringComparison.Ordinal)) is { } lead)
        {
            words = words[(lead.Length + 1)..];
        }

        return words;
    }
}
