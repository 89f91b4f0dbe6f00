using System.Globalization;
using System.Text;
using Oversight.Portal.Api;
using Oversight.Portal.Words;
using static Oversight.Portal.Charts.Svg;

namespace Oversight.Portal.Charts;

/// <summary>A lane for each body, with a bar from the first day to the last; where a date is known to a month or a year only, that part is hatched.</summary>
internal static class SwimLanes
{
    private const double Left = 325, Right = 16, Top = 30, Lane = 28, Width = 960;

    /// <param name="Name">The lane.</param>
    /// <param name="From">The first day it may have begun, and the last.</param>
    /// <param name="To">The first day it may have ended, and the last; null where it goes on.</param>
    /// <param name="Says">The length in words.</param>
    public sealed record Bar(string Name, (DateOnly First, DateOnly Last) From, (DateOnly First, DateOnly Last)? To, string Says)
    {
        public static Bar Of(string name, Stay stay) => new(name, Days(stay.Entry), stay.Exit is { } exit ? Days(exit) : null, stay.Duration);

        private static (DateOnly First, DateOnly Last) Days(StayEnd end) => (Dates.Parse(end.Earliest), Dates.Parse(end.Latest));
    }

    public static string Draw(IReadOnlyList<Bar> bars, DateOnly today)
    {
        if (bars.Count == 0)
        {
            return "";
        }

        var lanes = bars.Select(bar => bar.Name).Distinct().ToList();
        var from = new DateOnly(bars.Min(bar => bar.From.First).Year, 1, 1);
        var days = today.DayNumber - from.DayNumber + 1;
        double X(DateOnly day) => Left + ((Math.Clamp(day.DayNumber, from.DayNumber, today.DayNumber) - from.DayNumber) * (Width - Left - Right) / days);
        var height = Top + (lanes.Count * Lane) + 10;
        var svg = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""<svg class="oversight-chart" viewBox="0 0 {N(Width)} {N(height)}" aria-hidden="true" focusable="false">"""));
        svg.Append("""<defs><pattern id="unsure" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="chart-bar-unsure"/><line x1="0" y1="0" x2="0" y2="6" class="chart-hatch"/></pattern></defs>""");
        foreach (var year in Years(from, today).Prepend(from))
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<line class="chart-grid" x1="{N(X(year))}" x2="{N(X(year))}" y1="{N(Top - 6)}" y2="{N(height - 6)}"/><text class="chart-label" x="{N(X(year))}" y="{N(Top - 12)}" text-anchor="middle">{year.Year}</text>""");
        }

        foreach (var (at, lane) in lanes.Index())
        {
            var y = Top + (at * Lane);
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="chart-label" x="{N(Left - 10)}" y="{N(y + 17)}" text-anchor="end">{T(lane)}</text>""");
            foreach (var bar in bars.Where(bar => bar.Name == lane))
            {
                var (start, sure, end, last) = (X(bar.From.First), X(bar.From.Last), X(bar.To?.First ?? today), X(bar.To?.Last ?? today));
                svg.Append(CultureInfo.InvariantCulture, $"""<rect class="chart-bar{(bar.To is null ? " chart-bar--open" : "")}" x="{N(sure)}" y="{N(y + 4)}" width="{N(Math.Max(2, end - sure))}" height="18"/>""");
                if (sure > start)
                {
                    svg.Append(CultureInfo.InvariantCulture, $"""<rect fill="url(#unsure)" x="{N(start)}" y="{N(y + 4)}" width="{N(sure - start)}" height="18"/>""");
                }

                if (last > end)
                {
                    svg.Append(CultureInfo.InvariantCulture, $"""<rect fill="url(#unsure)" x="{N(end)}" y="{N(y + 4)}" width="{N(last - end)}" height="18"/>""");
                }

                if (end - sure > 7.5 * bar.Says.Length)
                {
                    svg.Append(CultureInfo.InvariantCulture, $"""<text class="chart-inside" x="{N(sure + 6)}" y="{N(y + 17)}">{T(bar.Says)}</text>""");
                }
            }
        }

        return svg.Append("</svg>").ToString();
    }
}
