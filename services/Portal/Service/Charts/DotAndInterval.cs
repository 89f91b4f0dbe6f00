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
    /// <param name="Group">What of it may be put beside what.</param>
    public sealed record Dot(string Name, decimal Percent, decimal? HalfWidth, string Group);

    public static string Draw(IReadOnlyList<Dot> dots)
    {
        if (dots.Count == 0)
        {
            return "";
        }

        var from = Math.Floor((double)dots.Min(dot => dot.Percent - (dot.HalfWidth ?? 0)) / 10) * 10;
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
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="chart-label" x="{N(Left - 12)}" y="{N(y + 4)}" text-anchor="end">{T(dot.Name.Length > 46 ? dot.Name[..45] + "…" : dot.Name)}</text>""");
            if (dot.HalfWidth is { } half)
            {
                var (low, high) = (X(Math.Max(dot.Percent - half, 0)), X(Math.Min(dot.Percent + half, 100)));
                svg.Append(CultureInfo.InvariantCulture, $"""<path class="chart-interval" d="M{N(low)} {N(y)}H{N(high)}M{N(low)} {N(y - 6)}V{N(y + 6)}M{N(high)} {N(y - 6)}V{N(y + 6)}"/>""");
            }

            svg.Append(CultureInfo.InvariantCulture, $"""<circle class="chart-dot" cx="{N(X(dot.Percent))}" cy="{N(y)}" r="6"/><text class="chart-label" x="{N(Math.Min(X(dot.Percent + (dot.HalfWidth ?? 0)) + 12, Width - 54))}" y="{N(y - 8)}">{N((double)dot.Percent)}%</text>""");
        }

        return svg.Append("</svg>").ToString();
    }
}
