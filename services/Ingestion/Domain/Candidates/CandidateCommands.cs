using Oversight.Core;

namespace Oversight.Ingestion.Candidates;

/// <summary>What may be asked of the candidates of a document.</summary>
public abstract record CandidateCommand
{
    private CandidateCommand()
    {
    }

    /// <summary>Note what was read in the document.</summary>
    public sealed record Read(string Submission, string Cited, PartialDate? PublishedOn, IReadOnlyList<Proposal> Candidates) : CandidateCommand;

    /// <summary>Take one for true.</summary>
    public sealed record Accept(int Candidate, Corrections As, Act Act) : CandidateCommand;

    /// <summary>Turn one down.</summary>
    public sealed record Decline(int Candidate, Act Act) : CandidateCommand;
}
