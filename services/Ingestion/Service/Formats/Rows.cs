using System.Runtime.CompilerServices;

namespace Oversight.Ingestion.Formats;

/// <summary>The rows of a file that was found readable, in whichever form it comes.</summary>
internal static class Rows
{
    public static IAsyncEnumerable<Row> Of(Stream file, string mediaType, RecordKind kind, CancellationToken ct) =>
        mediaType == MediaTypes.Csv ? CsvRows.Of(file, kind, ct) : OfJson(file, mediaType, kind, ct);

    public static IAsyncEnumerable<JsonRecord> Records(Stream file, string mediaType, Utf8Check? check, CancellationToken ct) =>
        mediaType == MediaTypes.Json ? JsonRecords.OfJson(file, check, ct) : JsonRecords.OfLines(file, check, ct);

    private static async IAsyncEnumerable<Row> OfJson(Stream file, string mediaType, RecordKind kind, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var record in Records(file, mediaType, null, ct))
        {
            yield return ToRow(record, kind);
        }
    }

    private static Row ToRow(JsonRecord record, RecordKind kind)
    {
        var values = new string[kind.Columns.Count];
        Array.Fill(values, "");
        var flaw = record.Flaw;
        foreach (var (name, value) in record.Members ?? [])
        {
            if (kind.PlaceOf(name) is >= 0 and var place)
            {
                values[place] = value;
            }
            else
            {
                flaw ??= new(name, "row.unknown-member", $"{Text.Shown.Of(name)} is no member of a record in a file of {kind.Name}.");
            }
        }

        return new(record.Line, values, flaw);
    }
}
