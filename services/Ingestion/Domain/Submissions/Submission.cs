using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Oversight.Core;
using static Oversight.Ingestion.Submissions.SubmissionCommand;
using static Oversight.Ingestion.Submissions.SubmissionEvent;

namespace Oversight.Ingestion.Submissions;

/// <summary>One document that somebody sent, and how far it has been read.</summary>
/// <param name="Received">Null before it arrived.</param>
/// <param name="Refusal">Why it was refused whole, if it was.</param>
/// <param name="Parts">What became of its rows, part by part, by the line on which the part begins.</param>
/// <param name="ReadTo">The line on which the last row read starts; 0 before the first.</param>
/// <param name="IsRead">Was its end reached?</param>
public sealed record Submission(
    SubmissionReceived? Received, SubmissionRefused? Refusal, ImmutableSortedDictionary<int, Part> Parts, int ReadTo, bool IsRead)
{
    /// <summary>How many rows make a part. Rows read again are known by their part, so this number stays.</summary>
    public const int RowsInPart = 1_000;

    private const string Streams = "submission/";

    public static Submission Initial { get; } = new(null, null, ImmutableSortedDictionary<int, Part>.Empty, 0, false);

    public static readonly Decider<Submission, SubmissionCommand, SubmissionEvent> Decider = new(Initial, Decide, Evolve);

    /// <summary>Was it accepted as a file, but not read to its end yet?</summary>
    public bool IsUnfinished => Received is not null && Refusal is null && !IsRead;

    /// <summary>The same bytes read in the same form about the same body are the same submission, whatever the file is called.</summary>
    public static string IdOf(string sha256, string mediaType, string? body) =>
        NameBasedId.Of(sha256, mediaType, body).ToString("N", CultureInfo.InvariantCulture);

    /// <summary>The stream of a submission.</summary>
    public static string StreamOf(string id) => Streams + id;

    /// <summary>The id of the submission whose stream it is.</summary>
    public static string IdIn(string stream) => stream[Streams.Length..];

    public static SubmissionEvent[] Decide(SubmissionCommand command, Submission submission) => (command, submission.Received) switch
    {
        (Receive c, var before) => before is not null && submission.IsKnownAs(before, c)
            ? []
            : [new SubmissionReceived(c.Name, c.MediaType, c.Sha256, c.Length, c.Body, c.By, c.Source)],
        (_, null) => throw new RejectedException("submission.not-received", "The document has not been received."),
        (ReadRows c, _) => submission.Parts.TryGetValue(c.FromLine, out var part) && part.IsReadAgainBy(c)
            ? []
            : [new RowsRead(c.FromLine, c.ToLine, c.Accepted, c.Unchanged, c.Conflicting, c.Refused)],
        (FinishReading, _) => submission.IsRead ? [] : [submission.Total()],
        // What was read before stays read, however badly it is sent the next time.
        (Refuse c, _) => submission.Parts.Count > 0 || (submission.Refusal is { } refusal && (refusal.Rule, refusal.Line) == (c.Rule, c.Line))
            ? []
            : [new SubmissionRefused(c.Rule, c.Because, c.Line)],
        _ => throw new UnreachableException(),
    };

    public static Submission Evolve(Submission submission, SubmissionEvent @event) => @event switch
    {
        SubmissionReceived e => Initial with { Received = e },
        RowsRead e => submission with
        {
            Parts = submission.Parts.SetItem(e.FromLine, Part.Of(e.ToLine, e.Accepted, e.Unchanged, e.Conflicting, e.Refused)),
            ReadTo = e.ToLine,
            IsRead = false,
            Refusal = null,
        },
        SubmissionRead => submission with { IsRead = true, Refusal = null },
        SubmissionRefused e => submission with { Refusal = e },
        _ => throw new UnreachableException(),
    };

    // A name that contradicts what the sender said of the form got it refused; under a better one it may be read.
    private bool IsKnownAs(SubmissionReceived before, Receive again) => Refusal is null || again.Name == before.Name;

    private SubmissionRead Total() => new(
        Parts.Values.Sum(part => part.Accepted),
        Parts.Values.Sum(part => part.Unchanged),
        Parts.Values.Sum(part => part.Conflicting),
        Parts.Values.Sum(part => part.Refused));
}

/// <summary>What became of some consecutive rows.</summary>
/// <param name="ToLine">The line on which the last of them starts.</param>
/// <param name="Accepted">Rows that added something to the record.</param>
/// <param name="Unchanged">Rows that said what the record had from the same source already.</param>
/// <param name="Conflicting">Rows that added something which another source contradicts.</param>
/// <param name="Refused">Rows that were not taken.</param>
/// <param name="Refusals">The same for the same lines refused by the same rules.</param>
public sealed record Part(int ToLine, int Accepted, int Unchanged, int Conflicting, int Refused, Guid Refusals)
{
    internal static Part Of(int toLine, int accepted, int unchanged, int conflicting, IReadOnlyList<RefusedRow> refused) =>
        new(toLine, accepted, unchanged, conflicting, refused.Count, Digest(refused));

    // Nothing came of the rows this time that is not on record; or it is the very same report.
    internal bool IsReadAgainBy(ReadRows rows)
    {
        var again = Of(rows.ToLine, rows.Accepted, rows.Unchanged, rows.Conflicting, rows.Refused);
        return again == this || (again.ToLine == ToLine && again.Refusals == Refusals && again is { Accepted: 0, Conflicting: 0 });
    }

    private static Guid Digest(IReadOnlyList<RefusedRow> refused) => NameBasedId.Of(
        [.. refused.SelectMany(row => (string?[])[row.Line.ToString(CultureInfo.InvariantCulture), row.Field, row.Rule])]);
}
