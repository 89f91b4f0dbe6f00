using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>A grade whose area stands elsewhere: in the heading above, in the sentence before, in what the report is about; or that is of the whole.</summary>
internal sealed partial class JudgmentsWithoutArea : IRule
{
    public IEnumerable<Candidate> Read(Reading reading) =>
        from block in reading.Blocks
        where block.Kind is BlockKind.Paragraph or BlockKind.ListItem && reading.ByBlock.ContainsKey(block)
        from sentence in reading.ByBlock[block]
        from candidate in In(sentence, reading)
        select candidate;

    private static IEnumerable<Candidate> In(Sentence sentence, Reading reading)
    {
        var text = sentence.Text;
        var (grades, tallies) = (GradeWords.Given(text).ToList(), Tallies.In(sentence));
        if (grades.Count is 0 or > 2 || AreaWords.In(text) is { Count: > 0 } own && !own.TrueForAll(area => IsOfTheReport(area.Area, reading)))
        {
            yield break;
        }

        foreach (var grade in grades.Where(grade => !tallies.Exists(tally => tally.Overlaps(grade.At))))
        {
            var (before, after) = (text[..grade.At.Start], text[grade.At.End..]);
            var isVerb = grade.Grade == GradeWords.RequiresImprovement && Needing().IsMatch(before);
            if (!(Verdicts.LeadsTo(before) || Is().IsMatch(before) || isVerb) || !Ends().IsMatch(after) || !JudgmentsInSentences.Holds(sentence, grade.At, reading))
            {
                continue;
            }

            var (rule, area, sure) = Of(sentence, text, Verdicts.LeadsTo(before) || isVerb, reading);
            if (rule is null)
            {
                continue;
            }

            List<string?> areas = rule == Before && area is null ? [.. AreaWords.In(Previous(sentence, reading)).Select(word => word.Area).Distinct()] : [area];
            foreach (var candidate in areas.SelectMany(one => sentence.Claim(reading, sentence.Whole, reading.SubjectAt(sentence, grade.At.Start), CandidateKind.Judgment, rule, sure, with => with with
            {
                Area = one, Grade = grade.Grade, Programme = ProgrammeLabels.In(text) ?? reading.Programme,
            })))
            {
                yield return candidate;
            }
        }
    }

    private static (string? Rule, string? Area, decimal Sure) Of(Sentence sentence, string text, bool hasVerdict, Reading reading)
    {
        if (reading.HeadingOf(sentence.Block) is { } heading && AreaWords.Whole(heading.Text) is { } area && !Overall().IsMatch(text))
        {
            return ("judgment.area-in-heading", area, 0.8m);
        }

        if (sentence.InBlock > 0 && EveryOne().IsMatch(text) && AreaWords.In(Previous(sentence, reading)).Count > 1 && !GradeWords.In(Previous(sentence, reading)).Any())
        {
            return (Before, null, 0.7m);
        }

        if (!hasVerdict)
        {
            return default;
        }

        if (IsOfTheReport(AreaWords.Recording, reading))
        {
            return ("judgment.area-of-report", AreaWords.Recording, 0.75m);
        }

        if (sentence.InBlock > 0 && Again().IsMatch(text) && AreaWords.In(Previous(sentence, reading)) is [var before])
        {
            return (Before, before.Area, 0.7m);
        }

        return Overall().IsMatch(text) ? ("judgment.overall", null, 0.7m) : default;
    }

    private const string Before = "judgment.area-before";

    private static string Previous(Sentence sentence, Reading reading) => reading.ByBlock[sentence.Block][sentence.InBlock - 1].Text;

    [GeneratedRegex(@"^(?:in )?(?:all|both|each|these|those)(?: (?:of (?:these|those|them)|two|three|four|five|areas|were|are|was|of))*\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EveryOne();

    // A report on the recording of crime grades nothing else.
    private static bool IsOfTheReport(string area, Reading reading) =>
        area == AreaWords.Recording && (reading.Programme?.StartsWith("Crime", StringComparison.Ordinal)
            ?? reading.Sentences.Take(4).Any(sentence => Recording().IsMatch(sentence.Text)) || Recording().IsMatch(reading.Document.Title ?? ""));

    [GeneratedRegex(@"\b(?:is|was|are|were|remains|be)(?: an?| now| still)? ?['""]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Is();

    // "Each force requires improvement"
    [GeneratedRegex(@"\b(?:force|service|constabulary|brigade|police|it|they|forces|services|constabularies) (?:still |also |again )?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Needing();

    // A grade ends a clause; "inadequate supervision" is none.
    [GeneratedRegex(@"^['"")]{0,2}(?:[.,;:!]|$| -| (?:overall|grade|rating|judg(?:e?ment)|in (?:this|that|the) (?:area|inspection|report|latest)|by|for|at|in|and|but|after|following|because|on|with|as|when|this|across|over|due)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\boverall\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Overall();

    [GeneratedRegex(@"^(?:It|This|That|This area|Here|In this area|The force|They|Inspectors)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Again();

    [GeneratedRegex(@"\bcrime[- ](?:data[- ]integrity|recording)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Recording();
}
