using System.Collections.Immutable;
using Oversight.Ingestion.Documents.Rules;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents;

/// <summary>Reads candidate claims in a document: the same document and the same register always give the same.</summary>
public static class Extraction
{
    // Every rule is a file in Rules; one more needs no line here.
    private static readonly ImmutableArray<IRule> All =
    [
        .. typeof(Extraction).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IRule)) && !type.IsInterface)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (IRule)Activator.CreateInstance(type)!),
    ];

    /// <summary>The candidates in the order of the text.</summary>
    public static ImmutableArray<Candidate> Of(DocumentText document, Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(gazetteer);
        var reading = Reading.Of(document, gazetteer);
        var found = All.SelectMany(rule => rule.Read(reading))
            .Select(candidate => candidate with { Date = candidate.Kind == CandidateKind.Judgment ? reading.Dated : candidate.Date, Area = AreaWords.Of(candidate.Body is null ? null : gazetteer.Service(candidate.Body), candidate.Area) }).ToList();
        var statements = found.FindAll(candidate => candidate.Kind == CandidateKind.Statement);
        // What somebody says of workloads or of good work is kept as their statement.
        found.RemoveAll(candidate => candidate.Kind is CandidateKind.Finding or CandidateKind.Practice
            && statements.Exists(statement => statement.Start < candidate.End && candidate.Start < statement.End));
        var causes = found.FindAll(candidate => candidate.Kind == CandidateKind.Cause);
        found.RemoveAll(candidate => candidate.Kind == CandidateKind.Finding && causes.Exists(cause => cause.Start < candidate.End && candidate.Start < cause.End));
        var heads = reading.Blocks.Where(block => block.Kind == BlockKind.Heading).Select(block => (block.Start, block.End)).ToList();
        return [.. Once(found, candidate => candidate.Kind != CandidateKind.Judgment && heads.Exists(head => head.Start <= candidate.Start && candidate.End <= head.End)).OrderBy(candidate => candidate.Start).ThenBy(candidate => candidate.End).ThenBy(candidate => candidate.Rule, StringComparer.Ordinal)];
    }

    // Said twice, it is one claim: a sentence stays rather than a headline, the surer reading, and the one that says more about when.
    private static IEnumerable<Candidate> Once(List<Candidate> found, Func<Candidate, bool> isHead) => found
        .GroupBy(candidate => (candidate.Kind, candidate.Body, candidate.Area, candidate.Grade, candidate.Phase, candidate.Percent, candidate.Speaker, Own(candidate)))
        .SelectMany(group => Dates([.. group], isHead));

    private static List<Candidate> Dates(List<Candidate> same, Func<Candidate, bool> isHead)
    {
        var kept = new List<Candidate>();
        foreach (var candidate in same.OrderByDescending(candidate => candidate.Date?.Precision ?? 0).ThenBy(isHead).ThenByDescending(candidate => candidate.Confidence).ThenBy(candidate => candidate.Start))
        {
            if (!kept.Exists(other => candidate.Date is not { } date || (other.Date is { } known && known.AgreesWith(date))))
            {
                kept.Add(candidate);
            }
        }

        return kept;
    }

    // What has no value of its own is told apart by where it stands.
    private static string Own(Candidate candidate) => candidate.Kind switch
    {
        CandidateKind.Judgment or CandidateKind.Phase => "",
        CandidateKind.Audit => candidate.Rule,
        CandidateKind.Tally => candidate.Quote,
        _ => $"{candidate.Start}",
    };
}
