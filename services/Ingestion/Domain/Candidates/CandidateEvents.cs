using Oversight.Core;
using Oversight.Ingestion.Documents;

namespace Oversight.Ingestion.Candidates;

/// <summary>What has become of the candidate claims of one document. The names and shapes are stored for ever, and nobody else hears of them.</summary>
public abstract record CandidateEvent
{
    private CandidateEvent()
    {
    }

    /// <summary>A document was read, and this is what it seems to say; none of it is a fact.</summary>
    /// <param name="Submission">The submission that brought it.</param>
    /// <param name="Cited">Where the document was published, as its sender says, else its name.</param>
    /// <param name="PublishedOn">When it was published, as it says itself.</param>
    /// <param name="Candidates">In the order of the text.</param>
    [EventName("ingestion.candidates-read.v1")]
    public sealed record CandidatesRead(string Submission, string Cited, PartialDate? PublishedOn, IReadOnlyList<Proposal> Candidates) : CandidateEvent;

    /// <summary>Somebody, or the rule for trusted sources, took a candidate for true; its claim was made with it.</summary>
    /// <param name="Candidate">Its number in the document.</param>
    /// <param name="As">What was corrected or added.</param>
    /// <param name="Claimed">The stream of facts to which the claim went.</param>
    /// <param name="By">Who did it.</param>
    /// <param name="At">When.</param>
    /// <param name="Why">Why, in their words.</param>
    [EventName("ingestion.candidate-accepted.v1")]
    public sealed record CandidateAccepted(int Candidate, Corrections As, string Claimed, Actor By, DateTimeOffset At, string? Why) : CandidateEvent;

    /// <summary>Somebody found that a candidate is no claim worth keeping.</summary>
    /// <param name="Candidate">Its number in the document.</param>
    /// <param name="By">Who did it.</param>
    /// <param name="At">When.</param>
    /// <param name="Why">Why, in their words.</param>
    [EventName("ingestion.candidate-declined.v1")]
    public sealed record CandidateDeclined(int Candidate, Actor By, DateTimeOffset At, string Why) : CandidateEvent;
}

/// <summary>A candidate claim as it was read, with its very words.</summary>
/// <param name="Number">Its place in the document; the first is 1.</param>
/// <param name="Kind">Of the claim.</param>
/// <param name="Rule">The permanent name of the rule that read it.</param>
/// <param name="Confidence">Between 0 and 1: how sure the rule is of its reading.</param>
/// <param name="Start">Of the quote in the document's text.</param>
/// <param name="End">After the quote.</param>
/// <param name="Line">The line of the text on which the quote starts; the first is 1.</param>
/// <param name="Quote">The very words.</param>
/// <param name="Count">How many the share is.</param>
/// <param name="OutOf">Of how many the share is.</param>
public sealed record Proposal(
    int Number, CandidateKind Kind, string Rule, decimal Confidence, int Start, int End, int Line, string Quote, string? Body, string? Programme,
    string? Area, string? Grade, string? Phase, PartialDate? Date, decimal? Percent, string? Speaker, string? Role,
    int? Count = null, int? OutOf = null);

/// <summary>What whoever accepts a candidate corrects or adds; null leaves what was read.</summary>
/// <param name="Area">What was graded; of an audit the category of crime, of a cause its title.</param>
/// <param name="Kind">Of an entry of a timeline.</param>
/// <param name="Source">Where the document was published.</param>
/// <param name="PublishedOn">When.</param>
public sealed record Corrections(
    string? Body = null, string? Programme = null, string? Area = null, string? Grade = null, string? Phase = null, string? Date = null,
    decimal? Percent = null, string? Kind = null, string? Source = null, string? PublishedOn = null);
