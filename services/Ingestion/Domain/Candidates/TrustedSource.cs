using Oversight.Core;
using Oversight.Ingestion.Documents;

namespace Oversight.Ingestion.Candidates;

/// <summary>A publisher whose documents somebody has decided to trust: what is read there surely enough is accepted without a person.</summary>
/// <param name="Publisher">How its addresses begin, up to a slash.</param>
/// <param name="AtLeast">How sure the reading has to be.</param>
/// <param name="Kinds">Of candidates; others wait for a person.</param>
public sealed record TrustedSource(string Publisher, decimal AtLeast, IReadOnlyList<CandidateKind> Kinds)
{
    /// <summary>Who accepts then; the events say so.</summary>
    public static readonly Actor Rule = new("oversight:trusted-sources", "the rule for trusted sources", null);

    /// <summary>May its rule accept this candidate?</summary>
    public bool Covers(string cited, Proposal candidate)
    {
        ArgumentNullException.ThrowIfNull(cited);
        ArgumentNullException.ThrowIfNull(candidate);
        return cited.StartsWith(Publisher, StringComparison.OrdinalIgnoreCase) && candidate.Confidence >= AtLeast && Kinds.Contains(candidate.Kind);
    }

    /// <summary>What the rules accept of a document that was just read, each with its claim; what makes no claim by itself waits for a person.</summary>
    public static IEnumerable<(CandidateCommand.Accept Command, Facts.FactCommand Claim)> Accepted(
        IReadOnlyList<TrustedSource> trusted, CandidateCommand.Read read, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(read);
        var document = CandidateDocument.Decide(read, CandidateDocument.Initial).Aggregate(CandidateDocument.Initial, CandidateDocument.Evolve);
        var today = DateOnly.FromDateTime(at.UtcDateTime);
        foreach (var candidate in read.Candidates)
        {
            if (trusted.FirstOrDefault(source => source.Covers(read.Cited, candidate)) is not { } source)
            {
                continue;
            }

            Facts.FactCommand claim;
            try
            {
                claim = document.Claim(candidate.Number, new(), today);
            }
            catch (RejectedException)
            {
                continue;
            }

            yield return (new(candidate.Number, new(), new(Rule, at, today, $"{source.Publisher} is trusted from {source.AtLeast} on", CandidateDocument.Waits)), claim);
        }
    }
}
