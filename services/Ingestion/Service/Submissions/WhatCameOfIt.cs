using Oversight.Ingestion.Formats;
using Oversight.Ingestion.Text;

namespace Oversight.Ingestion.Submissions;

/// <summary>What came of reading a submission.</summary>
internal sealed class WhatCameOfIt(string id)
{
    // A file can have more bad rows than an answer should carry; all of them stay on record, and refused.csv has them.
    public const int MostListed = 10_000;

    private readonly List<RefusedRow> _refused = [];
    private readonly List<(int Line, string FactId)> _nothingSuch = [];
    private int _refusedInAll;

    public int Accepted { get; private set; }

    public int Unchanged { get; private set; }

    public int Conflicting { get; private set; }

    /// <summary>How many candidate claims a document holds.</summary>
    public int Candidates { get; init; }

    /// <summary>As what a document is cited.</summary>
    public string? Cited { get; init; }

    /// <summary>Why it was refused whole, if it was.</summary>
    public FileRefusal? Refusal { get; init; }

    public void Add(SubmissionCommand.ReadRows part)
    {
        Accepted += part.Accepted;
        Unchanged += part.Unchanged;
        Conflicting += part.Conflicting;
        _refusedInAll += part.Refused.Count;
        _refused.AddRange(part.Refused.Take(MostListed - _refused.Count));
    }

    public void Note(IEnumerable<(int Line, string FactId)> nothingSuch) => _nothingSuch.AddRange(nothingSuch);

    public SubmissionAnswer Answer(string file) => new(id, Accepted, Unchanged, Conflicting, _refusedInAll, [.. _refused.Select(row => RefusedRowAnswer.Of(file, row))], Candidates, Cited)
    {
        Notes = [.. _nothingSuch.Select(row => new RowNoteAnswer(file, row.Line, $"Nothing such is on record: {Shown.Of(row.FactId)}. What is said of it is kept, and counts once it is."))],
    };
}

/// <summary>What came of a submission; every row is counted once.</summary>
/// <param name="Submission">Its id.</param>
/// <param name="Accepted">Rows that added something to the record.</param>
/// <param name="Unchanged">Rows that said what the record had from the same source already.</param>
/// <param name="Conflicting">Rows that added something which another source contradicts; all sides are kept.</param>
/// <param name="RefusedInAll">How many rows were not taken.</param>
/// <param name="Refused">The first ten thousand of them, and why.</param>
/// <param name="Candidates">How many candidate claims were found in a document; none is a fact before somebody accepts it.</param>
/// <param name="Cited">As what a document is cited: by what was said when it was sent first. Records cite their own sources.</param>
public sealed record SubmissionAnswer(
    string Submission, int Accepted, int Unchanged, int Conflicting, int RefusedInAll, IReadOnlyList<RefusedRowAnswer> Refused, int Candidates, string? Cited)
{
    /// <summary>What to know of rows that were taken.</summary>
    public IReadOnlyList<RowNoteAnswer> Notes { get; init; } = [];
}

/// <summary>What to know of a row that was taken.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line on which the row starts.</param>
/// <param name="Message">A sentence that a person understands.</param>
public sealed record RowNoteAnswer(string File, int Line, string Message);

/// <summary>A row that was not taken.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line on which the row starts; the file's first is 1.</param>
/// <param name="Field">The column or member at fault; null when it is the row as a whole.</param>
/// <param name="Rule">A stable code.</param>
/// <param name="Message">A sentence that a person understands.</param>
public sealed record RefusedRowAnswer(string File, int Line, string? Field, string Rule, string Message)
{
    internal static RefusedRowAnswer Of(string file, RefusedRow row) => new(file, row.Line, row.Field, row.Rule, row.Message);
}
