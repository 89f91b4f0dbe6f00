using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents;

/// <summary>Whether what a sentence says at a place is said to be so: not denied, not long over, not only possible.</summary>
internal static partial class Mood
{
    /// <summary>Denied, where the denial stands in front of it in the same clause.</summary>
    public static bool IsDenied(Sentence sentence, Span at)
    {
        var clause = Clause(sentence.Text, at, Clauses());
        var before = sentence.Text[clause.Start..at.Start];
        return Denials().Matches(before).Any(match => !BrokenOff().IsMatch(before[(match.Index + match.Length)..]))
            || DeniedAfter().IsMatch(sentence.Text[at.End..clause.End]);
    }

    /// <summary>Said of an earlier time.</summary>
    public static bool IsPast(Sentence sentence, Span at, Reading reading)
    {
        // What an aside says of another time is of the aside alone.
        var all = Asides.Without(sentence.Text, at);
        var region = Clause(all, at, Contrasts());
        var text = all[region.Start..region.End];
        var (before, after) = (all[region.Start..at.Start], all[at.End..region.End]);
        return IsUnderThePast(sentence, reading) || Earlier().IsMatch(reading.IsMinutes ? Reported().Replace(before, " ") : before) || EarlierAfter().IsMatch(after) || From().IsMatch(sentence.Text[Math.Max(0, at.Start - 60)..at.Start])
            || (reading.NamesOlderProgramme(text) is true)
            || Rounds.IsOlder(text, reading) || (WhenInspected().Match(after) is { Success: true } visit && int.Parse(visit.Groups["year"].Value, System.Globalization.CultureInfo.InvariantCulture) < reading.Year) || SetBefore().IsMatch(before) || IsOvertaken(sentence, reading)
            || (reading.Year is { } now && (!Fieldwork().IsMatch(text) || Outset().IsMatch(text)) && (YearIn().Matches(before).Concat(YearAfter().Matches(after).Take(1)))
                .Any(match => int.Parse(match.Groups["year"].Value, System.Globalization.CultureInfo.InvariantCulture) < now));
    }

    /// <summary>Said of somebody else beside whom the body is put: "Unlike Kent Police, which left Engage in May, it has …".</summary>
    public static bool IsCompared(Sentence sentence, Span at) => Compared().IsMatch(sentence.Text[..at.Start]);

