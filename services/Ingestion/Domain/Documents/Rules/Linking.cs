using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>Which areas of a sentence a grade is of: told by where they stand to each other and by what may not come between them, not by all the words that may.</summary>
internal static partial class Linking
{
    private const int FarthestAfter = 120, FarthestBefore = 140, FarthestInRow = 90, MostWordsInRow = 9;

    /// <summary>Each grade with its areas, in the order of the text; a grade without any has none.</summary>
    public static List<(GradeWord Grade, List<AreaWord> Areas)> Of(string text, List<GradeWord> grades, List<AreaWord> areas)
    {
        var asides = Asides.In(text);
        var linked = new List<(GradeWord Grade, List<AreaWord> Areas)>();
        var (taken, wasBefore) = (0, false);
        for (var i = 0; i < grades.Count; i++)
        {
            var grade = grades[i].At;
            var aside = asides.Find(one => one.Start <= grade.Start && grade.End <= one.End);
            // What is said in an aside neither bounds nor is bounded by what is said around it.
            var next = grades.Skip(i + 1).FirstOrDefault(other => !asides.Exists(one => one.Start <= other.At.Start && other.At.End <= one.End) || aside.Overlaps(other.At));
            var to = next.Grade is null ? text.Length : next.At.Start;
            var after = After(text, grade, areas.FindAll(area => area.At.Start >= grade.End && area.At.End <= to));
            var from = Math.Max(taken, LastBefore(grades, asides, aside, i));
            var before = Before(text, grade, areas.FindAll(area => area.At.Start >= from && area.At.End <= grade.Start), asides, wasBefore);
            if (after.Count > 0 && next.Grade is not null && IsOf(text, after[^1].At.End, next.At, asides, before.Count > 0)
                && After(text, next.At, areas.FindAll(area => area.At.Start >= next.At.End)).Count == 0 && (after.Count > 1 || before.Count > 0))
            {
                // "Good at preventing crime, responding to the public was inadequate": the last one belongs to the next grade.
                after.RemoveAt(after.Count - 1);
            }

            // "Preventing crime was graded good, as was its leadership"
            if (before.Count > 0 && after.Count > 0 && Too().IsMatch(text[grade.End..after[0].At.Start]))
            {
                after = [.. before, .. after];
            }

            wasBefore = after.Count == 0 && before.Count > 0;
            taken = after.Count > 0 ? after[^1].At.End : Math.Max(taken, aside == default ? 0 : taken);
            linked.Add((grades[i], after.Count > 0 ? after : before));
        }

        return linked;
    }

    private static int LastBefore(List<GradeWord> grades, List<Span> asides, Span aside, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (aside != default || !asides.Exists(one => one.Start <= grades[i].At.Start && grades[i].At.End <= one.End))
            {
                return grades[i].At.End;
            }
        }

