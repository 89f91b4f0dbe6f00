using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>A line with an area and its grade, a list of areas under a grade, and a grade under the heading of its area.</summary>
internal sealed partial class JudgmentsInLists : IRule
{
    private const int LongestLine = 160;

    public IEnumerable<Candidate> Read(Reading reading)
    {
        Sentence? lead = null;
        GradeWord? leading = null;
        Sentence? above = null;
        var lines = reading.Blocks.Where(block => block.Kind != BlockKind.TableCell && reading.ByBlock.ContainsKey(block))
            .Select(block => Sentence.OfBlock(reading.Document.Text, block)).OfType<Sentence>().ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, block) = (lines[i], lines[i].Block);
            var (areas, grade) = (AreaWords.In(line.Text), GradeWords.Whole(line.Text));
            if (grade is not null)
            {
                // A question may stand above its grade as a line like any other.
                var label = IsAbove(lines, i) ? null : above?.Text.EndsWith('?') is true && reading.IsRightBelow(above.Block, block) ? above : reading.HeadingOf(block);
                above = null;
                if (label is { } heading && Graded.By(heading.Text, reading) is { } graded)
                {
                    foreach (var candidate in Claim(reading, line, graded.Area, grade, line.Whole, graded.Area is null ? "judgment.overall" : "judgment.grade-under-heading", 0.9m))
                    {
                        yield return reading.IsRightBelow(heading.Block, block) ? candidate.From(heading.Start(0), reading) : candidate;
                    }

                    continue;
                }

                (lead, leading) = (line, new(line.Whole, grade));
                continue;
            }

            above = line;
            // "Requires improvement: investigating crime; managing offenders"
            if (line.Text.IndexOf(':', StringComparison.Ordinal) is > 0 and < 30 and var colon && GradeWords.Whole(line.Text[..colon].TrimStart('•', '-', ' ')) is { } before
                && !GradeWords.In(line.Text).Any(other => other.At.Start > colon && !areas.Exists(area => area.At.Overlaps(other.At))))
            {
                foreach (var candidate in areas.Where(area => area.At.Start > colon).SelectMany(area => Claim(reading, line, area.Area, before, area.At, "judgment.areas-after-grade", 0.85m)))
                {
                    yield return candidate;
                }

                (lead, leading) = (null, null);
                continue;
            }

            if (leading is { } said && lead is not null && (block.Kind == BlockKind.ListItem || line.Text.Length < 80 || Leftover(line.Text, areas) < line.Text.Length / 8)
                && areas.Count > 0 && Leftover(line.Text, areas) <= Math.Max(12, line.Text.Length / 3) && !GradeWords.In(line.Text).Any(other => !areas.Exists(area => area.At.Overlaps(other.At))))
            {
                foreach (var candidate in areas.SelectMany(area => Claim(reading, line, area.Area, said.Grade, area.At, "judgment.area-in-list", 0.85m, lead)))
                {
                    yield return candidate;
                }

                continue;
            }

            // What no programme has as an area stands in the list as one all the same.
            if (lead is not null && leading is { } listed && block.Kind == BlockKind.ListItem && areas.Count == 0 && OfDoing().IsMatch(line.Text))
            {
                foreach (var candidate in Claim(reading, line, line.Text.Trim(' ', '•', '-', '*', ';', '.'), listed.Grade, line.Whole, "judgment.area-in-list", 0.7m, lead))
                {
                    yield return candidate;
                }

                continue;
            }

            if (Overall(line.Text) is { } whole)
            {
                foreach (var candidate in Claim(reading, line, Graded.Whole(reading), whole, line.Whole, "judgment.overall", 0.85m))
                {
                    yield return candidate;
                }

                (lead, leading) = (null, null);
                continue;
            }

