using System.Globalization;
using System.Text;
using static Oversight.Portal.Charts.Svg;

namespace Oversight.Portal.Charts;

/// <summary>A column for each range, as high as there are things in it.</summary>
internal static class Histogram
{
    private const double Left = 16, Right = 16, Top = 26, Bottom = 30, Height = 260;

    public static Picture Draw(IReadOnlyList<(string Range, int Number)> columns) => new(Draw(columns, 960), Draw(columns, 320));

    // Where columns are narrow, every second says its range; the first and the last have no room beyond the edge.
    private static string Draw(IReadOnlyList<(string Range, int Number)> columns, double width)
    {
        if (columns.Count == 0)
        {
            return "";
        }

        var most = Math.Max(1, columns.Max(column => column.Number));
        var step = (width - Left - Right) / columns.Count;
        var svg = new StringBuilder($"""<svg class="oversight-chart" viewBox="0 0 {N(width)} {N(Height)}" aria-hidden="true" focusable="false">""");
        foreach (var (at, (range, number)) in columns.Index())
        {
            var (x, height) = (Left + (at * step), number * (Height - Top - Bottom) / most);
            var edge = step > 65 ? "middle" : at == 0 ? "start" : at == columns.Count - 1 ? "end" : "middle";
            svg.Append(CultureInfo.InvariantCulture, $"""<rect class="chart-column" x="{N(x + 4)}" y="{N(Height - Bottom - height)}" width="{N(step - 8)}" height="{N(height)}"/>""")
                .Append(CultureInfo.InvariantCulture, $"""<text class="chart-label" x="{N(x + (step / 2))}" y="{N(Height - Bottom - height - 7)}" text-anchor="middle">{number}</text>""")
                .Append(CultureInfo.InvariantCulture, $"""<text class="chart-label" x="{N(edge == "start" ? 0 : edge == "end" ? width : x + (step / 2))}" y="{N(Height - 9)}" text-anchor="{edge}">{T(step > 65 ? range : at % 2 == 0 ? Short(range) : "")}</text>""");
        }

        return svg.Append(CultureInfo.InvariantCulture, $"""<line class="chart-axis" x1="{N(Left)}" x2="{N(width - Right)}" y1="{N(Height - Bottom)}" y2="{N(Height - Bottom)}"/></svg>""").ToString();
    }

    // "3 years": 3.
    private static string Short(string range) => range == "under a year" ? "under 1" : range.Split(' ') is [var number, "year" or "years"] ? number : range;
}
