using System.Globalization;
using System.Text.RegularExpressions;
using Oversight.Portal.Api;
using Oversight.Portal.Charts;
using Oversight.Portal.Tables;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages;

/// <summary>Audits as dots with their intervals; those of one chart are of one kind, and only those of one method and category compare.</summary>
internal static partial class AuditDots
{
    /// <summary>A chart of some audits.</summary>
    /// <param name="audits">Of one kind.</param>
    /// <param name="message">The title, of how many figures there are.</param>
    /// <param name="lane">How an audit is called in the picture.</param>
    /// <param name="first">What heads its row of the table.</param>
    /// <param name="tableNumber">Which of the page's tables it becomes.</param>
    public static Chart Of(IEnumerable<Audit> audits, Func<IReadOnlyList<(Audit Audit, Figure Figure)>, string> message, Func<Audit, string> lane, (Column Column, Func<Audit, Cell> Cell) first, int tableNumber)
    {
        var list = audits.ToList();
        var rows = Rows(list).ToList();
        return new(message(rows),
            "Each dot is a published share. A solid line is its interval as published; a dashed one was worked out here from the published counts. Dots are not joined, and figures that were found by different methods do not compare.",
            DotAndInterval.Draw([.. rows.Select(row => new DotAndInterval.Dot($"{lane(row.Audit)}{(row.Audit.Figure is null ? $" ({Say.Words(row.Audit.Verdict)}, as {Say.Publishers(row.Figure.Sources)} has it)" : "")}{Marked(row.Audit)}", row.Figure.Percent, row.Figure.HalfWidth, row.Figure.Computed is { } interval ? (interval.Low, interval.High) : null))]), Values($"Audits: {message(rows)}", list, first), tableNumber);
    }

    private static IEnumerable<(Audit Audit, Figure Figure)> Rows(IEnumerable<Audit> audits) => audits.SelectMany(audit => (audit.Figure is { } figure ? [figure] : audit.Sides).Select(figure => (Audit: audit, Figure: figure)));

    /// <summary>Every figure of some audits.</summary>
    /// <param name="caption">What they are.</param>
    /// <param name="audits">Of any kind.</param>
    /// <param name="first">What heads a row.</param>
    /// <param name="isEvery">Whether they are of several kinds and methods, which are then said.</param>
    public static Table Values(string caption, IEnumerable<Audit> audits, (Column Column, Func<Audit, Cell> Cell) first, bool isEvery = false) => new(caption,
            [first.Column, .. isEvery ? [new Column("Audit of", "kind"), new Column("Method", "method")] : (Column[])[], new("Inspection", "inspection"), new("Category", "category"), new("Per cent", "percent", true), new("± points", "halfWidth", true), new("Sample", "sample", true), new("Interval worked out here", "computed"), new("Verdict", "verdict"),
                new("Marks", "marks"), new("Sources", "sources")],
            [.. Rows(audits).Select(row => (IReadOnlyList<Cell>)
            [
                first.Cell(row.Audit), .. isEvery ? [About(row.Audit.Kind), row.Audit.Method] : (Cell[])[], row.Audit.Programme, row.Audit.Category, Number(row.Figure.Percent), row.Figure.HalfWidth is { } half ? Number(half) : "not published",
                row.Figure.Sample is { } sample ? Number(sample) : row.Figure.Computed is { } counted ? Number(counted.Of) : "not published",
                row.Figure.Computed is { } computed ? $"{Number(computed.Low)} to {Number(computed.High)} ({computed.Count} of {computed.Of}, {computed.Method}, {Number(computed.Level * 100)}%)" : "none",
                row.Audit.Verdict == "Stands" ? "stands" : $"{Say.Words(row.Audit.Verdict)}: a side", row.Audit.Marks.Count == 0 ? "nothing" : string.Join("; ", row.Audit.Marks),
                new(Say.Publishers(row.Figure.Sources), Say.Addresses(row.Figure.Sources)),
            ])], HideCaption: true);

    /// <summary>What the audits of one body say: the latest figure of the category that was audited most, and whether it is better or worse than the one before.</summary>
    public static string Message(string kind, IReadOnlyList<(Audit Audit, Figure Figure)> rows)
    {
        var main = rows.GroupBy(row => row.Audit.Category).OrderByDescending(group => group.Select(row => row.Audit).Distinct().Count()).ThenByDescending(group => group.Key.StartsWith("all crime", StringComparison.OrdinalIgnoreCase))
            .First().Select(row => row.Audit).Distinct().OrderBy(Year, StringComparer.Ordinal).ToList();
        var (last, before) = (main[^1], main.Count > 1 ? main[^2] : null);
        var what = $"{About(kind)}{(kind == "recording" ? $", {last.Category}," : "")} in {Year(last)}";
        if (last.Figure is not { } now)
        {
            return $"Sources disagree on {what}: {string.Join(" or ", last.Sides.Select(side => $"{Number(side.Percent)}%"))}";
        }

        return $"{Number(now.Percent)}% of {what}" + before switch
        {
            null => "; nothing earlier compares",
            { Figure: null } => $"; on {Year(before)} sources disagree",
            { Figure: { } then } when before.Method != last.Method => $"; {Number(then.Percent)}% in {Year(before)} was found by another method and does not compare",
            { Figure: { } then } => Compared(now, then, Year(before)),
        };
    }

    private static string Compared(Figure now, Figure then, string year) => (Interval(now), Interval(then)) switch
    {
        ({ } one, { } other) when one.Low > other.High => $", better than {Number(then.Percent)}% in {year}",
        ({ } one, { } other) when one.High < other.Low => $", worse than {Number(then.Percent)}% in {year}",
        ({ }, { }) => $"; whether it differs from {Number(then.Percent)}% in {year} the intervals leave open",
        _ => $"; whether it differs from {Number(then.Percent)}% in {year} cannot be told without intervals",
    };

    private static (decimal Low, decimal High)? Interval(Figure figure) => figure.HalfWidth is { } half ? (figure.Percent - half, figure.Percent + half) : figure.Computed is { } computed ? (computed.Low, computed.High) : null;

    private static string Marked(Audit audit) => string.Join("", audit.Marks.Where(mark => mark is "disputed" or "corrected" or "withdrawn").Select(mark => $", {mark}"));

    /// <summary>What an audit of this kind looks at.</summary>
    public static string About(string kind) => kind switch
    {
        "recording" => "crimes recorded",
        "stop-search" => "stop and search records with reasonable grounds",
        _ => Say.Spaced(kind),
    };

    /// <summary>The inspection in the width of a label: 2018, or 2018 again.</summary>
    public static string Year(Audit audit) =>
        (YearOf().Match(audit.Programme) is { Success: true } year ? year.Value : "year not known") + (audit.Programme.Contains("re-inspection", StringComparison.OrdinalIgnoreCase) ? " again" : "");

    [GeneratedRegex(@"\b20\d\d(?:[/-]\d\d)?\b")]
    private static partial Regex YearOf();

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
