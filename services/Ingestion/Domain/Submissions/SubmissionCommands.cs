namespace Oversight.Ingestion.Submissions;

/// <summary>What may be asked of a submission.</summary>
public abstract record SubmissionCommand
{
    private SubmissionCommand()
    {
    }

    /// <summary>Note that a document arrived and is kept.</summary>
    public sealed record Receive(string Name, string MediaType, string Sha256, long Length, string? Body, string? By, string? Source = null) : SubmissionCommand;

    /// <summary>Note what became of some of its rows.</summary>
    public sealed record ReadRows(
        int FromLine, int ToLine, int Accepted, int Unchanged, int Conflicting, IReadOnlyList<RefusedRow> Refused) : SubmissionCommand;

    /// <summary>Note that its end was reached.</summary>
    public sealed record FinishReading : SubmissionCommand;

    /// <summary>Refuse it whole.</summary>
    public sealed record Refuse(string Rule, string Because, int? Line) : SubmissionCommand;
}
