using System.Globalization;
using System.Text;
using static Oversight.Portal.Charts.Svg;

namespace Oversight.Portal.Charts;

/// <summary>Shares from 0 to 100 per cent, each a dot with its published interval as a line; none is joined to another.</summary>
internal static class DotAndInterval
{
    private const double Left = 330, Right = 70, Top = 30, Lane = 34, Width = 960;

    /// <param name="Name">The inspection.</param>
    /// <param name="Percent">The share.</param>
    /// <param name="HalfWidth">Half of its published interval, if one was published.</param>
    /// <param name="Computed">An interval that was worked out and not published.</param>
    public sealed record Dot(string Name, decimal Percent, decimal? HalfWidth, (decimal Low, decimal High)? Computed = null)
    {
        public (decimal Low, decimal High)? Interval => HalfWidth is { } half ? (Math.Max(Percent - half, 0), Math.Min(Percent + half, 100)) : Computed;
    }

    public static string Draw(IReadOnlyList<Dot> dots)
    {
        if (dots.Count == 0)
        {
            return "";
        }

        var from = Math.Floor((double)dots.Min(dot => dot.Interval?.Low ?? dot.Percent) / 10) * 10;
        from = Math.Clamp(from, 0, 90);
        double X(decimal percent) => Left + (((double)percent - from) * (Width - Left - Right) / (100 - from));
        var height = Top + (dots.Count * Lane) + 6;
        var svg = new StringBuilder($"""<svg class="oversight-chart" viewBox="0 0 {N(Width)} {N(height)}" aria-hidden="true" focusable="false">""");
        for (var percent = (decimal)from; percent <= 100; percent += 10)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<line class="chart-grid" x1="{N(X(percent))}" x2="{N(X(percent))}" y1="{N(Top - 6)}" y2="{N(height)}"/><text class="chart-label" x="{N(X(percent))}" y="{N(Top - 12)}" text-anchor="middle">{N((double)percent)}%</text>""");
        }

        foreach (var (at, dot) in dots.Index())
        {
            var y = Top + (at * Lane) + 14;
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="chart-label" x="{N(Left - 12)}" y="{N(y + 4)}" text-anchor="end">{T(dot.Name.Length > 40 ? dot.Name[..39] + "…" : dot.Name)}</text>""");
            if (dot.Interval is { } interval)
            {
                var (low, high) = (X(interval.Low), X(interval.High));
                svg.Append(CultureInfo.InvariantCulture, $"""<path class="chart-interval{(dot.HalfWidth is null ? " chart-interval--computed" : "")}" d="M{N(low)} {N(y)}H{N(high)}M{N(low)} {N(y - 6)}V{N(y + 6)}M{N(high)} {N(y - 6)}V{N(y + 6)}"/>""");
            }

            svg.Append(CultureInfo.InvariantCulture, $"""<circle class="chart-dot" cx="{N(X(dot.Percent))}" cy="{N(y)}" r="6"/><text class="chart-label" x="{N(Math.Min(X(dot.Interval?.High ?? dot.Percent) + 12, Width - 54))}" y="{N(y - 8)}">{N((double)dot.Percent)}%</text>""");
        }

        return svg.Append("</svg>").ToString();
    }
}
