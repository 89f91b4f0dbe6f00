using System.Text.RegularExpressions;
using Oversight.Core;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>Causes of concern raised, raised early, still open or closed.</summary>
internal sealed partial class Causes : IRule
{
    private const string Accelerated = "cause.accelerated", Raised = "cause.raised", Revisited = "cause.revisited", Open = "cause.open", Closed = "cause.closed";

    private const decimal Described = 0.72m;

    private const int Short = 60;

    public IEnumerable<Candidate> Read(Reading reading)
    {
        var found = reading.Sentences.Where(sentence => sentence.Block.Kind != BlockKind.TableCell).SelectMany(sentence => In(sentence, reading)).ToList();
        // In a letter that closes the causes, when they were raised is history, unless it says so to the day.
        if (found.Exists(cause => cause.Rule == Closed))
        {
            found.RemoveAll(cause => cause.Rule is Raised or Accelerated && cause.Date is { Precision: < 3 } raised && reading.Dated is { } dated && raised.OnOrBefore(dated.First.AddDays(-1)) == Answer.Yes);
        }

        return found.Where(cause => !found.Exists(other => IsSaidBy(cause, other)));
    }

    // The same cause again, with less about it or further down.
    private static bool IsSaidBy(Candidate cause, Candidate other)
    {
        if (ReferenceEquals(cause, other) || cause.Body != other.Body || !(cause.Rule == other.Rule || (cause.Rule == Raised && other.Rule == Accelerated)))
        {
            return false;
        }

        // The cause in its own words says more than that there is one.
        if ((cause.Confidence, other.Confidence) is (_, Described) or (Described, _) && (cause.Area is null || cause.Area == other.Area || cause.Confidence == Described))
        {
            return other.Confidence == Described && (cause.Confidence != Described || (cause.Area == other.Area && other.Start < cause.Start && cause.Area is not null));
        }

        var same = cause.Area == other.Area && cause.Rule == other.Rule;
        return same ? Weight(other) > Weight(cause) || (Weight(other) == Weight(cause) && other.Start < cause.Start)
            : cause.Area is null || (cause.Area == other.Area && other.Rule == Accelerated);
    }

    private static int Weight(Candidate cause) => (cause.Date is null ? 0 : 1) + (cause.Confidence > 0.75m ? 2 : 0);

    private static IEnumerable<Candidate> In(Sentence sentence, Reading reading)
    {
        var text = sentence.Text;
        if (Below(sentence, reading) is { } below)
        {
            var areas = AreaWords.In(below.Text);
            foreach (var candidate in Claim(below, below.Whole, Raised, Described, areas is [var only] ? only.Area : null, reading))
            {
                yield return candidate;
            }

            yield break;
        }

        if (Met().Match(text) is { Success: true } met && !Label().IsMatch(text) && reading.Sentences.Any(other => Label().IsMatch(other.Text))
            && !Mood.IsOnlyPossible(sentence, Span.Of(met)) && !Mood.IsDenied(sentence, Span.Of(met)))
        {
            foreach (var candidate in Claim(sentence, Span.Of(met), met.Groups["open"].Success ? Open : Revisited, 0.7m, null, reading))
            {
                yield return candidate;
            }

            yield break;
        }

        foreach (var label in Label().Matches(text).Cast<Match>())
        {
            var at = Span.Of(label);
            if (sentence.Block.Kind == BlockKind.Heading && text.Length < label.Length + 12)
            {
                continue;
            }

            // "Cause of concern: reviews of detention. The force …" says it in its own words.
            if (InItself().IsMatch(text) && at.Start <= 1 && sentence.Block.Kind != BlockKind.Heading)
            {
                var words = sentence.InBlock + 1 < reading.ByBlock[sentence.Block].Length && text.Length < Short ? reading.ByBlock[sentence.Block][sentence.InBlock + 1] : sentence;
                foreach (var candidate in Claim(sentence, at, Raised, Described, AreaWords.In(text[at.End..]) is [var about] ? about.Area : null, reading))
                {
                    yield return words == sentence ? candidate : candidate with { End = words.End(words.Text.Length), Quote = reading.Document.Text[candidate.Start..words.End(words.Text.Length)] };
                }

                yield break;
            }

            var isLoose = label.Groups["loose"].Success;
            var rule = StillOpen().IsMatch(text) ? Open
                : IsClosing().IsMatch(text) && !Mood.IsOnlyPossible(sentence, at) && !NotClosed().IsMatch(text) ? Closed
                : NotClosed().IsMatch(text) ? Open
                : Looking().IsMatch(text[at.End..]) || Progress().IsMatch(text[..at.Start]) ? Revisited
                : !(RaisingBefore().IsMatch(text[..at.Start]) || RaisingAfter().IsMatch(text[at.End..])) ? null
                : label.Groups["accelerated"].Success || Early().IsMatch(text) ? Accelerated
                : Raised;
            if (rule is null || (isLoose && rule == Raised && !Formal().IsMatch(text)) || Definition().IsMatch(text) || Mood.IsOnlyPossible(sentence, at)
                || (rule is Raised or Accelerated && (Mood.IsDenied(sentence, at) || (DateOf(sentence, at, rule, reading) is null && Mood.IsPast(sentence, at, reading))))
                || (rule == Closed && (Mood.IsDenied(sentence, at) || LongAgo().IsMatch(text))))
            {
                continue;
            }

            foreach (var item in rule is Raised or Accelerated ? Listed(sentence, reading) : [])
            {
                foreach (var candidate in Claim(item, item.Whole, rule, Described, AreaWords.In(item.Text) is [var about] ? about.Area : null, reading))
                {
                    yield return candidate;
                }
            }

            // Of several areas none is that of the cause; a heading says less than a sentence.
            var areas = AreaWords.In(text).FindAll(word => word.At.Start >= at.End || at.Start - word.At.End is >= 0 and < 12);
            foreach (var candidate in Claim(sentence, at, rule, sentence.Block.Kind == BlockKind.Heading ? 0.75m : 0.85m, areas is [var only] ? only.Area : null, reading))
            {
                yield return candidate;
            }

            yield break;
        }
    }

