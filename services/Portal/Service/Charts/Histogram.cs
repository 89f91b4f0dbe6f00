using System.Globalization;
using System.Text;
using static Oversight.Portal.Charts.Svg;

namespace Oversight.Portal.Charts;

/// <summary>A column for each range, as high as there are things in it.</summary>
internal static class Histogram
{
    private const double Left = 16, Right = 16, Top = 26, Bottom = 30, Width = 960, Height = 260;

    public static string Draw(IReadOnlyList<(string Range, int Number)> columns)
    {
        if (columns.Count == 0)
        {
            return "";
        }

        var most = Math.Max(1, columns.Max(column => column.Number));
        var step = (Width - Left - Right) / columns.Count;
        var svg = new StringBuilder($"""<svg class="oversight-chart" viewBox="0 0 {N(Width)} {N(Height)}" aria-hidden="true" focusable="false">""");
        foreach (var (at, (range, number)) in columns.Index())
        {
            var (x, height) = (Left + (at * step), number * (Height - Top - Bottom) / most);
            svg.Append(CultureInfo.InvariantCulture, $"""<rect class="chart-column" x="{N(x + 4)}" y="{N(Height - Bottom - height)}" width="{N(step - 8)}" height="{N(height)}"/>""")
                .Append(CultureInfo.InvariantCulture, $"""<text class="chart-label" x="{N(x + (step / 2))}" y="{N(Height - Bottom - height - 7)}" text-anchor="middle">{number}</text>""")
                .Append(CultureInfo.InvariantCulture, $"""<text class="chart-label" x="{N(x + (step / 2))}" y="{N(Height - 9)}" text-anchor="middle">{T(range)}</text>""");
        }

        return svg.Append(CultureInfo.InvariantCulture, $"""<line class="chart-axis" x1="{N(Left)}" x2="{N(Width - Right)}" y1="{N(Height - Bottom)}" y2="{N(Height - Bottom)}"/></svg>""").ToString();
    }
}
