using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>How many areas got which grade: "good in one area, adequate in two and inadequate in one".</summary>
internal sealed partial class Tallies : IRule
{
    public IEnumerable<Candidate> Read(Reading reading) =>
        from sentence in reading.Sentences
        where sentence.Block.Kind is not BlockKind.TableCell
        from tally in In(sentence)
        where !Mood.IsDenied(sentence, tally) && !Mood.IsPast(sentence, tally, reading) && !Mood.IsOnlyPossible(sentence, tally)
        let subject = reading.SubjectAt(sentence, tally.Start + 1)
        from candidate in sentence.Claim(reading, tally, subject, CandidateKind.Tally, "tally.areas-by-grade", 0.9m, with => with with
        {
            Programme = ProgrammeLabels.In(sentence.Text) ?? reading.Programme,
            Grade = GradeWords.In(sentence.Text[tally.Start..tally.End]).Select(word => word.Grade).Distinct().ToList() is [var only] ? only : null,
        })
        select candidate;

    /// <summary>The tallies in a sentence; two counts that follow each other are one tally.</summary>
    public static List<Span> In(Sentence sentence)
    {
        var found = new List<(Span At, bool HasNoun)>();
        foreach (var match in Item().Matches(sentence.Text).Cast<Match>())
        {
            var item = (At: Span.Of(match), HasNoun: match.Groups["noun"].Success || Lists().IsMatch(sentence.Text[(match.Index + match.Length)..]));
            if (found.Count > 0 && item.At.Start - found[^1].At.End <= 50)
            {
                found[^1] = (new(found[^1].At.Start, item.At.End), true);
            }
            else
            {
                found.Add(item);
            }
        }

        return [.. found.Where(item => item.HasNoun).Select(item => item.At)];
    }

    // "It was adequate in two: managing offenders and preventing crime."
    [GeneratedRegex(@"^['""]?(?::| -| \() ?(?:\w+ ){0,3}\w")]
    private static partial Regex Lists();

    private const string Grade = @"['""]?(?:outstanding|good|adequate|inadequate|requir(?:es?|ed|ing)[ -]improvement|needs?[ -]improvement|(?:in )?need(?:ing)?(?: of)? improvement)s?['""]?";
    private const string Noun = @"(?<noun>areas?|categor(?:y|ies)|aspects?|questions?|pillars?|measures|inspection areas?|disciplines|fields|themes|topics|criteri(?:a|on)|strands|elements|headings|domains|sections|subjects|counts)";
    private const string Some = @"(?:just |only |another |a further |(?<noun>the other |the remaining |the last |the final )|a total of )?" + Numbers.Count;

    [GeneratedRegex($@"\b{Grade}(?: grades?| ratings?| marks?| judge?ments?)?(?: by [\w'& ]{{3,60}}?)?,? (?:in|at|for|across|on|against|under|over) {Some}\b(?! per ?cent| years?| months?| days?| hours?)(?: (?:other|further|more|(?:out )?of (?:the |its |all )?{Numbers.Count}|of (?:the|its|these) (?:\w+ ){{0,2}}|key|different|more|remaining|core|main|graded|inspected))*(?: {Noun}\b)?"
        + $@"|\b{Some} (?:(?:other|further|key|different|of (?:the |its )?(?:\w+ )?|core|graded) ?){{0,2}}(?:{Noun}(?: |(?=,)))?(?:, [^;.]{{3,90}}?, )?(?:(?:it|did|enough|called|came out|scored|judged to be|the|force|service|brigade|constabulary|they|was|were|are|is|as|being|got|had|has|have|been|rated|graded|judged|deemed|assessed|considered|described|said|held|branded|rating|grade|given|found|to|be|a|an|marked|needing|in need of|classed|that|which|still|now|also) )+(?:as )?{Grade}"
        + $@"|\b{Some} (?:(?:other|further|key|more|different|core|of (?:the |its )?(?:\w+ )?) ?)?{Noun} (?:(?:that|which|all|both|each|still|also|now) )*(?:require|requires|required|need|needs|needed) improvement"
        + $@"|\b(?:rank|rat|grad|judg|mark|scor|found|assess|brand)\w* {Some} (?:(?:out )?of (?:the |its )?(?:\w+ )?)?{Noun}(?: of (?:its |the )?\w+)? (?:as |to be )?{Grade}"
        + $@"|\b(?!an? ){Some} (?:(?<noun>grades?|ratings?|judge?ments?|marks?|gradings?) )?of {Grade}(?=,| and|\.|;|$|['""])"
        + $@"|\b{Some} {Grade}(?: (?:grades?|ratings?|judg(?:e?ments?)|marks?))?(?= grade| rating| judg|,| and|\.|$|['""])"
        + $@"|\b{Grade}(?: \(|: )(?:{Some} {Noun}\b|\d{{1,2}}\b(?! ?%| per))\)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
