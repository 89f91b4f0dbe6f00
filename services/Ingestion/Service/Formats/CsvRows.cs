using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Oversight.Ingestion.Formats;

/// <summary>Reads the rows of a CSV file that <see cref="CsvShape"/> found nothing wrong with.</summary>
internal static class CsvRows
{
    /// <summary>The first row that is not blank, and its line.</summary>
    public static async Task<(string[] Names, int Line)> Header(Stream file)
    {
        await foreach (var (line, cells, _) in Records(file, CancellationToken.None))
        {
            return ([.. cells.Select(name => name.Trim())], line);
        }

        return ([], 1);
    }

    /// <summary>Every row after the header, blank lines left out.</summary>
    public static async IAsyncEnumerable<Row> Of(Stream file, RecordKind kind, [EnumeratorCancellation] CancellationToken ct)
    {
        var places = default(int[]);
        await foreach (var (line, cells, hasStrayQuote) in Records(file, ct))
        {
            if (places is null)
            {
                places = [.. cells.Select(name => kind.PlaceOf(name.Trim()))];
            }
            else
            {
                yield return ToRow(line, cells, hasStrayQuote, places, kind.Columns.Count);
            }
        }
    }

    private static Row ToRow(int line, string[] cells, bool hasStrayQuote, int[] places, int columns)
    {
        if (cells.Sum(cell => (long)cell.Length) > CsvShape.LongestRow)
        {
            return new(line, [], new(null, "row.too-long", $"The row is longer than {CsvShape.LongestRow / 1024} KiB."));
        }

        if (cells.Length != places.Length)
        {
            var (rule, than) = cells.Length < places.Length ? ("row.too-few-cells", "fewer") : ("row.too-many-cells", "more");
            return new(line, [], new(null, rule, $"The row has {cells.Length} cells, {than} than the {places.Length} columns of the header."));
        }

        if (hasStrayQuote)
        {
            return new(line, [], new(null, "row.stray-quote", "A cell goes on after its closing quote, or has a quote in the middle; write a quote inside a quoted cell twice."));
        }

        var values = new string[columns];
        Array.Fill(values, "");
        for (var i = 0; i < cells.Length; i++)
        {
            values[places[i]] = cells[i];
        }

        return new(line, values);
    }

    private static async IAsyncEnumerable<(int Line, string[] Cells, bool HasStrayQuote)> Records(Stream file, [EnumeratorCancellation] CancellationToken ct)
    {
        var hasStrayQuote = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BufferSize = 64 * 1024,
            BadDataFound = _ => hasStrayQuote = true,
        };
        using var text = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024, leaveOpen: true);
        using var parser = new CsvParser(text, configuration, leaveOpen: true);
        for (var line = 1; await parser.ReadAsync(); line = parser.RawRow + 1)
        {
            ct.ThrowIfCancellationRequested();
            var cells = parser.Record!;
            if (cells is not [] and not [""])
            {
                yield return (line, cells, hasStrayQuote);
            }

            hasStrayQuote = false;
        }
    }
}
