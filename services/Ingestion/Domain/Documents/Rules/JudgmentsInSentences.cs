using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>A grade with its areas in one sentence: "inadequate at responding to the public", "its treatment of the public was rated good".</summary>
internal sealed partial class JudgmentsInSentences : IRule
{
    public IEnumerable<Candidate> Read(Reading reading) =>
        reading.Sentences.Where(sentence => sentence.Block.Kind != BlockKind.TableCell).SelectMany(sentence => In(sentence, reading));

    private static IEnumerable<Candidate> In(Sentence sentence, Reading reading)
    {
        var text = sentence.Text;
        var areas = AreaWords.In(text);
        var grades = GradeWords.In(text).Where(grade => !areas.Exists(area => area.At.Overlaps(grade.At))).ToList();
        if (grades.Count == 0 || (areas.Count == 0) || grades.Select(grade => grade.Grade).Distinct().Count() > areas.Count + Tallies.In(sentence).Count + 1)
        {
            yield break;
        }

        for (var i = 0; i < grades.Count; i++)
        {
            var (from, to) = (i == 0 ? 0 : grades[i - 1].At.End, i + 1 < grades.Count ? grades[i + 1].At.Start : text.Length);
            var linked = After(text, grades[i].At, i + 1 < grades.Count ? grades[i + 1].At : null, areas.FindAll(area => area.At.Start >= grades[i].At.End && area.At.End <= to)) is { Count: > 0 } after ? after
                : Before(text, grades[i].At, areas.FindAll(area => area.At.Start >= from && area.At.End <= grades[i].At.Start));
            if (linked.Count == 0 || !Holds(sentence, grades[i].At, reading))
            {
                continue;
            }

            var subject = reading.SubjectAt(sentence, grades[i].At.Start);
            var sure = Confidence(sentence, grades[i].At);
            foreach (var area in linked.Where(_ => sure > 0))
            {
                var quote = new Span(Math.Min(area.At.Start, grades[i].At.Start), Math.Max(area.At.End, grades[i].At.End));
                foreach (var candidate in sentence.Claim(reading, quote, subject, CandidateKind.Judgment, "judgment.area-in-sentence", sure, with => with with
                {
                    Area = Named(area.Area, sentence, reading), Grade = grades[i].Grade, Programme = ProgrammeLabels.In(text) ?? reading.Programme,
                }))
                {
                    yield return candidate;
                }
            }
        }
    }

    // Under the heading of an area "operating efficiently" is that area; the pillars were given up after 2019.
    private static string Named(string area, Sentence sentence, Reading reading) =>
        area is "Effectiveness" or "Efficiency" or "Legitimacy" && reading.HeadingOf(sentence.Block) is { } heading && AreaWords.Whole(heading.Text) is { } above ? above : area;

    /// <summary>Is a grade at that place said to be so, now, and of somebody?</summary>
    internal static bool Holds(Sentence sentence, Span grade, Reading reading) =>
        !Mood.IsDenied(sentence, grade) && !Mood.IsPast(sentence, grade, reading) && !Mood.IsOnlyPossible(sentence, grade);

    private static List<AreaWord> After(string text, Span grade, Span? next, List<AreaWord> areas)
    {
        if (areas.Count == 0 || !LinkAfter().IsMatch(text[grade.End..areas[0].At.Start]))
        {
            return [];
        }

        var linked = new List<AreaWord> { areas[0] };
        foreach (var area in areas.Skip(1).TakeWhile(area => Joins(text, linked[^1].At.End, area.At.Start)))
        {
            linked.Add(area);
        }

        // "Good at preventing crime, responding to the public was inadequate": the last one belongs to the next grade.
        if (linked.Count > 1 && next is { } other && IsLinkBefore(text[linked[^1].At.End..other.Start], text[other.Start..other.End]))
        {
            linked.RemoveAt(linked.Count - 1);
        }

        return linked;
    }

    private static List<AreaWord> Before(string text, Span grade, List<AreaWord> areas)
    {
        if (areas.Count == 0 || !(IsLinkBefore(text[areas[^1].At.End..grade.Start], text[grade.Start..grade.End]) || Relative().IsMatch(text[areas[^1].At.End..grade.Start])))
        {
            return [];
        }

        var linked = new List<AreaWord> { areas[^1] };
        // "Which was" is of the last one, "all of which were" of every one.
        var isOfLast = One().IsMatch(text[areas[^1].At.End..grade.Start]);
        for (var i = areas.Count - 2; i >= 0 && !isOfLast && Joins(text, areas[i].At.End, linked[^1].At.Start); i--)
        {
            linked.Add(areas[i]);
        }

        return linked;
    }

