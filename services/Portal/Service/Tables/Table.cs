namespace Oversight.Portal.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading for people.</param>
/// <param name="Code">Its stable name in exports.</param>
/// <param name="IsNumber">Whether it is read from the right.</param>
/// <param name="InFileOnly">Whether a page has no room for it, or says it elsewhere.</param>
/// <param name="Named">In a file, the column beside it that holds what people read where this one holds a code.</param>
public sealed record Column(string Name, string Code, bool IsNumber = false, bool InFileOnly = false, string? Named = null);

/// <summary>A field of a table.</summary>
/// <param name="Text">What a person reads; never blank.</param>
/// <param name="Value">What an export holds; the text where it is not given or empty.</param>
/// <param name="Href">Where it leads, if anywhere.</param>
/// <param name="Marks">What must be said beside it.</param>
/// <param name="Class">How it is shown, beside its words.</param>
/// <param name="Links">Its parts and where they lead, where they lead to several places; they are shown in the place of the text.</param>
public sealed record Cell(string Text, string? Value = null, string? Href = null, IReadOnlyList<string>? Marks = null, string? Class = null, IReadOnlyList<(string Text, string Href)>? Links = null)
{
    /// <summary>Plain text.</summary>
    public static implicit operator Cell(string text) => new(text);

    /// <summary>The same, for those who do not like operators.</summary>
    public static Cell FromString(string text) => new(text);
}

/// <summary>What a page shows as a table, draws as a chart and exports as a file.</summary>
/// <param name="Caption">What it is about.</param>
/// <param name="Columns">Its columns; the first heads each row.</param>
/// <param name="Rows">A field for each column.</param>
/// <param name="Empty">What is said where there is no row, and what to do next.</param>
/// <param name="Sortable">Whether a reader may sort it by its headings.</param>
/// <param name="HideCaption">Whether the heading above says the same already.</param>
/// <param name="IsDense">Whether its columns are many: they are set closely, and the first stays in view.</param>
public sealed record Table(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows, string Empty = "Nothing is on record.", bool Sortable = false, bool HideCaption = false,
    bool IsDense = false);
