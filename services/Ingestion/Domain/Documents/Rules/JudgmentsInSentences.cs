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
        var grades = GradeWords.Given(text).Where(grade => !areas.Exists(area => area.At.Overlaps(grade.At))).ToList();
        foreach (var (grade, known) in Linking.Of(text, Repeated(text, grades), areas))
        {
            var described = Described(sentence, grade.At, areas);
            var sure = Confidence(sentence, grade.At);
            if (known.Count + described.Count == 0 || sure < 0.5m || !Holds(sentence, grade.At, reading))
            {
                continue;
            }

            var subject = reading.SubjectAt(sentence, grade.At.Start);
            foreach (var area in described.Concat(known))
            {
                var isKnown = known.Contains(area);
                var quote = new Span(Math.Min(area.At.Start, grade.At.Start), Math.Max(area.At.End, grade.At.End));
                foreach (var candidate in sentence.Claim(reading, quote, subject, CandidateKind.Judgment, isKnown ? "judgment.area-in-sentence" : "judgment.other-area", isKnown ? sure : sure - 0.2m, with => with with
                {
                    Area = Named(area.Area, sentence, reading), Grade = grade.Grade, Programme = ProgrammeLabels.In(text) ?? reading.Programme,
                }))
                {
                    yield return candidate;
                }
            }
        }
    }

    // "Adequate at preventing crime, and the same for investigating it"
    private static List<GradeWord> Repeated(string text, List<GradeWord> grades) => grades.Count == 0 ? grades
        : [.. grades.Concat(Same().Matches(text).Where(same => same.Index > grades[0].At.End).Select(same => new GradeWord(Span.Of(same), grades.FindLast(grade => grade.At.End <= same.Index).Grade)))
            .OrderBy(grade => grade.At.Start)];

    [GeneratedRegex(@"\bthe same(?: (?:grade|rating|mark|judge?ment|verdict|word|was (?:true|said)))?(?= (?:for|of|at|was|goes|went|applie[sd]|in)\b|[;.,]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Same();

    // What no programme has as an area is one in the words of the sentence: "inadequate at keeping its detectives".
    private static List<AreaWord> Described(Sentence sentence, Span grade, List<AreaWord> areas) =>
        Doing().Match(sentence.Text, grade.End) is { Success: true } doing && doing.Index == grade.End && !areas.Exists(area => area.At.Overlaps(Span.Of(doing)))
            && (Verdicts.In(sentence.Text[..grade.Start]) || Is().IsMatch(sentence.Text[..grade.Start])) && doing.Groups["area"].Value is var words && !NoArea().IsMatch(words) && !DateWords.Years(words).Any()
            ? [new(Span.Of(doing.Groups["area"]), words.Trim(' ', '\'', '"'))]
        : sentence.Block.Kind == BlockKind.ListItem && areas.Count == 0 && Being().Match(sentence.Text) is { Success: true } being && being.Index + being.Length == grade.Start
            ? [new(Span.Of(being.Groups["area"]), being.Groups["area"].Value)] : [];

    // Under the heading of an area "operating efficiently" is that area; the pillars were given up after 2019.
    private static string Named(string area, Sentence sentence, Reading reading) =>
        area is "Effectiveness" or "Efficiency" or "Legitimacy" && reading.HeadingOf(sentence.Block) is { } heading && GradeWords.Whole(heading.Text[(heading.Text.LastIndexOf(':') + 1)..].Trim()) is null && AreaWords.Whole(heading.Text) is { } above ? above : area;

    /// <summary>Is a grade at that place said to be so, now, and of somebody?</summary>
    internal static bool Holds(Sentence sentence, Span grade, Reading reading) =>
        !Mood.IsDenied(sentence, grade) && !Mood.IsCompared(sentence, grade) && !Mood.IsPast(sentence, grade, reading) && !Mood.IsOnlyPossible(sentence, grade) && !Others().IsMatch(sentence.Text[..grade.Start]);

    // Who is no inspector grades nobody.
    [GeneratedRegex(@"\b(?:witness(?:es)?|campaigners?|campaign group|charit(?:y|ies)|unions?|federation|MPs?|councillors?|cllr|residents?|critics?|readers?|respondents|opposition|lawyers?|solicitors?|famil(?:y|ies)|relatives|mothers?|fathers?|neighbours|academics?|poll|survey|tracker|newspaper|coroner|judge|jury|tribunal|Victim Support|Liberty|Refuge)\b(?: [\w'-]+){0,6}? (?:called|calls|described|describes|branded|rated|rates?|labelled|dubbed|considered|considers?|think|thinks|thought|slammed|deemed|ranked|scored)\b(?! by)[^.;]{0,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    private static decimal Confidence(Sentence sentence, Span grade)
    {
        var before = sentence.Text[..grade.Start];
        return Job().IsMatch(sentence.Text[grade.End..]) && !Verdicts.In(before) ? 0
            : Verdicts.In(sentence.Text) ? (sentence.Block.Kind == BlockKind.Heading ? 0.8m : 0.9m)
            : People().IsMatch(before) && !sentence.Text.Contains("inspect", StringComparison.OrdinalIgnoreCase) && sentence.Text[grade.Start - 1 < 0 ? 0 : grade.Start - 1] is not ('\'' or '"') ? 0
            : sentence.Block.Kind is BlockKind.Heading or BlockKind.ListItem ? 0.8m
            : 0.75m;
    }

    // "A good job of" is a grade only as a verdict.
    [GeneratedRegex(@"^['""]? job\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Job();

    // Of people, "good at" is praise and no grade.
    [GeneratedRegex(@"\b(?:we|we're|i|officers|staff|detectives|teams?|supervisors|people|they|someone|anyone)\b(?!') ?(?:are|were|is|am|was|have been)? ?(?:\w+ )?['""]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex People();

    [GeneratedRegex(@"\G['"")]{0,3}(?: (?:grade|rating|mark|judge?ment)s?)?,? (?:at|in|for|on|when it comes to|with regard to|in terms of|in relation to) (?<area>(?:how (?:well |\w+ly )?(?:it|the)|the (?:way|quality|standard|handling|management|support|care|service)|its|\w+ing)\b[^,.;:()""]{3,90}?)(?=['""]?(?:[,.;:()""]|$| (?:but|though|although|while|whilst|whereas|after|because|since|following|despite|when|and (?:is|was|has|had|it|the|were|as|to|for|in|at|requir\w+|good|adequate|inadequate|outstanding))\b))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Doing();

    // In a list of what was looked at: "its planning for the future is good".
    [GeneratedRegex(@"^[•*-]? ?(?:its|their|the (?:force|service)'s) (?<area>[a-z][\w -]{4,70}?) (?:is|was|are|were|remains?) (?:also |now |still |rated |graded |judged )*['""]?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Being();

    [GeneratedRegex(@"\b(?:is|was|are|were|remains|be)(?: an?| now| still| also| both| only)? ?['""]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Is();

    // A reason, a time or a count.
    [GeneratedRegex(@"^(?:failing|being|having|not|missing|making|during|following|including|its (?:latest|last|most|new|first|second|recent|full|next|previous|overall|report|inspection|performance|part|size|area|category|core|key)|the (?:way|quality|standard) (?:forward|ahead)|everything|nothing|something|anything)\b|^\w+ing (?:it|them|this|that)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoArea();
}
