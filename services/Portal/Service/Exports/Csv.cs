using System.Text;
using Oversight.Portal.Tables;

namespace Oversight.Portal.Exports;

/// <summary>A table as CSV (RFC 4180) in UTF-8, a line a row; what the file says of itself is in its last columns, so that every reader of CSV can read it.</summary>
internal static class Csv
{
    public static byte[] Of(Table table, About about)
    {
        var text = new StringBuilder("\uFEFF");
        Line(text, [.. table.Columns.Select(column => column.Code), .. about.Pairs.Select(pair => pair.Name)]);
        foreach (var row in table.Rows)
        {
            Line(text, [.. row.Select(cell => cell.Text), .. about.Pairs.Select(pair => pair.Value)]);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Line(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    // A spreadsheet would run what looks like a formula.
    private static string Field(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '@' or '\t' or '\r' || (text.Length > 1 && text[0] == '-' && !char.IsAsciiDigit(text[1])) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
