using System.Globalization;
using System.Text.RegularExpressions;
using Oversight.Core;

namespace Oversight.Ingestion.Documents.Words;

/// <summary>A date where it stands; null where the text alone and the document's own date do not tell it.</summary>
internal readonly record struct DateWord(Span At, PartialDate? Date, bool SaysYear);

/// <summary>Dates as precise as they are written. "In June" is June of the year that the document's own date makes it.</summary>
internal static partial class DateWords
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The dates in a text in its order.</summary>
    /// <param name="text">Of a sentence.</param>
    /// <param name="dated">The document's own date, if that is known.</param>
    public static List<DateWord> In(string text, PartialDate? dated)
    {
        var found = new List<DateWord>();
        foreach (var match in Any().Matches(text).Cast<Match>())
        {
            var (date, saysYear) = Read(match, dated);
            if (date is not null || match.Groups["month"].Success)
            {
                found.Add(new(Span.Of(match), date, saysYear));
            }
        }

        return found;
    }

    /// <summary>The one date with its year that a short line gives, such as "Published: 22 September 2022".</summary>
    public static PartialDate? OfLine(string text) =>
        In(text, null).FindAll(date => date.SaysYear && date.Date is { Precision: 3 }) is [var only, ..] ? only.Date : null;

    /// <summary>The years that a text names.</summary>
    public static IEnumerable<int> Years(string text) => Year().Matches(text).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture));

    private static (PartialDate? Date, bool SaysYear) Read(Match match, PartialDate? dated)
    {
        string? Group(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;
        if (Group("relative") is { } relative)
        {
            return (Relative(relative.ToLowerInvariant(), dated), false);
        }

        if (Group("weekday") is { } weekday)
        {
            return (dated is { Day: not null } today ? PartialDate.On(LastOn(weekday, today.First, isPast: match.Value.StartsWith("last", StringComparison.OrdinalIgnoreCase))) : null, false);
        }

        if (Group("iso") is { } iso)
        {
            return (PartialDate.TryParse(iso, out var date) ? date : null, true);
        }

        if (Group("slashed") is { } slashed)
        {
            var parts = slashed.Split('/');
            return (Make(Number(parts[2]), Number(parts[1]), Number(parts[0])), true);
        }

        if (Group("onlyyear") is { } year)
        {
            return (Make(Number(year), null, null), true);
        }

        var month = MonthOf(match.Groups["month"].Value);
        int? day = Group("day") is { } written ? Number(written) : null;
        return Group("year") is { } said ? (Make(Number(said), month, day), true) : (Nearest(month, day, dated), false);
    }

    // A newspaper of Friday says "on Friday" of the same day.
    private static DateOnly LastOn(string weekday, DateOnly today, bool isPast)
    {
        var back = (7 + (int)today.DayOfWeek - (int)Enum.Parse<DayOfWeek>(weekday, ignoreCase: true)) % 7;
        return today.AddDays(-(isPast && back == 0 ? 7 : back));
    }

    // The last such month or day that had come when the document was written.
    private static PartialDate? Nearest(int month, int? day, PartialDate? dated)
    {
        if (dated is not { Month: { } thisMonth } today)
        {
            return null;
        }

        var isLater = month > thisMonth || (month == thisMonth && day is not null && today.Day is { } thisDay && day > thisDay);
        return Make(isLater ? today.Year - 1 : today.Year, month, day);
    }

    private static PartialDate? Relative(string word, PartialDate? dated) => (word, dated) switch
    {
        ("today" or "this morning" or "this afternoon" or "earlier today", { Day: not null }) => dated,
        ("yesterday", { Day: not null } today) => PartialDate.On(today.First.AddDays(-1)),
        ("this month" or "earlier this month", { Month: not null } today) => Make(today.Year, today.Month, null),
        ("last month", { Month: not null } today) => Of(today.First.AddMonths(-1)),
        ("this year" or "earlier this year", { } today) => Make(today.Year, null, null),
        ("last year", { } today) => Make(today.Year - 1, null, null),
        _ => null,
    };

    private static PartialDate? Of(DateOnly month) => Make(month.Year, month.Month, null);

    private static PartialDate? Make(int year, int? month, int? day) => PartialDate.TryParse(
        (month, day) switch
        {
            (null, _) => $"{year:0000}",
            (_, null) => $"{year:0000}-{month:00}",
            _ => $"{year:0000}-{month:00}-{day:00}",
        }, out var date) ? date : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static int MonthOf(string word) => Array.FindIndex(Months, month => month.StartsWith(word.TrimEnd('.')[..3], StringComparison.OrdinalIgnoreCase)) + 1;

    private const string MonthWord = @"(?<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?";

    [GeneratedRegex($$"""
        (?<iso>\b(?:19|20)\d\d-\d\d-\d\d\b)
        | (?<slashed>\b\d{1,2}/\d{1,2}/(?:19|20)\d\d\b)
        | \b(?<day>\d{1,2})(?:st|nd|rd|th)?\ (?:of\ )?{{MonthWord}}(?:,?\ (?<year>(?:19|20)\d\d)\b)?
        | \b{{MonthWord}}\ (?<day>\d{1,2})(?:st|nd|rd|th)?\b(?!\d)(?:,?\ (?<year>(?:19|20)\d\d)\b)?
        | \b{{MonthWord}},?\ (?<year>(?:19|20)\d\d)\b
        | \b(?:(?<=[Oo]n\ )|[Ll]ast\ )(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!,?\ (?:the\ )?\d|,?\ (?:January|February|March|April|May|June|July|August|September|October|November|December))
        | (?<=\b(?:[Ii]n|[Ss]ince|[Ff]rom|[Uu]ntil|[Ll]ast|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id|[Bb]y|[Dd]uring)[\ -](?:early[\ ]|late[\ ]|mid-)?){{MonthWord}}
        | (?<=\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Ff]rom|[Uu]ntil|[Bb]y|of)\ (?:early\ |late\ |mid-)?)(?<onlyyear>(?:19|20)\d\d)\b(?![/-]\d)
        | \b(?<!\b(?:later|end\ of|until)\ )(?<relative>[Ee]arlier\ today|[Tt]oday|[Yy]esterday|this\ morning|this\ afternoon|earlier\ this\ month|this\ month|last\ month|earlier\ this\ year|this\ year|last\ year)\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Any();

    [GeneratedRegex(@"(?<![\d/-])(?:19|20)\d\d(?![\d])")]
    private static partial Regex Year();
}
