using System.Globalization;
using System.Text;
using static Oversight.Portal.Charts.Svg;

namespace Oversight.Portal.Charts;

/// <summary>A number that stays until a day on which it changes, as an area with steps.</summary>
internal static class StepChart
{
    private const double Left = 40, Right = 16, Top = 14, Bottom = 26, Height = 240;

    /// <param name="steps">The number from each day on, the oldest first.</param>
    /// <param name="today">Where it ends.</param>
    /// <param name="of">What is counted.</param>
    public static Picture Draw(IReadOnlyList<(DateOnly On, int Number)> steps, DateOnly today, string of) => new(Draw(steps, today, of, 960, 12), Draw(steps, today, of, 320, 4));

    private static string Draw(IReadOnlyList<(DateOnly On, int Number)> steps, DateOnly today, string of, double width, int years)
    {
        if (steps.Count == 0)
        {
            return "";
        }

        var from = new DateOnly(steps[0].On.Year, 1, 1);
        var most = Math.Max(1, steps.Max(step => step.Number));
        double X(DateOnly day) => Left + ((day.DayNumber - from.DayNumber) * (width - Left - Right) / Math.Max(1, today.DayNumber - from.DayNumber));
        double Y(int number) => Height - Bottom - (number * (Height - Top - Bottom) / most);
        var svg = new StringBuilder($"""<svg class="oversight-chart" viewBox="0 0 {N(width)} {N(Height)}" aria-hidden="true" focusable="false">""");
        for (var number = 0; number <= most; number += most > 40 ? 20 : most > 10 ? 5 : most > 5 ? 2 : 1)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<line class="chart-grid" x1="{N(Left)}" x2="{N(width - Right)}" y1="{N(Y(number))}" y2="{N(Y(number))}"/><text class="chart-label" x="{N(Left - 8)}" y="{N(Y(number) + 4)}" text-anchor="end">{number}</text>""");
        }

        foreach (var year in Years(from, today, years))
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="chart-label" x="{N(X(year))}" y="{N(Height - 6)}" text-anchor="middle">{year.Year}</text><line class="chart-grid" x1="{N(X(year))}" x2="{N(X(year))}" y1="{N(Height - Bottom)}" y2="{N(Height - Bottom + 5)}"/>""");
        }

        var path = new StringBuilder($"M{N(X(steps[0].On))} {N(Y(0))}");
        foreach (var (at, step) in steps.Index())
        {
            path.Append(CultureInfo.InvariantCulture, $"V{N(Y(step.Number))}H{N(X(at + 1 < steps.Count ? steps[at + 1].On : today))}");
        }

        return svg.Append(CultureInfo.InvariantCulture, $"""<path class="chart-area" d="{path}V{N(Y(0))}Z"/><path class="chart-line" d="{path}"/><text class="chart-label" x="{N(Left + 6)}" y="{N(steps[0].Number > most / 2 ? Height - Bottom - 10 : Top + 12)}">{T(of)}</text></svg>""").ToString();
    }
}