    private static IEnumerable<Candidate> Claim(Sentence sentence, Span at, string rule, decimal sure, string? area, Reading reading) =>
        sentence.Claim(reading, sentence.Whole, reading.SubjectAt(sentence, at.Start), CandidateKind.Cause, rule, sure, with => with with
        {
            Area = area ?? Titled(sentence.Text[at.End..]), Date = DateOf(sentence, at, rule, reading), Programme = ProgrammeLabels.In(sentence.Text),
        });

    // What no programme has as an area is the cause's title in the words of the sentence.
    private static string? Titled(string after) => Title().Match(after) is { Success: true } title ? title.Groups["title"].Value : null;

    [GeneratedRegex(@"^(?:(?:,? which (?:relates?|related) to| about| relating to| related to| in relation to| regarding| concerning| over| around)(?: how)?|: ?)(?: the (?:force|service|constabulary|brigade)'s| its| the)? ?(?<title>[a-zA-Z][^,.;:()""]{3,80}?)(?=[,.;:()""]|$| (?:and (?:has|have|will|was|were|is|are|we|it|the)|which|that|who|has|have|had|was|were|is|are|will|with \w+ recommendations?|in (?:its|the|our|this|\w+ 20\d\d|20\d\d)|on \d|because|after|since|following|when|remains?))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    // The date behind the cause, or the only one there is.
    private static PartialDate? DateOf(Sentence sentence, Span at, string rule, Reading reading)
    {
        var dates = DateWords.In(sentence.Text, reading.Dated).FindAll(date => !Due().IsMatch(sentence.Text[..date.At.Start]) && !(rule == Closed && RaisedThen().IsMatch(sentence.Text[..date.At.Start])));
        return dates.Find(date => date.At.Start >= at.End && date.At.Start - at.End < 40) is { Date: { } near } ? near : dates is [var only] ? only.Date : null;
    }

    // "We have issued three causes of concern:", and below it a list of them; or "… three causes of concern. They are:".
    private static IEnumerable<Sentence> Listed(Sentence sentence, Reading reading) =>
        !(sentence.Text.EndsWith(':') && sentence.InBlock + 1 == reading.ByBlock[sentence.Block].Length
            || reading.ByBlock[sentence.Block].Skip(sentence.InBlock + 1).ToList() is [var next] && TheyAre().IsMatch(next.Text)) ? []
        : reading.Blocks.Skip(reading.Blocks.IndexOf(sentence.Block) + 1).TakeWhile(block => block.Kind == BlockKind.ListItem && reading.ByBlock.ContainsKey(block))
            .Select(block => reading.ByBlock[block].FirstOrDefault(part => part.Text.Any(char.IsLetter))).OfType<Sentence>();

    // A report has a heading for each, and the cause itself below it.
    private static Sentence? Below(Sentence sentence, Reading reading)
    {
        if (!HeadingOnly().IsMatch(sentence.Text))
        {
            return null;
        }

        if (sentence.Block.Kind != BlockKind.Heading)
        {
            return sentence.InBlock + 1 < reading.ByBlock[sentence.Block].Length ? reading.ByBlock[sentence.Block][sentence.InBlock + 1] : null;
        }

        var next = reading.Blocks.IndexOf(sentence.Block) + 1;
        return next < reading.Blocks.Length && reading.ByBlock.TryGetValue(reading.Blocks[next], out var body)
            && reading.Blocks[next].Kind is BlockKind.Paragraph or BlockKind.ListItem && !Label().IsMatch(body[0].Text) && !None().IsMatch(body[0].Text)
            && reading.MentionsIn(body[0]).Any(mention => mention.Kind is MentionKind.Back or MentionKind.Named) ? body[0] : null;
    }

    [GeneratedRegex(@"\b(?<accelerated>accelerated )?(?:causes? of concern|(?<loose>causes? for concern))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    // "Two of the three recommendations have been met"
    [GeneratedRegex(@"\b(?:(?:all|both|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) (?:of )?(?:the |its |our |these )?(?:\w+ )?recommendations (?:have|has|had|are|were) (?:now |since |all |been )*(?:met|completed|fulfilled|achieved|discharged|closed|satisfied|implemented)|recommendations?(?: \d+)?,?(?: \w+){0,3} (?:has|have) (?:now |since |all |been )+(?:met|completed|fulfilled|achieved|discharged|closed|satisfied)|recommendations?(?: \d+)?(?: \w+){0,2} remains? (?<open>open|outstanding)|met (?:all|both|\w+) (?:of )?(?:the |its |our |these )(?:\w+ )?recommendations)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Met();

    [GeneratedRegex(@"^(?:they|these|the causes|the (?:two|three|four|five)) (?:are|were)(?: as follows)?:$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TheyAre();

    [GeneratedRegex(@"^(?:accelerated )?cause of concern(?: \d+)?(?::| -) ?[a-z]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InItself();

    [GeneratedRegex(@"\b(?:progress|improve(?:d|ments?)|advances?)\b[^.;]{0,40}\b(?:against|on|towards|in addressing|addressing|with|under) (?:this|the|these|its|our|each|both) (?:[\w-]+ ){0,2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Progress();

    [GeneratedRegex(@"^(?:accelerated )?causes? of concern(?: \d+)?[:.]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadingOnly();

    [GeneratedRegex(@"\b(?:clos(?:ed?|es|ing|ure)|discharg(?:ed?|es|ing)|sign(?:ed|ing)? off|lift(?:ed|ing|s)|resolved|addressed and|withdrawn|removed the|satisfied)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsClosing();

    [GeneratedRegex(@"\b(?:not (?:yet )?(?:been )?(?:fully )?(?:clos\w+|discharg\w+|resolved|lifted)|(?:unable|not ready|too (?:early|soon)) to (?:close|discharge)|until (?:it|they|the) [^.]{0,60}clos\w+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotClosed();

    [GeneratedRegex(@"\b(?:remain(?:s|ed|ing)?|still|stay(?:s|ed)?|left|keep(?:ing)?|kept|leaves) (?:\w+ ){0,3}?(?:open|outstanding|in place|unresolved)\b|\b(?:remaining|outstanding|open) (?:accelerated )?causes? of concern\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StillOpen();

    [GeneratedRegex(@"\baccelerated\b|\bahead of (?:the|its|our) (?:full |final )?(?:report|publication)|\b(?:earlier|sooner) than (?:usual|normal)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Early();

    // The act stands right in front of the cause, or behind it: "has issued two causes of concern", "two causes of concern were raised".
    [GeneratedRegex(@"\b(?:rais|issu|re-?issu|identif|giv|gave|found|finds|publish|set out|highlight|made|record|escalat|serv|receiv|hand|new|list|includ|result(?:ed|ing) in|led to|leading to|attract|flag|uncover|land|slapped|hit|left)\w*(?: [\w'&-]+){0,7} $|\b(?:has|have|had|with|is|are|includ\w+) (?:now )?(?:an?|one|two|three|four|five|six|seven|\d+|several|multiple|new|further|accelerated)(?: [\w-]+){0,3} $|^(?:\w+ ){0,2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RaisingBefore();

    [GeneratedRegex(@"^[^.;]{0,80}? (?:was|were|been|has been|have been|is being|being|are|is) (?:now |also |first |formally )?(?:rais|issu|identif|publish|set out|highlight|made|record|escalat|given|found)\w*|^,? (?:raised|issued|identified|given|published)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RaisingAfter();

    [GeneratedRegex(@"^[^.;]{0,60}? (?:was|were|has been|have been) (?:then |again |both |all )?(?:revisited|reviewed|re-?examined|followed up|re-?inspected|looked at|assessed|examined|considered)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Looking();

    [GeneratedRegex(@"\b(?:issu\w+|rais\w+|formal\w*|inspect\w+|HMICFRS)\b[^.]{0,50}\bcauses? for concern\b|\b(?:two|three|four|five|six|\d) (?:\w+ )?causes for concern\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Formal();

    [GeneratedRegex(@"\bwe (?:report|set out|describe|publish|issue) (?:any )?causes? of concern\b|\ba cause of concern (?:is|means|will|arises)\b|\bcauses of concern (?:are|mean|will|can)\b(?! (?:now |all )?(?:closed|discharged))|\b(?:will|always|normally|usually) (?:\w+ )?(?:be )?(?:accompan\w+|issue)\b|\b(?:if|when|where) (?:our|we|an|the) (?:inspections?|inspectors?|identify|find)\b|\bterm\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\b(?:long|some time|(?:\w+|\d+) years?) ago\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LongAgo();

    // When it was raised is not when it was closed.
    [GeneratedRegex(@"\b(?:issued|raised|identified|given|made|found|published|from|of|since|our|inspection)\b[^,;]{0,20}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RaisedThen();

    [GeneratedRegex(@"\b(?:by|until|before|no later than|due|which (?:was|were) first)\b[^,;]{0,20}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Due();

    [GeneratedRegex(@"^(?:none|no |there (?:are|is|were) no)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex None();
}