    private static bool IsLinkBefore(string between, string grade) =>
        between.Length <= 90 && (Copula().IsMatch(between) || Symbol().IsMatch(between)
            || (between.Trim(' ', '"', '\'') is "" && char.ToLowerInvariant(grade[0]) is 'r' or 'n')
            || (Graded().IsMatch(between) && !Subordinate().IsMatch(between)));

    private static bool Joins(string text, int end, int start) => start - end <= 60 && List().IsMatch(text[end..start]);

    private static decimal Confidence(Sentence sentence, Span grade)
    {
        var before = sentence.Text[..grade.Start];
        return Verdicts.In(sentence.Text) ? 0.9m
            : People().IsMatch(before) ? 0
            : sentence.Block.Kind is BlockKind.Heading or BlockKind.ListItem ? 0.8m
            : 0.75m;
    }

    private const string By = @"(?: by (?:the )?(?:inspectors|inspectorate|HMICFRS|HMIC|watchdog|police watchdog|(?:His|Her) Majesty's Inspectorate[^,;.]{0,70}))?";

    [GeneratedRegex($@"^['"")]{{0,3}}(?: overall| grades?| ratings?| marks?| judg(?:e?ments?)| verdicts?)*{By}(?:,? - [^-]{{3,60}} -|, the (?:lowest|worst|highest|best|second|top|bottom)[^,]{{0,60}},| \([^)]{{3,60}}\))?(?:(?::| -|,? including|,? namely) |,? (?:(?:at|in|for|on|when|with|over|across|around|about|regarding|concerning) )+)"
        + $@"(?:(?:both|either|how|well|its|the|their|each of|terms of|relation to|respect of|areas?|just|only|of|such|as|like|including|namely|categor(?:y|ies)|disciplines?|it|comes?|came|to|key|performance|work|handling|job|doing|way|that|in|which|effectiveness|approach|(?:force|service|constabulary|brigade)'s|ability|efforts?|at|two|three|four|five|six|seven|eight|nine|ten|out|of|one|other|further|more|following|:|-|,) ?)*(?:['""(])?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LinkAfter();

    [GeneratedRegex(@"^['"")]{0,2},?(?: -)?(?: (?:was|were|is|are|has|had|have|been|remains?|remained|also|all|both|still|now|only|merely|again|each|to|be|being|as|currently|simply))+(?: a| an)? ['""(]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Copula();

    [GeneratedRegex(@"^['"")]{0,2} ?(?:[:|(=]|-|\.{2,})+ ?['""(]?$")]
    private static partial Regex Symbol();

    [GeneratedRegex($@"\b(?:{Verdicts.Verb})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Graded();

    // "…, all of which were found to be inadequate", "…, which were both graded good", "… - all three require improvement"
    [GeneratedRegex($@"^['"")]{{0,2}}[,;]?(?: -)? (?:and |but )?(?:(?:which|that|who|these|those)(?: areas)? (?=(?:were|was|are|is|have|has|all|both|each|require|need)\b)|(?:all|both|each|every one|neither of them)(?: (?:two|three|four|five|six|seven|eight|nine))?(?: (?:of )?(?:which|these|them|those|the areas|areas))? )(?:(?:{Verdicts.Verb}|all|both|each|were|was|are|is|have|has|had|been|be|being|to|as|also|now|again|still|by|inspectors|the|inspectorate|HMICFRS|watchdog|a|an|areas?|where|it|that) )*['""(]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Relative();

    [GeneratedRegex(@"^['"")]{0,2},? (?:which|that) (?:was|is|has)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex One();

    // Something else has come between the area and the grade.
    [GeneratedRegex(@"\b(?:because|supervision|which|despite|after|so|said)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Subordinate();

    [GeneratedRegex(@"^['"")]{0,2}(?:,|;|&|\(|\)|and|or|as well as|along with|plus|also|at|in|for|on|when|the|its|how|well|it|both|to|of|way|their|(?:force|service)'s| |'|"")*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex List();

    // Of people, "good at" is praise and no grade.
    [GeneratedRegex(@"\b(?:we|we're|i|officers|staff|detectives|teams?|supervisors|people|they|someone|anyone)\b(?!') ?(?:are|were|is|am|was|have been)? ?(?:\w+ )?['""]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex People();
}
