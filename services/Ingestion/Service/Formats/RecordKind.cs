using System.Collections.Frozen;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Register;

namespace Oversight.Ingestion.Formats;

/// <summary>Whether a column has to be there.</summary>
internal enum Need
{
    /// <summary>In every row, and never empty.</summary>
    Always,

    /// <summary>In every CSV header; a cell may be empty and a JSON member left out.</summary>
    MayBeEmpty,

    /// <summary>Known, but a file does well without it.</summary>
    Extra,
}

/// <summary>A column of a CSV file, or a member of a JSON object.</summary>
internal sealed record Column(string Name, Need Need);

/// <summary>What a good row brings.</summary>
internal abstract record RowContent
{
    private RowContent()
    {
    }

    /// <summary>Something about the register of bodies.</summary>
    public sealed record OfRegister(RegisterCommand Command) : RowContent;

    /// <summary>Claims about facts.</summary>
    public sealed record OfFacts(params FactCommand[] Claims) : RowContent
    {
        /// <summary>A name that the register learns from it.</summary>
        public RegisterCommand? Name { get; init; }
    }
}

/// <summary>A kind of record: what its columns are, and what a row of it says.</summary>
/// <param name="Name">For sentences: "a file of …".</param>
/// <param name="Columns">In the order in which they are usually written.</param>
/// <param name="Read">From the cells of a row to what it brings; what is wrong with them is noted in the cells.</param>
internal sealed record RecordKind(string Name, IReadOnlyList<Column> Columns, Func<Cells, RowContent> Read)
{
    private readonly FrozenDictionary<string, int> _places =
        Columns.Select((column, index) => (column.Name, index)).ToFrozenDictionary(place => place.Name, place => place.index, StringComparer.Ordinal);

    /// <summary>Where a column's cell stands in a <see cref="Row"/>; -1 for a column that this kind does not have.</summary>
    public int PlaceOf(string column) => _places.GetValueOrDefault(column, -1);

    /// <summary>The names of the columns that every file of this kind has.</summary>
    public IEnumerable<string> Usual => Columns.Where(column => column.Need != Need.Extra).Select(column => column.Name);
}

/// <summary>One row as it was written.</summary>
/// <param name="Line">The line on which it starts; the file's first is 1.</param>
/// <param name="Values">By the places of its kind's columns; empty where there was nothing.</param>
/// <param name="Flaw">What is wrong with it before any cell is looked at.</param>
internal sealed record Row(int Line, string[] Values, Flaw? Flaw = null);

/// <summary>What is wrong with a row.</summary>
internal sealed record Flaw(string? Field, string Rule, string Message);
