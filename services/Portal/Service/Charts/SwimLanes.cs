using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Oversight.Portal.Api;
using Oversight.Portal.Words;
using static Oversight.Portal.Charts.Svg;

namespace Oversight.Portal.Charts;

/// <summary>A lane for each body, with a bar from the first day to the last; where a date is known to a month or a year only, that part is hatched.</summary>
internal static partial class SwimLanes
{
    private const double Right = 16, Top = 30, Lane = 28;

    /// <param name="Name">The lane.</param>
    /// <param name="From">The first day it may have begun, and the last.</param>
    /// <param name="To">The first day it may have ended, and the last; null where it goes on.</param>
    /// <param name="Says">The length in words.</param>
    public sealed record Bar(string Name, (DateOnly First, DateOnly Last) From, (DateOnly First, DateOnly Last)? To, string Says)
    {
        public static Bar Of(string name, Stay stay) => new(name, Days(stay.Entry), stay.Exit is { } exit ? Days(exit) : null, stay.Duration);

        private static (DateOnly First, DateOnly Last) Days(StayEnd end) => (Dates.Parse(end.Earliest), Dates.Parse(end.Latest));
    }

    /// <param name="bars">In the order of the lanes.</param>
    /// <param name="today">Where the picture ends.</param>
    /// <param name="begins">In which year it begins, if before that of the first bar.</param>
    public static Picture Draw(IReadOnlyList<Bar> bars, DateOnly today, DateOnly? begins = null) => new(Draw(bars, today, begins, 960, 325, "wide"), Draw(bars, today, begins, 320, 0, "narrow"));

    // In a narrow picture a name stands above its lane and not beside it.
    private static string Draw(IReadOnlyList<Bar> bars, DateOnly today, DateOnly? begins, double width, double left, string pattern)
    {
        if (bars.Count == 0)
        {
            return "";
        }

        var lanes = bars.Select(bar => bar.Name).Distinct().ToList();
        var from = new DateOnly(Math.Min(bars.Min(bar => bar.From.First).Year, begins?.Year ?? int.MaxValue), 1, 1);
        var days = today.DayNumber - from.DayNumber + 1;
        double X(DateOnly day) => left + ((Math.Clamp(day.DayNumber, from.DayNumber, today.DayNumber) - from.DayNumber) * (width - left - Right) / days);
        var (isNarrow, lane) = (left < 100, left < 100 ? 2 * Lane - 6 : Lane);
        var height = Top + (lanes.Count * lane) + 10;
        var svg = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""<svg class="oversight-chart" viewBox="0 0 {N(width)} {N(height)}" aria-hidden="true" focusable="false">"""));
        if (bars.Any(bar => bar.From.First != bar.From.Last || (bar.To is { } to && to.First != to.Last)))
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<defs><pattern id="unsure-{pattern}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="chart-bar-unsure"/><line x1="0" y1="0" x2="0" y2="6" class="chart-hatch"/></pattern></defs>""");
        }

        foreach (var year in isNarrow ? Years(from, today, 4).Where(year => X(year) - X(from) > 40).Prepend(from) : Years(from, today).Prepend(from))
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<line class="chart-grid" x1="{N(X(year))}" x2="{N(X(year))}" y1="{N(Top - 6)}" y2="{N(height - 6)}"/><text class="chart-label" x="{N(X(year))}" y="{N(Top - 12)}" text-anchor="{(isNarrow && year == from ? "start" : "middle")}">{year.Year}</text>""");
        }

        foreach (var (at, name) in lanes.Index())
        {
            var y = Top + (at * lane) + (isNarrow ? 18 : 0);
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="chart-label" x="{N(isNarrow ? 0 : left - 10)}" y="{N(isNarrow ? y - 2 : y + 17)}" text-anchor="{(isNarrow ? "start" : "end")}">{T(name)}</text>""");
            var own = bars.Where(bar => bar.Name == name).OrderBy(bar => bar.From.First).ToList();
            foreach (var (number, bar) in own.Index())
            {
                var (start, sure, end, last) = (X(bar.From.First), X(bar.From.Last), X(bar.To?.First ?? today), X(bar.To?.Last ?? today));
                var isOpen = bar.To is null;
                svg.Append(CultureInfo.InvariantCulture, $"""<rect class="chart-bar{(isOpen ? " chart-bar--open" : "")}" x="{N(sure)}" y="{N(y + 4)}" width="{N(Math.Max(2, end - sure))}" height="18"/>""");
                if (isOpen)
                {
                    svg.Append(CultureInfo.InvariantCulture, $"""<path class="chart-bar--open" d="M{N(end)} {N(y + 1)}L{N(end + 12)} {N(y + 13)}L{N(end)} {N(y + 25)}Z"/>""");
                }

                if (sure > start)
                {
                    svg.Append(CultureInfo.InvariantCulture, $"""<rect fill="url(#unsure-{pattern})" x="{N(start)}" y="{N(y + 4)}" width="{N(sure - start)}" height="18"/>""");
                }

                if (last > end)
                {
                    svg.Append(CultureInfo.InvariantCulture, $"""<rect fill="url(#unsure-{pattern})" x="{N(end)}" y="{N(y + 4)}" width="{N(last - end)}" height="18"/>""");
                }

                // Within its bar if it fits, else after it, else before it; where there is no room beside it either, at the end of the line above.
                var length = isNarrow ? Between().Replace(bar.Says, "$1 to $2") : bar.Says;
                var (says, next) = (isOpen ? $"open, {length}" : length, number + 1 < own.Count ? X(own[number + 1].From.First) : width);
                var wide = 7.5 * says.Length;
                var (style, x, anchor, up) = end - sure > wide ? ("inside", sure + 6, "start", 0) : !isOpen && last + 6 + wide < next ? ("label", last + 6, "start", 0) : start - 6 - wide > 0 ? ("label", start - 6, "end", 0) : ("label", width, "end", 19);
                svg.Append(CultureInfo.InvariantCulture, $"""<text class="chart-{style}" x="{N(x)}" y="{N(y + 17 - up)}" text-anchor="{anchor}">{T(says)}</text>""");
            }
        }

        return svg.Append("</svg>").ToString();
    }

    [GeneratedRegex(@"between (\d+) and (\d+)")]
    private static partial Regex Between();
}
