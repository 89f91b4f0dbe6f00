using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>A table of recording rates as it comes out of a PDF file: lines of a kind of crime and its share, below a line that says of what.</summary>
internal sealed partial class AuditsInLines : IRule
{
    private const int Reach = 8;

    public IEnumerable<Candidate> Read(Reading reading)
    {
        var since = Reach;
        foreach (var block in reading.Blocks.Where(block => block.Kind != BlockKind.TableCell))
        {
            if (Sentence.OfBlock(reading.Document.Text, block) is not { } line)
            {
                continue;
            }

            since = Head().IsMatch(line.Text) ? 0 : since + 1;
            if (since >= Reach)
            {
                continue;
            }

            foreach (var match in Line().Matches(line.Text).Where(match => match.Index == 0 || since == 0))
            {
                var share = Numbers.Shares(match.Value) is [var only] ? only.Percent : 0;
                foreach (var candidate in share == 0 ? [] : line.Claim(reading, Span.Of(match), reading.SubjectAt(reading.ByBlock[block][0], 0), CandidateKind.Audit, "audit.crimes-recorded", 0.8m, with => with with
                {
                    Area = Audits.OfCategory(match.Groups["crime"].Value), Percent = share, Programme = reading.Programme,
                }))
                {
                    yield return candidate;
                }
            }
        }
    }

    [GeneratedRegex(@"\b(?:recording (?:rate|accuracy)|(?:crimes?|offences) recorded|recorded crimes?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex(@"\b(?<crime>(?-i:[A-Z])[a-z]+(?: (?:[a-z]+|\([a-z ]+\))){0,4})[ :|]+(?<![\d.])\d{1,3}(?:\.\d+)? ?(?:%|per ?cent\b)(?=[ (]|$)(?! of\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
