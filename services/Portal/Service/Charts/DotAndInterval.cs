using System.Globalization;
using System.Text;
using static Oversight.Portal.Charts.Svg;

namespace Oversight.Portal.Charts;

/// <summary>Shares from 0 to 100 per cent, each a dot with its published interval as a line; none is joined to another, and all pictures have the same scale.</summary>
internal static class DotAndInterval
{
    private const double Right = 60, Top = 30, LineHeight = 18;

    private const int LongestLine = 44;

    /// <param name="Name">The inspection.</param>
    /// <param name="Percent">The share.</param>
    /// <param name="HalfWidth">Half of its published interval, if one was published.</param>
    /// <param name="Computed">An interval that was worked out and not published.</param>
    public sealed record Dot(string Name, decimal Percent, decimal? HalfWidth, (decimal Low, decimal High)? Computed = null)
    {
        public (decimal Low, decimal High)? Interval => HalfWidth is { } half ? (Math.Max(Percent - half, 0), Math.Min(Percent + half, 100)) : Computed;
    }

    public static Picture Draw(IReadOnlyList<Dot> dots) => new(Draw(dots, 960, 350), Draw(dots, 320, 8));

    // In a narrow picture a name stands above its dot and not beside it.
    private static string Draw(IReadOnlyList<Dot> dots, double width, double left)
    {
        if (dots.Count == 0)
        {
            return "";
        }

        var (isNarrow, y) = (left < 100, Top);
        double X(decimal percent) => left + ((double)percent * (width - left - Right) / 100);
        var lanes = new StringBuilder();
        foreach (var dot in dots)
        {
            var lines = Wrapped(dot.Name, LongestLine);
            foreach (var line in lines)
            {
                y += LineHeight;
                lanes.Append(CultureInfo.InvariantCulture, $"""<text class="chart-label" x="{N(isNarrow ? left : left - 12)}" y="{N(y)}" text-anchor="{(isNarrow ? "start" : "end")}">{T(line)}</text>""");
            }

            var at = isNarrow ? y += LineHeight : y - ((lines.Count - 1) * LineHeight / 2) - 4;
            if (dot.Interval is { } interval)
            {
                var (low, high) = (X(interval.Low), X(interval.High));
                lanes.Append(CultureInfo.InvariantCulture, $"""<path class="chart-interval{(dot.HalfWidth is null ? " chart-interval--computed" : "")}" d="M{N(low)} {N(at)}H{N(high)}M{N(low)} {N(at - 6)}V{N(at + 6)}M{N(high)} {N(at - 6)}V{N(at + 6)}"/>""");
            }

            lanes.Append(CultureInfo.InvariantCulture, $"""<circle class="chart-dot" cx="{N(X(dot.Percent))}" cy="{N(at)}" r="6"/><text class="chart-label" x="{N(Math.Min(X(dot.Interval?.High ?? dot.Percent) + 10, width - 52))}" y="{N(at + 5)}">{N((double)dot.Percent)}%</text>""");
            y += 10;
        }

        var svg = new StringBuilder($"""<svg class="oversight-chart" viewBox="0 0 {N(width)} {N(y + 6)}" aria-hidden="true" focusable="false">""");
        for (var percent = 0; percent <= 100; percent += isNarrow ? 25 : 10)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<line class="chart-grid" x1="{N(X(percent))}" x2="{N(X(percent))}" y1="{N(Top - 6)}" y2="{N(y)}"/><text class="chart-label" x="{N(X(percent))}" y="{N(Top - 12)}" text-anchor="{(percent == 0 && isNarrow ? "start" : "middle")}">{percent}%</text>""");
        }

        return svg.Append(lanes).Append("</svg>").ToString();
    }

    private static List<string> Wrapped(string text, int longest)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > longest)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            }
        }

        return lines;
    }
}
