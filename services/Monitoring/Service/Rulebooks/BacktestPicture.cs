using System.Globalization;
using System.Net;
using System.Text;
using Oversight.Core;
using Oversight.Monitoring.Backtests;

namespace Oversight.Monitoring.Rulebooks;

/// <summary>A line for each entry and each false alarm: since when a prompt stood, and when the body entered Engage.</summary>
internal static class BacktestPicture
{
    private const int Left = 330, Right = 40, Width = 1_100, Row = 24, Top = 90;

    public static string Of(Rulebook book, Backtest played)
    {
        var rows = played.Entries.Count + played.FalseAlarms.Count;
        var height = Top + ((rows + 2) * Row) + 30;
        var svg = new StringBuilder();
        Add(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" role="img" aria-labelledby="t d" font-family="sans-serif" font-size="13">""");
        Add(svg, $"""<title id="t">Rulebook {Text(book.Id)} played from {played.From:d MMMM yyyy} to {played.To:d MMMM yyyy}</title>""");
        Add(svg, $"""<desc id="d">{Counts(played)} into Engage; {played.FalseAlarms.Count} alarms were followed by none.</desc>""");
        Add(svg, $"""<rect width="{Width}" height="{height}" fill="#fff"/><text x="16" y="28" font-size="18" font-weight="bold">{Text(book.Title)} ({Text(book.Id)})</text>""");
        Add(svg, $"""<text x="16" y="50">{Counts(played)}; {played.FalseAlarms.Count} false alarms. Bar: a prompt stood. Diamond: the body entered Engage.</text>""");
        for (var year = played.From.Year; year <= played.To.Year; year++)
        {
            var x = At(new DateOnly(year, 1, 1), played);
            if (x >= Left)
            {
                Add(svg, $"""<line x1="{x}" y1="{Top - 14}" x2="{x}" y2="{height - 20}" stroke="#ddd"/><text x="{x + 2}" y="{Top - 18}" fill="#555">{year}</text>""");
            }
        }

        var y = Top + 6;
        Add(svg, $"""<text x="16" y="{y}" font-weight="bold">Entries into Engage</text>""");
        foreach (var entry in played.Entries)
        {
            y += Row;
            var on = At(entry.NotBefore, played);
            Add(svg, $"""<text x="16" y="{y}">{Text(entry.Body)} ({Text($"{entry.EnteredOn?.ToString() ?? "sources differ"}")}){Outcome(entry)}</text>""");
            if (entry.PromptedOn is { } since)
            {
                Bar(svg, At(since, played), on, y, "#1d70b8", string.Join(", ", entry.Rules));
            }

            Add(svg, $"""<path d="M{on} {y - 11} l6 6 l-6 6 l-6 -6 z" fill="{Colour(entry.Prompted)}"><title>{Text(entry.OnTheDay.Count == 0 ? "nothing came up on the day" : $"on the day: {string.Join(", ", entry.OnTheDay)}")}</title></path>""");
        }

        y += Row + 4;
        Add(svg, $"""<text x="16" y="{y}" font-weight="bold">Alarms that no entry followed</text>""");
        foreach (var alarm in played.FalseAlarms)
        {
            y += Row;
            Add(svg, $"""<text x="16" y="{y}">{Text(alarm.Body)}{(alarm.ClearedOn is null ? " – still standing" : "")}</text>""");
            Bar(svg, At(alarm.PromptedOn, played), At(alarm.ClearedOn ?? played.To, played), y, "#b58840", string.Join(", ", alarm.Rules));
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Counts(Backtest played) =>
        $"{played.Hits} of {played.Entries.Count} entries prompted before, {played.Misses} missed{(played.Entries.Count - played.Hits - played.Misses is > 0 and var open ? $", {open} cannot be told" : "")}";

    private static string Outcome(EntryTested entry) => entry.Prompted switch
    {
        Answer.Yes => $" – {entry.LeadDays} {(entry.LeadDays == 1 ? "day" : "days")}",
        Answer.CannotTell => " – cannot tell",
        _ => entry.OnTheDay.Count > 0 ? " – on the day" : " – missed",
    };

    private static string Colour(Answer prompted) => prompted switch { Answer.Yes => "#1d70b8", Answer.CannotTell => "#505a5f", _ => "#d4351c" };

    private static void Bar(StringBuilder svg, int from, int to, int y, string colour, string rules) =>
        Add(svg, $"""<rect x="{from}" y="{y - 10}" width="{Math.Max(2, to - from)}" height="10" fill="{colour}" opacity="0.7"><title>{Text(rules)}</title></rect>""");

    private static int At(DateOnly day, Backtest played) =>
        Left + (int)((long)(Width - Left - Right) * (Clamp(day, played).DayNumber - played.From.DayNumber) / Math.Max(1, played.To.DayNumber - played.From.DayNumber));

    private static DateOnly Clamp(DateOnly day, Backtest played) => day < played.From ? played.From : day > played.To ? played.To : day;

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static void Add(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
