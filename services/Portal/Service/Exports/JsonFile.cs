using System.Text.Json;
using Oversight.Portal.Tables;

namespace Oversight.Portal.Exports;

/// <summary>Tables as JSON: what the file says of itself, then a list of rows for each table, by the codes of its columns.</summary>
internal static class JsonFile
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(IReadOnlyList<Table> tables, About about) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        about = about.Pairs.ToDictionary(pair => pair.Name, pair => pair.Value),
        tables = tables.Select(table => new
        {
            table.Caption,
            columns = table.Columns.Select(column => new { column.Code, column.Name }),
            rows = table.Rows.Select(row => table.Columns.Zip(row).ToDictionary(pair => pair.First.Code, pair => pair.Second.Text)),
        }),
    }, Indented);
}
