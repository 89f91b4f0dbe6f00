using System.Globalization;
using System.Text.RegularExpressions;
using Oversight.Portal.Api;
using Oversight.Portal.Charts;
using Oversight.Portal.Tables;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages;

/// <summary>Audits as dots with their intervals; those of one chart are of one kind and method, for others do not compare.</summary>
internal static partial class AuditDots
{
    /// <summary>A chart of some audits.</summary>
    /// <param name="audits">Of one kind and method.</param>
    /// <param name="message">The title, of how many figures there are.</param>
    /// <param name="lane">How an audit is called in the picture.</param>
    /// <param name="first">What heads its row of the table.</param>
    /// <param name="tableNumber">Which of the page's tables it becomes.</param>
    public static Chart Of(IEnumerable<Audit> audits, Func<IReadOnlyList<Figure>, string> message, Func<Audit, string> lane, (Column Column, Func<Audit, Cell> Cell) first, int tableNumber)
    {
        var rows = audits.SelectMany(audit => (audit.Figure is { } figure ? [figure] : audit.Sides).Select(figure => (Audit: audit, Figure: figure))).ToList();
        var values = new Table($"Audits: {message([.. rows.Select(row => row.Figure)])}",
            [first.Column, new("Inspection", "inspection"), new("Category", "category"), new("Per cent", "percent", true), new("± points", "halfWidth", true), new("Sample", "sample", true), new("Interval worked out here", "computed"), new("Verdict", "verdict"),
                new("Marks", "marks"), new("Sources", "sources")],
            [.. rows.Select(row => (IReadOnlyList<Cell>)
            [
                first.Cell(row.Audit), row.Audit.Programme, row.Audit.Category, Number(row.Figure.Percent), row.Figure.HalfWidth is { } half ? Number(half) : "not published",
                row.Figure.Sample is { } sample ? Number(sample) : row.Figure.Computed is { } counted ? Number(counted.Of) : "not published",
                row.Figure.Computed is { } computed ? $"{Number(computed.Low)} to {Number(computed.High)} ({computed.Count} of {computed.Of}, {computed.Method}, {Number(computed.Level * 100)}%)" : "none",
                row.Audit.Verdict == "Stands" ? "stands" : $"{Say.Words(row.Audit.Verdict)}: a side", row.Audit.Marks.Count == 0 ? "nothing" : string.Join("; ", row.Audit.Marks),
                new(Say.Publishers(row.Figure.Sources), Say.Addresses(row.Figure.Sources)),
            ])], HideCaption: true);
        return new(message([.. rows.Select(row => row.Figure)]),
            "Each dot is a published share. A solid line is its interval as published; a dashed one was worked out here from the published counts. Dots are not joined.",
            DotAndInterval.Draw([.. rows.Select(row => new DotAndInterval.Dot(lane(row.Audit), row.Figure.Percent, row.Figure.HalfWidth, row.Figure.Computed is { } interval ? (interval.Low, interval.High) : null))]), values, tableNumber);
    }

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