            leading = Lead(line, areas, reading);
            lead = leading is null ? null : line;
            if (leading is null && line.Text.Length <= LongestLine && areas is [var one] && Beside(line.Text, one) is { } beside)
            {
                foreach (var candidate in Claim(reading, line, one.Area, beside, line.Whole, "judgment.area-beside-grade", 0.85m))
                {
                    yield return candidate;
                }
            }
            else if (areas is not [_] && Labelled(line, reading) is { } labelled && ((i > 0 && Labelled(lines[i - 1], reading) is not null) || (i + 1 < lines.Count && Labelled(lines[i + 1], reading) is not null)))
            {
                foreach (var candidate in Claim(reading, line, labelled.Label, labelled.Grade, line.Whole, "judgment.area-beside-grade", 0.75m))
                {
                    yield return candidate;
                }
            }
        }
    }

    // Lines of grades and of areas, one after the other: whichever comes first leads.
    private static bool IsAbove(List<Sentence> lines, int at)
    {
        static bool IsGrade(Sentence line) => GradeWords.Whole(line.Text) is not null;
        static bool IsOne(Sentence line) => IsGrade(line) || (line.Block.Kind == BlockKind.Heading && AreaWords.Whole(line.Text) is not null);
        var (first, last) = (at, at);
        while (first > 0 && IsOne(lines[first - 1]))
        {
            first--;
        }

        while (last + 1 < lines.Count && IsOne(lines[last + 1]))
        {
            last++;
        }

        return last > at && IsGrade(lines[first]) && !IsGrade(lines[last]);
    }

    // "Planning for the future", with no verb that would make a sentence of it.
    [GeneratedRegex(@"^[•*-]? ?(?!(?:During|Following|According|Being|Having|Including|Nothing|Something|Everything)\b)(?:[A-Z][a-z]+ing|How (?:well|effectively|efficiently)?) (?!.*\b(?:is|are|was|were|has|have|had|will|should|must|can|could|n't|not)\b)[^.:!?]{4,80}[.;]?$", RegexOptions.CultureInvariant)]
    private static partial Regex OfDoing();

    // "Overall judgment: good"
    private static string? Overall(string line) =>
        line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && Graded.IsWhole(line[..colon]) ? GradeWords.Whole(line[(colon + 1)..].Trim(' ', '.')) : null;

    // "The force was graded inadequate at:", "Areas rated good", "Good:"
    private static GradeWord? Lead(Sentence line, List<AreaWord> areas, Reading reading) =>
        areas.Count == 0 && GradeWords.In(reading.ByBlock[line.Block][^1].Text).ToList() is [var only]
            && (line.Text.EndsWith(':') || (line.Block.Kind == BlockKind.Heading && line.Text.Length < 60 && Verdicts.In(line.Text)))
            && JudgmentsInSentences.Holds(reading.ByBlock[line.Block][^1], only.At, reading)
            ? only : null;

    // "Responding to the public Inadequate", as the lines of a table come out of a PDF file.
    private static string? Beside(string line, AreaWord area) =>
        line[..area.At.Start].Trim(' ', '•', '-', '|', '*') is "" && GradeWords.Whole(line[area.At.End..].Trim(' ', '|', '-', ':', '.')) is { } grade ? grade
        : line[area.At.End..].Trim(' ', '.', '|', ';') is "" && GradeWords.Whole(line[..area.At.Start].Trim(' ', '|', '-', ':', '•', '*')) is { } before ? before
        : null;

    // One of several lines in a row with a label and a grade; no programme need know the label.
    private static (string Label, string Grade)? Labelled(Sentence line, Reading reading) =>
        line.Text.Length <= LongestLine && Label().Match(line.Text) is { Success: true } match && GradeWords.Whole(match.Groups["grade"].Value) is { } grade
            && !reading.ByBlock[line.Block].Any(part => reading.MentionsIn(part).Any(mention => mention.Kind != MentionKind.Back)) ? (match.Groups["label"].Value, grade) : null;

    [GeneratedRegex(@"^[•*-]? ?(?<label>[A-Z][^:|]{3,110}?)(?: ?[:|]| -| \(|\.{3,}) ?(?<grade>[^:|()]{4,26}?)\)?[.;]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    private static int Leftover(string text, List<AreaWord> areas) => text.Length - areas.Sum(area => area.At.End - area.At.Start);

    private static IEnumerable<Candidate> Claim(Reading reading, Sentence line, string? area, string grade, Span quote, string rule, decimal sure, Sentence? lead = null)
    {
        var first = reading.ByBlock[(lead ?? line).Block][0];
        return line.Claim(reading, quote, reading.SubjectAt(first, first.Text.Length), CandidateKind.Judgment, rule, sure, with => with with
        {
            Area = area, Grade = grade, Programme = reading.Programme,
        });
    }
}
