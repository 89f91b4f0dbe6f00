using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>A question of an inspection with its grade in the same line: "How well does the force investigate crime? Good".</summary>
internal sealed partial class JudgmentsToQuestions : IRule
{
    public IEnumerable<Candidate> Read(Reading reading) =>
        from block in reading.Blocks
        where block.Kind != BlockKind.TableCell && reading.ByBlock.ContainsKey(block)
        let line = Sentence.OfBlock(reading.Document.Text, block)
        where line is not null
        from match in Answered().Matches(line.Text)
        let question = match.Groups["question"].Value
        let grade = GradeWords.Whole(match.Groups["grade"].Value)
        let graded = Graded.By(question, reading)
        where grade is not null && graded is not null
        from candidate in line.Claim(reading, Span.Of(match), reading.SubjectAt(reading.ByBlock[block][0], match.Groups["question"].Index), CandidateKind.Judgment, "judgment.answered", 0.9m, with => with with
        {
            Area = graded.Value.Area, Grade = grade, Programme = reading.Programme,
        })
        select candidate;

    [GeneratedRegex(@"(?<question>(?-i:\b(?:How|To what|Does|Do|Is|Are|Has|What))\b[^?!.]{8,230}\?) ?[-:|]? ?(?<grade>(?-i:[A-Z])[a-z]+(?: improvement)?)(?=\.?(?:$| (?-i:[A-Z(])))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answered();
}
