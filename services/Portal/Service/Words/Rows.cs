using System.Text;
using System.Text.RegularExpressions;

namespace Oversight.Portal.Words;

/// <summary>The rows of a file of records as somebody reads them: where one begins and ends, and what its fields are called.</summary>
internal static partial class Rows
{
    /// <summary>The last line of the row that begins on a line, counted from 1; a quoted field may go over several.</summary>
    public static int LastLine(IReadOnlyList<string> lines, int first)
    {
        var quotes = 0;
        for (var at = first; at <= lines.Count; at++)
        {
            quotes += lines[at - 1].Count(c => c == '"');
            if (quotes % 2 == 0)
            {
                return at;
            }
        }

        return first;
    }

    /// <summary>The fields of a row of CSV by the names in the first line.</summary>
    public static IReadOnlyList<(string Name, string Value)> OfCsv(string header, string row) => [.. Fields(header).Zip(Fields(row), (name, value) => (name.Trim(), value.Trim()))];

    /// <summary>The members of an object of JSON that stand on one line, as far as they are text, numbers or nothing.</summary>
    public static IReadOnlyList<(string Name, string Value)> OfJson(string line) => [.. Member().Matches(line).Select(member => (member.Groups[1].Value, member.Groups[2].Value.Trim('"')))];

    private static List<string> Fields(string row)
    {
        var (fields, field, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < row.Length; at++)
        {
            if (row[at] == '"' && isQuoted && at + 1 < row.Length && row[at + 1] == '"')
            {
                field.Append(row[++at]);
            }
            else if (row[at] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (row[at] == ',' && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(row[at]);
            }
        }

        return [.. fields, field.ToString()];
    }

    [GeneratedRegex("\"([A-Za-z0-9_]+)\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|-?[0-9.]+|null|true|false)")]
    private static partial Regex Member();
}
