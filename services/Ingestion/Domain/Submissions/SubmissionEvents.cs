using Oversight.Core;

namespace Oversight.Ingestion.Submissions;

/// <summary>What has happened to a document that somebody sent. The names and shapes are stored for ever.</summary>
public abstract record SubmissionEvent
{
    private SubmissionEvent()
    {
    }

    /// <summary>Somebody sent a document; it is kept as received.</summary>
    /// <param name="Name">What its sender calls it, mostly the name of a file.</param>
    /// <param name="Body">The body that all its rows are about, where its sender says.</param>
    /// <param name="By">Who sent it.</param>
    /// <param name="Source">Where it was published, where its sender says.</param>
    [EventName("ingestion.submission-received.v1")]
    public sealed record SubmissionReceived(
        string Name, string MediaType, string Sha256, long Length, string? Body, string? By, string? Source = null) : SubmissionEvent;

    /// <summary>Some of its rows were read.</summary>
    /// <param name="Refused">The rows that were not taken, and why.</param>
    [EventName("ingestion.rows-read.v1")]
    public sealed record RowsRead(
        int FromLine, int ToLine, int Accepted, int Unchanged, int Conflicting, IReadOnlyList<RefusedRow> Refused) : SubmissionEvent;

    /// <summary>It was read to its end; each part counts as it was read last.</summary>
    /// <param name="Refused">How many rows were not taken.</param>
    [EventName("ingestion.submission-read.v1")]
    public sealed record SubmissionRead(int Accepted, int Unchanged, int Conflicting, int Refused) : SubmissionEvent;

    /// <summary>It was refused whole; nothing of it was taken into the record.</summary>
    /// <param name="Rule">The code of the rule that it breaks.</param>
    /// <param name="Line">The line on which it does, where there is one.</param>
    [EventName("ingestion.submission-refused.v1")]
    public sealed record SubmissionRefused(string Rule, string Because, int? Line) : SubmissionEvent;
}

/// <summary>A row that was not taken into the record, and why.</summary>
/// <param name="Line">The line on which it starts, 1 being the file's first.</param>
/// <param name="Field">The column or member at fault; null when it is the row as a whole.</param>
/// <param name="Rule">A stable code.</param>
/// <param name="Message">A sentence that a person understands.</param>
public sealed record RefusedRow(int Line, string? Field, string Rule, string Message);
