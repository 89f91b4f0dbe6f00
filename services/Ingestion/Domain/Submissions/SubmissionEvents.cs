using Oversight.Core;

namespace Oversight.Ingestion.Submissions;

/// <summary>What has happened to a document that somebody sent. The names and shapes are stored for ever.</summary>
public abstract record SubmissionEvent
{
    private SubmissionEvent()
    {
    }

    /// <summary>Somebody sent a document; it is kept as received. <paramref name="Source"/> is where it was published, if its sender says.</summary>
    [EventName("ingestion.submission-received.v1")]
    public sealed record SubmissionReceived(
        string Name, string MediaType, string Sha256, long Length, string? Body, string? By, string? Source = null) : SubmissionEvent;

    /// <summary>Some of its rows were read: <paramref name="FromLine"/> and <paramref name="ToLine"/> are the lines on which the first and the last of them start.</summary>
    [EventName("ingestion.rows-read.v1")]
    public sealed record RowsRead(
        int FromLine, int ToLine, int Accepted, int Unchanged, int Conflicting, IReadOnlyList<RefusedRow> Refused) : SubmissionEvent;

    /// <summary>It was read to its end; each part counts as it was read last.</summary>
    [EventName("ingestion.submission-read.v1")]
    public sealed record SubmissionRead(int Accepted, int Unchanged, int Conflicting, int Refused) : SubmissionEvent;

    /// <summary>It was refused whole; nothing of it was taken into the record.</summary>
    [EventName("ingestion.submission-refused.v1")]
    public sealed record SubmissionRefused(string Rule, string Because, int? Line) : SubmissionEvent;
}

/// <summary>A row that was not taken into the record, and why.</summary>
/// <param name="Line">The line on which it starts, 1 being the file's first.</param>
/// <param name="Field">The column or member at fault; null when it is the row as a whole.</param>
/// <param name="Rule">A stable code.</param>
/// <param name="Message">A sentence that a person understands.</param>
public sealed record RefusedRow(int Line, string? Field, string Rule, string Message);
