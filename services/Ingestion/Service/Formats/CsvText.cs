namespace Oversight.Ingestion.Formats;

/// <summary>Text on its way into a CSV file that somebody will open in a spreadsheet.</summary>
public static class CsvText
{
    /// <summary>A text that a spreadsheet would take for a formula, made harmless by an apostrophe in front.</summary>
    public static string Harmless(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsFormula(text) || IsFormula(text.TrimStart()) ? "'" + text : text;
    }

    /// <summary>One row with its end of line; every cell harmless, and quoted where it must be.</summary>
    public static string Row(params ReadOnlySpan<string?> cells)
    {
        var row = new System.Text.StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = Harmless(cells[i] ?? "");
            row.Append(i == 0 ? "" : ",");
            row.Append(cell.AsSpan().ContainsAny(",\"\r\n") || cell != cell.Trim() ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
        }

        return row.Append("\r\n").ToString();
    }

    private static bool IsFormula(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\0', ..];
}
