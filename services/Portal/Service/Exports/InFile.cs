using Oversight.Portal.Tables;

namespace Oversight.Portal.Exports;

/// <summary>A table as a file has it: nothing is blank, names stand beside codes, and what a page says beside a value has a column of its own.</summary>
internal static class InFile
{
    public static Table Of(Table table)
    {
        var hasMarks = table.Columns.All(column => column.Code != "marks") && table.Rows.Any(row => row.Any(cell => cell.Marks is not null));
        return table with
        {
            Columns = [.. table.Columns.SelectMany(column => (IEnumerable<Column>)[column, .. column.Named is { } name ? [new Column(Titled(name), name)] : (Column[])[]]), .. hasMarks ? [new Column("Marks", "marks")] : (Column[])[]],
            Rows =
            [
                .. table.Rows.Select(row => (IReadOnlyList<Cell>)
                [
                    .. row.Zip(table.Columns).SelectMany(pair => (IEnumerable<Cell>)[Held(pair.First), .. pair.Second.Named is null ? [] : (Cell[])[pair.First.Text]]), .. hasMarks ? [Marks(table.Columns, row)] : (Cell[])[],
                ]),
            ],
        };
    }

    private static string Held(Cell cell) => cell.Value is { Length: > 0 } value ? value : cell.Text is { Length: > 0 } text ? text : "none";

    // Those of the first field are of the whole row.
    private static string Marks(IReadOnlyList<Column> columns, IReadOnlyList<Cell> row) =>
        string.Join("; ", row.Index().SelectMany(one => (one.Item.Marks ?? []).Select(mark => one.Index == 0 ? mark : $"{columns[one.Index].Name}: {mark}"))) is { Length: > 0 } marks ? marks : "none";

    private static string Titled(string code) => char.ToUpperInvariant(code[0]) + code[1..];
}