        return 0;
    }

    private static List<AreaWord> After(string text, Span grade, List<AreaWord> areas)
    {
        if (areas.Count == 0)
        {
            return [];
        }

        // "The area that requires improvement is …", "the two in which it was rated good were …"
        var gap = text[grade.End..areas[0].At.Start];
        if (!(LeadsTo(gap) || (AreasThat().IsMatch(text[..grade.Start]) && Are().IsMatch(gap))))
        {
            return [];
        }

        return [areas[0], .. Row(text, areas).Skip(1)];
    }

    private static List<AreaWord> Before(string text, Span grade, List<AreaWord> areas, List<Span> asides, bool isElliptic)
    {
        if (areas.Count == 0 || !IsOf(text, areas[^1].At.End, grade, asides, isElliptic))
        {
            return [];
        }

        // "Which was" is of the last one, "all of which were" of every one.
        if (One().IsMatch(text[areas[^1].At.End..grade.Start]))
        {
            return [areas[^1]];
        }

        var first = areas.Count - 1;
        while (first > 0 && Joins(text, areas[first - 1].At.End, areas[first].At.Start))
        {
            first--;
        }

        return areas[first..];
    }

    private static IEnumerable<AreaWord> Row(string text, List<AreaWord> areas)
    {
        for (var i = 0; i < areas.Count && (i == 0 || Joins(text, areas[i - 1].At.End, areas[i].At.Start)); i++)
        {
            yield return areas[i];
        }
    }

    private static bool LeadsTo(string gap)
    {
        var plain = Given().Replace(Lowest().Replace(gap, ""), "").Replace(" was used of", " of", StringComparison.Ordinal);
        // What a colon announces may be described at length before it.
        if (plain.EndsWith(": ", StringComparison.Ordinal))
        {
            plain = ": ";
        }

        return plain.Length <= FarthestAfter && Opens().IsMatch(plain) && Turns().IsMatch(plain) && !Breaks().IsMatch(Harmless().Replace(plain, " "));
    }

    [GeneratedRegex(@"\b(?:areas?|aspects?|categor(?:y|ies)|ones?|two|three|four|five)(?: of (?:its work|policing))? (?:that|which|where|in which|for which)(?: [\w']+){0,6} ['""]?$|\bareas? (?:(?:found|said|graded|rated|judged|deemed|considered|assessed|marked|held)(?: [\w']+){0,3} )?['""]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AreasThat();

    [GeneratedRegex(@"^['"")]{0,2} (?:is|are|was|were)(?: in| its| their| the| how well it)*:? $", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Are();

    [GeneratedRegex(@"^['"")]{0,3}[,;]? (?:and )?(?:as (?:was|were|is|are|had|has|did|does)|so (?:was|were|is|are|too)|the others?|along with|together with|as well as|like(?:wise)?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Too();

    [GeneratedRegex(@"^['"")]{0,2}(?:;|\.?$)", RegexOptions.CultureInvariant)]
    private static partial Regex EndsItem();

    // "The efficiency with which the force works is outstanding"
    [GeneratedRegex(@"^ (?:with|in|by|to|through) which [^,;.]{3,70}(?= (?:is|was|are|were|requires?|required)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Carrying();

    // Is what ends at one place of the grade behind it?
    private static bool IsOf(string text, int end, Span grade, List<Span> asides, bool isElliptic)
    {
        var gap = Without(text, end, grade.Start, asides);
        if (gap.Length > FarthestBefore)
        {
            return false;
        }

        gap = Carrying().Replace(gap, "");
        // "Preventing crime, good; investigating crime, adequate"
        if (gap == ", " && EndsItem().IsMatch(text[grade.End..]))
        {
            return true;
        }

        return Copula().IsMatch(gap) || Another().IsMatch(gap) || Symbol().IsMatch(gap) || Relative().IsMatch(gap) || (Graded().IsMatch(gap) && !Subordinate().IsMatch(gap))
            || (gap.Trim(' ', '"', '\'') is "" or "as" && (isElliptic || char.ToLowerInvariant(text[grade.Start]) is 'r' or 'n' || Verdicts.In(text[..end])));
    }

    private static string Without(string text, int start, int end, List<Span> asides)
    {
        var gap = text[start..end];
        foreach (var aside in asides.Where(aside => aside.Start >= start && aside.End <= end).Reverse())
        {
            gap = gap[..(aside.Start - start)] + gap[(aside.End - start)..].TrimStart(',');
        }

        return gap;
    }

    private static bool Joins(string text, int end, int start)
    {
        var gap = text[end..start];
        return gap.Length <= FarthestInRow && (GoesOn().IsMatch(gap) || gap.Trim(' ') is "" or "(") && gap.Count(' ') <= MostWordsInRow && !Breaks().IsMatch(Harmless().Replace(gap, " "));
    }

    // What may follow a grade that is one: "inadequate at", "a good rating for", "inadequate: ", "adequate, including".
    [GeneratedRegex($@"^['"")]{{0,3}}(?: overall)?(?: (?:grade|grading|rating|mark|score|judge?ment|verdict|result|bracket|band|job|standard)s?)?(?: was used| goes| went| applie[sd]| was said| was true)?(?:[,:;]| -|$| (?:{Preposition}|by|overall|including|as|when|again|now|across|both|among)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opens();

    private const string Preposition = "at|in|for|on|over|across|with|around|about|regarding|concerning|of|towards?|under|within";

    [GeneratedRegex($@":|\B-\B|\b(?:{Preposition}|when|including|namely|among|(?:as|so) (?:was|were|is|are|had|has|did|does)|so too|the other(?:s)?|along|together|like(?:wise)?|as well as)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Turns();

    // Another clause, another time, another thing.
    [GeneratedRegex(@"\b(?:was|were|is|are|be|been|has|have|had|did|does|do|said|says|found|finds|told|but|although|though|while|whilst|whereas|however|because|since|after|before|if|despite|than|needs?|must|should|could|would|will|can|who|whose|so|yet|amid|according|prais\w*|commend\w*|criticis\w*|warn\w*|rais\w*|concerns?|recommend\w*|report|inspection|improvements?|progress|aspects? of|(?:19|20)\d\d)\b|n't\b|\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();

    // Verbs that belong to the naming of areas.
    [GeneratedRegex(@"\b(?:how (?:well |\w+ly )?(?:it|they|the \w+) (?:is|are|does|do)|(?:it|which) (?:is|are|does)|(?:as|so) (?:was|were|is|are|had|has|did|does)|so too|areas? (?:that|which) (?:was|were|is|are)|in the (?:latest|new|current|most recent|same|full)? ?(?:report|inspection))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();

    // "An inadequate grade was given for", "a good rating by inspectors for"
    [GeneratedRegex(@"(?<=^['"")]{0,3}(?: (?:grade|rating|mark|judge?ment|verdict)s?)?) (?:was|were|has been|have been|came|went) (?:given|awarded|handed|issued|made|recorded|received|earned|achieved|won)\b|(?<=^['"")]{0,3} (?:grades?|ratings?|marks?|judge?ments?|ones)) (?:is|are|was|were)(?= (?:for|in|at)\b)| by (?:the )?(?:inspectors|inspectorate|HMICFRS|HMIC|watchdog|police watchdog|(?:His|Her) Majesty's Inspectorate[^,;.]{0,70})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Given();

    [GeneratedRegex(@",? (?:which is |- )?(?:the|its) (?:lowest|worst|highest|best|second|top|bottom)[^,]{0,60}(?=,|$| (?:for|at|in)\b)| \([^)]{3,60}\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lowest();

    [GeneratedRegex(@"^['"")]{0,2},?(?: -)?(?:,? (?:where )?(?:it|they|the (?:police )?(?:force|service|brigade|constabulary)))?(?: (?:was|were|is|are|has|had|have|been|remains?|remained|also|all|both|still|now|only|merely|again|each|to|be|down|marked|being|as|currently|simply|too|just|found|an? area|areas|one of the areas|that|which|where it))+(?: a| an)? ['""(]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Copula();

    // "It treats the public fairly, another good"
    [GeneratedRegex(@"^['"")]{0,2}(?:,| -) (?:and )?(?:another|also|likewise|similarly|again|too|a (?:second|third|fourth|fifth|further)|one more|yet another) ['""(]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Another();

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
    [GeneratedRegex(@"\b(?:because|supervision|which|despite|after|so|said (?!to\b)|but|whereas|while|although|however|and (?:has|have|had))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Subordinate();

    [GeneratedRegex(@"^['"")]{0,3} ?(?:[,;&/(]|- |and\b|or\b|as well as\b|along with\b|together with\b|plus\b|in addition to\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GoesOn();
}