    [GeneratedRegex(@"\b(?:unlike|(?:in contrast|compared|by comparison) (?:to|with)|as opposed to) [^,;]{3,70},? (?:(?:which|who)\b|(?:rated|graded|judged|branded|found|itself)\b)[^,;]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Compared();

    /// <summary>Possible, feared, hoped for, asked, or the meaning of a word.</summary>
    public static bool IsOnlyPossible(Sentence sentence, Span at)
    {
        var region = Clause(sentence.Text, at, Contrasts());
        var before = sentence.Text[region.Start..at.Start];
        return sentence.Text.EndsWith('?') || Possible().IsMatch(before) || Inverted().IsMatch(before) || PossibleAfter().IsMatch(sentence.Text[at.End..region.End]) || Meaning().IsMatch(sentence.Text);
    }

    /// <summary>The stretch around a place between two dividing words.</summary>
    private static Span Clause(string text, Span at, Regex divider)
    {
        var (start, end) = (0, text.Length);
        foreach (var match in divider.Matches(text).Cast<Match>())
        {
            if (match.Index + match.Length <= at.Start)
            {
                start = match.Index + match.Length;
            }
            else if (match.Index >= at.End)
            {
                end = match.Index;
                break;
            }
        }

        return new(start, end);
    }

    // A turn to something else, which ends what was said of another time or of a possibility.
    [GeneratedRegex(@"; |,? but (?:now |this time )?|,? (?:however|whereas|while|although|though|instead|yet),? |^(?:although|though|while|whereas|despite)\b[^,]{0,160}, |, (?:it |the force |the service )?(?:is |was |are |has )?now |,? and (?:it |the force |the service )?(?:is |was |are |has )?now |, and (?=in (?:19|20)\d\d\b)|: ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Contrasts();

    // A clause of its own has a verb of its own.
    [GeneratedRegex(@"; |,? but |,? (?:however|whereas|while|although|though|instead|yet),? |: |, (?=(?:and |which |who |it |they |the (?:force|service|report|inspectorate) |inspectors |inspectorate |he |she )+(?:\w+ )?(?:was|were|is|are|has|have|had|rated|graded|judged|found|received|got|said)\b)|, and (?=[A-Z][\w&'-]+(?: (?:and |& )?[A-Z][\w&'-]+){0,6} (?:was|were|is|are|has|remains?|stays?)\b)| and (?=(?:it |the force |the service |they )?(?:was|were|is|are|has|have|had|rated|graded|judged|found|received)\b)|^(?:although|though|while|whereas|despite)\b[^,]{0,160}, ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clauses();

    [GeneratedRegex(@"\b(?:not(?! only\b| just\b)|n't|never|no(?= (?:force|service|area|one|part|police|evidence|aspect|grade|judg|plan|cause|new|further|other|formal|accelerated|decision|suggestion|intention)\b| ?$)|none|neither|nor|cannot|without|avoid(?:s|ed|ing)?|escap(?:e|es|ed|ing)|rather than|instead of|far from|short of|stopp(?:ed|ing) short of|ruled out|rul(?:es|ing) out|den(?:y|ies|ied)|yet to be|fail(?:s|ed|ing)? to (?:achieve|reach|secure|earn|get|win|gain)|narrowly missed|missed out on|lack(?:s|ed)? (?:an?|any)|declined to|refused to|decided against|opposed?|wrong(?:ly)? to)\b|n't\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Denials();

    // After which a denial no longer reaches: "did not improve and is inadequate" has a clause of its own, "not good enough" was no denial.
    [GeneratedRegex(@"\b(?:which|that|who) (?:was|were|is|are|has|have)\b|\bbecause\b|\bso\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BrokenOff();

    [GeneratedRegex(@"^['"")]{0,2} (?:grades?|ratings?|judg(?:e?ments?)|marks?)? ?(?:was|were|is|are|has|have|had|did|does)(?: not|n't) (?:been )?(?:given|awarded|graded|issued|achieved|made|recorded|identified|raised|open)\b|^[^;.]{0,80} (?:is|are|was|were) (?:simply |entirely |quite |wholly )?(?:untrue|false|not true|wrong|incorrect|unfounded|mistaken)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeniedAfter();

    [GeneratedRegex(@"\b(?:previously|formerly|once|in the past|back in|(?:at|in|during|after|since|following) (?:the|its|our|their|his|an?) (?:last|previous|earlier|prior|former|preceding) (?:\w+ ){0,2}(?:inspection|report|assessment|review|visit|round|audit)|last time|(?:previous|earlier|prior|former|last) (?:\w+ ){0,2}(?:inspection|inspections|report|assessment|grade|grades|rating|ratings|judg(?:e?ment)s?|audit)|used to|had (?:previously |earlier |already |once |also )?(?:been |received |achieved |graded |rated |judged )|(?:\w+|\d+) years? (?:ago|earlier|before)|at (?:that|the) time|(?:in|during|at) that (?:year|inspection|report|round|assessment)|was then|(?:last|previous) year(?:'s)? (?:report |inspection |it |the |they |inspectors )|(?:was |were )?last (?:inspected|assessed|graded|visited)|originally|initially|historically)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Earlier();

    // Minutes put a step back in time whatever was said.
    [GeneratedRegex(@"\bhad (?:been |received |achieved |graded |rated |judged )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reported();

    [GeneratedRegex(@"^['"")]{0,2},? (?:(?:\w+ ){0,8}?(?:that |which )?(?:it|they) (?:was|were|had been) (?:first |last )?(?:given|awarded|graded|rated) (?:in|for) (?:\w+ )?20\d\d|(?:(?!(?:which|where|whose|whom|since) )\w+ ){0,14}?(?:(?:\w+|\d+) years? (?:ago|earlier|before)|(?:at|in|during) (?:the|its|our|their|an?) (?:last|previous|earlier|prior) (?:\w+ ){0,2}(?:inspection|report|assessment|round|audit|review)|last time|previously|(?:long|some time) ago|at (?:that|the) time))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EarlierAfter();

    // The first half of "from inadequate to good".
    [GeneratedRegex(@"\b(?:from|compared (?:with|to)|up on|down on|was previously|previously|formerly|rather than|against) (?:being |a |an |the |its |an? overall )?(?:previous |earlier )?(?:rated |graded |judged )?(?:grade of |rating of |judgment of )?(?:just |only |about |around |nearly |almost |more than |less than |over |under |some )*['""(]?$|\((?:was |previously |formerly |then )['""]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex(@"\b(?:in|since|during|for|of|from|its|the|our|their|that|last) (?:early |late |mid-|its |the |our |(?:january|february|march|april|may|june|july|august|september|october|november|december) )?(?<year>(?:19|20)\d\d)(?:'s)?\b(?![/-]\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YearIn();

    [GeneratedRegex(@"^['"")]{0,2},?(?: overall)?(?: (?:at|for|in) [^,;.]{3,60}?)? (?:back )?in (?:(?:january|february|march|april|may|june|july|august|september|october|november|december) )?(?<year>(?:19|20)\d\d)\b(?![/-]\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YearAfter();

    // "In the earlier round it was good. This time it was not."
    private static bool IsOvertaken(Sentence sentence, Reading reading) =>
        SetInTime().IsMatch(sentence.Text) && reading.ByBlock[sentence.Block] is var block && sentence.InBlock + 1 < block.Length && ThisTime().IsMatch(block[sentence.InBlock + 1].Text);

    // "What was said in 2014", "Earlier inspections": the whole section is history.
    private static bool IsUnderThePast(Sentence sentence, Reading reading) =>
        reading.HeadingOf(sentence.Block) is { } heading && (History().IsMatch(heading.Text)
            || (reading.Year is { } now && WentOn().Match(heading.Text) is { Success: true } then && int.Parse(then.Groups["year"].Value, System.Globalization.CultureInfo.InvariantCulture) < now));

    [GeneratedRegex(@"^(?:(?:our|the|its) )?(?:previous|earlier|past|prior|older|former) (?:inspections?|reports?|work|grades|judge?ments|results|rounds?|findings|history)\b|^(?:last time|history|background|looking back|the story so far|how we got here|timeline)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex History();

    [GeneratedRegex(@"\b(?:was|were|went|said|happened|found|did|told|looked|stood)\b.{0,60}\b(?:in|of|from|since|back in) (?:\w+ )?(?<year>(?:19|20)\d\d)\b(?![/-]\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WentOn();

    // "since 2022, when it was", "our 2019 inspection, when people was", "In 2019, by contrast, it was"
    [GeneratedRegex(@"\b(?:since|in|of|from|at|after|with|to|than|and|around|during|our|its|the) (?:\w+ ){0,3}(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?(?: (?:\w+ ){0,3}(?:inspection|report|assessment|review|audit))?,? (?:when|at which point|by contrast|by comparison)\b|\blast (?:year|month|summer|autumn|winter|spring),? when\b|\b(?:inspection|report|assessment|visit),? (?:\w+ ){0,6}(?:years?|months?) ago,? (?:when|it|the)\b|\b(?:which|who|that) (?:back )?in (?:\w+ )?(?:19|20)\d\d (?:was|were|had)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SetBefore();

    [GeneratedRegex(@"^(?:in|at|during|under|following|after|back in) [^,]{3,80}\b(?:19|20)\d\d\b|^(?:in|at|during) (?:the|its|our) (?:first|earlier|previous|last|\w+ round)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SetInTime();

    [GeneratedRegex(@"^(?:but )?(?:this time|now|since then|it has since|today|this year|in (?:the|this|our|its) (?:latest|current|new|most recent|present)|in this (?:inspection|report|round))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThisTime();

    // "… when we inspected it in 2018"
    [GeneratedRegex(@"^[^,;.]{0,80} when (?:we|inspectors|the inspectorate|HMICFRS|HMIC|they|it was) (?:first |last )?(?:inspected|visited|assessed|looked at) (?:it |them |the \w+ )?(?:back )?in (?:\w+ )?(?<year>(?:19|20)\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhenInspected();

    // The year in which inspectors looked is not the year of an older grade.
    [GeneratedRegex(@"\b(?:inspected|visited|carried out|conducted|fieldwork|took place|examined|between|looked at|reviewed|audited|inspection (?:in|of|during)|following (?:an|the|our) inspection)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fieldwork();

    [GeneratedRegex(@"\b(?:(?<!than (?:it|they|he|she) )could|might|may|would|(?<!\b(?:decided|agreed|ruled|determined|resolved|concluded)\b[^.;]{0,80})should(?! (?:not )?have)|if|unless|whether|in case|recommend(?:s|ed|ing)? (?:to [\w ]{2,40} )?that|(?:at|the|a) risk of (?:being|becoming|falling|getting|losing|an?|another)|at risk|(?:faces?|facing|faced) (?:being|the prospect)|threat(?:s|ens|ened|ening)?(?: of| to)?|prospect of|possib(?:le|ly|ility)|potential(?:ly)?|expected to|expects to|due to be considered|consider(?:s|ed|ing)? (?:placing|putting|moving|returning|removing|releasing|taking|whether)|call(?:s|ed|ing)? (?:for|on)|urg(?:e|es|ed|ing)|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|aspir\w+|want(?:s|ed)?|ambition|(?:on|its) (?:the )?(?:way|road|path|journey) to|striv\w+|work(?:s|ing)? towards?|target of|bid to|fear(?:s|ed)?|warn(?:s|ed)? (?:it|that|of)|speculat\w+|rumou?r\w*|ask(?:s|ed)? (?:for|to|why|whether|if|how|what)|(?:claims?|posts|rumours?|messages|suggestions|speculation|gossip)(?: (?:on|in) social media| online)? (?:that|saying|claiming|suggesting)|I (?:hear|suppose|suspect|imagine|wonder|doubt)|(?:we|our (?:article|report|story)|(?:the|an|our) (?:article|caption|headline|story|earlier version)) (?:also |wrongly |incorrectly |mistakenly )?(?:stated|described|claimed|wrote)|wishes to|seek(?:s|ing)? to|in order to|hypothetical\w*|suppos(?:e|es|ing)|imagine|say,|for example|eventually|one day|deserves?|aims?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Possible();

    [GeneratedRegex(@"^[^,;.]{0,40}\b(?:if|unless|should (?:it|the)|would (?:be|mean))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PossibleAfter();

    // "Had the force been graded inadequate, …"
    [GeneratedRegex(@"(?:^|[,:;] )(?:and |but |or )?(?:had|were) (?:the \w+|it|they|[A-Z][\w' -]{2,40}) (?:not )?(?:been|to be)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Inverted();

    // "In 2015 a third of the records we looked at": the year is that of the clause, unless inspectors came right then.
    [GeneratedRegex(@"^(?:back )?in (?:19|20)\d\d,? (?!.{0,25}\b(?:inspected|visited|carried out|conducted|took place|examined|looked at|reviewed|audited)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Outset();

    // A sentence about how grading and monitoring work is about nobody.
    [GeneratedRegex(@"\b(?:(?:grade|rating|judge?ment|category|term|phase|stage|measures|monitoring|engage|scan|this|concern)['""]? means that|is defined as|refers to|we use the (?:term|word)|(?:are|is) used (?:to|when|where)|can be (?:graded|rated|judged|placed|moved|put)|is the (?:highest|lowest|second|top|enhanced|default|stage|name|phase|term)(?! (?:to|rate|figure|since|so far|in|this|of any|recorded|published)\b)|are (?:graded|rated|judged) (?:as )?(?:either|from|on|using|against)|one of (?:four|five) (?:grades|ratings|judg)|(?:four|five)-point scale|(?:possible|available) (?:grades|ratings)|(?:grades|ratings) (?:are|available|range))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meaning();
}
