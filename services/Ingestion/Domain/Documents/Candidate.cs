using Oversight.Core;

namespace Oversight.Ingestion.Documents;

/// <summary>What kind of thing a candidate claims.</summary>
public enum CandidateKind
{
    Judgment,
    Tally,
    Phase,
    Audit,
    Investigation,
    Practice,
    Finding,
    Statement,
    Cause,
}

/// <summary>What a rule read in a document. It is no fact until somebody accepts it.</summary>
/// <param name="Kind">Of the claim.</param>
/// <param name="Rule">The permanent name of the rule that read it.</param>
/// <param name="Confidence">Between 0 and 1: how sure the rule is of its reading, not of the document.</param>
/// <param name="Start">Of the quote in the document's text.</param>
/// <param name="End">After the quote.</param>
/// <param name="Quote">The very words.</param>
public sealed record Candidate(CandidateKind Kind, string Rule, decimal Confidence, int Start, int End, string Quote)
{
    /// <summary>The id of the body that is spoken of; null where that cannot be told.</summary>
    public string? Body { get; init; }

    /// <summary>As it would be printed, such as <c>PEEL 2021/22</c>.</summary>
    public string? Programme { get; init; }

    public string? Area { get; init; }

    /// <summary>In plain words, such as <c>requires improvement</c>; of a tally only where it counts one grade.</summary>
    public string? Grade { get; init; }

    /// <summary><c>Engage</c> or <c>Scan</c>.</summary>
    public string? Phase { get; init; }

    public PartialDate? Date { get; init; }

    /// <summary>The share as it is said; the rule tells of what.</summary>
    public decimal? Percent { get; init; }

    /// <summary>How many the share is, where the document counts them.</summary>
    public int? Count { get; init; }

    /// <summary>Of how many the share is, where the document says so.</summary>
    public int? OutOf { get; init; }

    public string? Speaker { get; init; }

    /// <summary>What the speaker is, as printed.</summary>
    public string? Role { get; init; }
}
