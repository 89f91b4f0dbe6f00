using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>Work that inspectors hold up for others: by their own label, by praise, or because it is new.</summary>
internal sealed partial class Practices : IRule
{
    // An announcement of good work is not one more, and what is praised stands in the sentence before "commended this work".
    public IEnumerable<Candidate> Read(Reading reading)
    {
        var found = All(reading).ToList();
        return found.Where(practice => !found.Exists(other => other != practice
            && ((other.Start <= practice.Start && practice.End <= other.End) || (practice.Rule != "practice.listed" && practice.Quote.Length < 60 && other.Start >= practice.End && other.Start - practice.End < 4))));
    }

    private static IEnumerable<Candidate> All(Reading reading)
    {
        foreach (var listed in Listed(reading))
        {
            yield return listed;
        }

        var below = BelowLabels(reading);
        foreach (var sentence in reading.Sentences.Where(sentence => sentence.Block.Kind is BlockKind.Paragraph or BlockKind.ListItem || (sentence.Block.Kind == BlockKind.Heading && InHeading().IsMatch(sentence.Text))))
        {
            var text = sentence.Text;
            var underLabel = sentence.InBlock == 0 && text.Length > 25 && below.Contains(sentence.Block);
            var (rule, match, sure) = Label().Match(text) is { Success: true } label ? ("practice.labelled", label, 0.85m)
                : Praise().Match(text) is { Success: true } praise ? ("practice.praised", praise, 0.8m)
                : Example().Match(text) is { Success: true } example ? ("practice.praised", example, 0.75m)
                : New().Match(text) is { Success: true } made ? ("practice.new", made, 0.7m)
                : default;
            underLabel |= sentence.InBlock == 0 && reading.Above(sentence) is { } above && below.Contains(above.Block) && Also().IsMatch(text) && reading.HeadingOf(sentence.Block) is { } heading && LabelAlone().IsMatch(heading.Text);
            if (rule is null && underLabel)
            {
                (rule, match, sure) = ("practice.under-label", Everything().Match(text), 0.8m);
            }

            if (rule is null || match is null || NoPractice().IsMatch(text) || (rule == "practice.praised" && OfResults().IsMatch(text[match.Index..])) || IsOfFigure(text, rule) || (rule == "practice.praised" && (IsOfArea(text, match) || GradeWords.In(text).Any(grade => grade.At.Start - (match.Index + match.Length) is >= 0 and <= Near))) || (rule == "practice.praised" && OfFaults().IsMatch(text[match.Index..])) || Mood.IsDenied(sentence, Span.Of(match)) || Mood.IsPast(sentence, Span.Of(match), reading) || Mood.IsOnlyPossible(sentence, Span.Of(match)))
            {
                continue;
            }

            // Praise comes before or after the one praised; under a label the first one named works with others.
            var subject = reading.SubjectAt(sentence, rule == "practice.under-label" ? reading.MentionsIn(sentence).FirstOrDefault()?.At.End ?? 0 : Example().IsMatch(match.Value) ? match.Index : Span.Of(match).End);
            var before = sentence.InBlock > 0 && (Back().IsMatch(text[(match.Index + match.Length)..]) || Pointing().IsMatch(text[..match.Index])) ? reading.ByBlock[sentence.Block][sentence.InBlock - 1] : null;
            if (subject.Bodies is [null] || (before is not null && IsOfFigure(before.Text, rule)))
            {
                continue;
            }

            foreach (var part in Parts(text))
            {
                foreach (var candidate in sentence.Claim(reading, part, subject, CandidateKind.Practice, rule, sure,
                    with => before is null ? with : with with { Start = before.Start(0), Quote = reading.Document.Text[before.Start(0)..with.End] }))
                {
                    yield return candidate;
                }
            }
        }
    }

    // A page that collects practice: every line with one body in it is one.
    private static IEnumerable<Candidate> Listed(Reading reading) =>
        !reading.Blocks.Take(8).Where(block => block.Kind == BlockKind.Heading && reading.ByBlock.ContainsKey(block)).Select(block => reading.ByBlock[block][0].Text).Append(reading.Document.Title ?? "").Any(Collection().IsMatch) ? []
            : from sentence in reading.Sentences
              where sentence.Block.Kind == BlockKind.ListItem && sentence.InBlock == 0 && sentence.Text.Length > 20
              let named = reading.MentionsIn(sentence).Where(mention => mention.Kind == MentionKind.Named).ToList()
              where named.Count == 1
              from candidate in sentence.Claim(reading, sentence.Whole, new([named[0].Body], true, 0), CandidateKind.Practice, "practice.listed", 0.75m, with => with)
              select candidate;

    [GeneratedRegex(@"^(?:[\w ,&-]{0,40} )?(?:promising|innovative|notable|positive|good|shared|smarter|effective|best) practices?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Collection();

    // Below a label, whether it is set as a heading or not, stands what it is of, as a paragraph or a list; what comes after that is something else.
    private static HashSet<Block> BelowLabels(Reading reading)
    {
        var (below, paragraphs) = (new HashSet<Block>(), 2);
        foreach (var block in reading.Blocks.Where(reading.ByBlock.ContainsKey))
        {
            if (reading.ByBlock[block] is [var only] && LabelAlone().IsMatch(only.Text))
            {
                paragraphs = 0;
                continue;
            }

            paragraphs = block.Kind switch { BlockKind.Heading => 2, BlockKind.Paragraph => paragraphs + 1, _ => paragraphs };
            if (block.Kind == BlockKind.ListItem ? paragraphs < 2 : paragraphs == 1)
            {
                below.Add(block);
            }
        }

        return below;
    }

    // "A new forensic test … and a rapid kit …" are two practices.
    private static IEnumerable<Span> Parts(string text)
    {
        if (Several().Match(text) is { Success: true } several && Next().Match(text, several.Index + several.Length) is { Success: true } next)
        {
            return [new(0, next.Index), new(next.Index + next.Length, text.Length)];
        }

        var things = Thing().Matches(text).ToList();
        if (things.Count < 2)
        {
            return [new(0, text.Length)];
        }

        return things.Select((thing, at) => new Span(at == 0 ? 0 : thing.Index, at + 1 < things.Count ? End(text, things[at + 1].Index) : text.Length));
    }

    private const int Article = 5, Near = 12;

    // "Innovative practice: students are trained to run safety hubs" says it all, though as a heading.
    [GeneratedRegex(@"^(?:promising|innovative|notable|positive) practice: .{25,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InHeading();

    // "Two promising practices: a …, and a …"
    [GeneratedRegex(@"\b(?:two|three)\b[^:.]{0,60}\bpractices?: ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Several();

    [GeneratedRegex(@"(?:,|;|, and|; and) (?=(?:an?|the|its) )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Next();

    private static int End(string text, int next)
    {
        var end = text[..next].TrimEnd();
        foreach (var joint in (string[])["for", "with", "of", "and", "as well as", "along with", "&", "plus"])
        {
            if (end.EndsWith(joint, StringComparison.Ordinal))
            {
                end = end[..^joint.Length].TrimEnd();
            }
        }

        return end.TrimEnd(',').Length;
    }

    private const string Noun = "techniques?|tests?|kits?|tools?|technology|technologies|apps?|approach(?:es)?|schemes?|systems?|methods?|processes|capabilit(?:y|ies)|programmes?|initiatives?|projects?|dashboards?|units?|hubs?|teams?|service|software|platform|training|vehicles?|database|panels?|clinics?|centres?";

    [GeneratedRegex(@"\b(?:promising|innovative|notable|positive|good|best|effective|exemplary|outstanding) practices?\b(?! (?:guid(?:e|ance)|from other|elsewhere|across))|\bpositive (?:findings?|points|aspects|examples?)\b|\bexamples? of (?:\w+ )?(?:innovation|innovative)\b|\binnovat(?:ive|ion|ions|ing)\b|\bpioneer(?:ed|ing|s)\b|\bground-?breaking\b|\bworld[- ](?:first|leading)\b|\bfirst (?:force|service) in the (?:country|uk)\b|\btrailblazing\b|\b(?:country|nation|UK|Britain|England|Europe|world)(?:'s)? first\b|\bfirst of (?:its|their) kind\b|\bof (?:particular|special) note\b|\bnoteworthy\b|\bexemplar\b|\bworth (?:copying|sharing|following|emulating|imitating)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"\b(?:prais(?:ed?|es|ing)|commend(?:ed|s|ing)|applaud(?:ed|s|ing)?|credit(?:ed|s)|singled out|congratulat(?:ed|es)|highlighted (?:the )?(?:positive|good|excellent|impressive|strong)|(?:were|was|are|is) (?:particularly |very |especially |also )?(?:impressed|pleased|encouraged) (?:by|with|to (?:see|find))|welcomed (?:the|its|a) (?:force's |service's )?(?:new|use|introduction|creation|work)|(?:noted|recognised|acknowledged|pointed to) (?:the |some |several |a number of )?(?:positive|good|excellent|impressive|strong)\w*|lauded|hailed|(?:highlight|point|drew attention|draw attention|draws attention)(?:ed|s)? (?:to )?(?:how|the way|the use of)|(?:was|were|are) (?:also |particularly |especially )?(?:taken (?:with|by)|won over by|full of praise for|complimentary about)|(?:found|described|called|considered|regarded|saw|said) [^.;]{0,40}?\b(?:promising|innovative|effective|inventive|impressive|excellent) (?:way|ways|approach|means|model|scheme|work|use|example|tactic))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Praise();

    [GeneratedRegex($@"\b(?:(?:has|have|had) (?:also )?)?(?:develop(?:ed|ing|s)|introduc(?:ed|ing|es)|creat(?:ed|ing|es)|devis(?:ed|es)|design(?:ed|s)|invent(?:ed|s)|trial(?:l?ed|ling|s)|pilot(?:ed|ing|s)|launch(?:ed|es)|us(?:es|ing)|built|includ(?:ing|ed)|such as) (?:an? |the |its |two |three )?(?:(?:own|entirely|brand) )?(?:new|novel|rapid|first-of-its-kind|unique|cutting-edge|state-of-the-art|advanced|fast|quick)(?:[ ,-][\w-]+){{0,4}}? (?:{Noun})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex New();

    [GeneratedRegex($@"\b(?:a|an|its|the|their) (?:(?:own|new|novel|rapid|innovative|unique|quick|fast|pioneering|portable|forensic|dedicated|specialist|mobile|digital|online|live|better|drink-spiking|drink|spiking|testing|test) ){{1,5}}(?:{Noun})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Thing();

    [GeneratedRegex(@"^(?:examples? of )?(?:promising|innovative|notable|positive|good|best) (?:practices?|findings|points)(?: examples?)?:?$|^(?:positives|successes):?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelAlone();

    // Advice, and the praise of others.
    [GeneratedRegex(@"\b(?:shar(?:e|ing) (?:best|good) practice|adopt(?:ing)? (?:best|good) practice|learn(?:ing)? from (?:best|good)|in line with (?:best|good)|good practice guid|not (?:always )?follow\w* (?:best|good)|best practice (?:guidance|elsewhere|from)|contrary to|more innovative|we collect|examples of promising|so that others can|recommend(?:s|ed|ation))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoPractice();

    // "Inspectors praise workforce support": what is graded as a whole is no practice.
    private static bool IsOfArea(string text, Match praise) => AreaWords.In(text) is { Count: > 0 } areas && areas.Exists(area => area.At.Start - (praise.Index + praise.Length) is >= 0 and <= Article);

    private static bool IsOfFigure(string text, string rule) => rule != "practice.labelled" && Numbers.Shares(text) is { Count: > 0 } shares && (shares.Count > 1 || OfFigures().IsMatch(text));

    // What is drawn attention to may be a fault.
    [GeneratedRegex(@"\b(?:highlight|point|attention)\w*\b.*\b(?:fail\w*|poor\w*|let(?:ting)? down|lack\w*|concerns?|delay\w*|weak\w*|too (?:many|long|few|slow\w*)|not|never|struggl\w*|backlogs?|worse\w*)\b|\b(?:highlight|point|attention)\w*\b.*n't\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfFaults();

    [GeneratedRegex(@"^.{0,60}\b(?:also|another|further|in addition|as well|similarly|likewise|too)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Also();

    // Something for others to copy.
    [GeneratedRegex(@"\ban? (?:example|model|lesson) (?:to|for) (?:other|others|all|every)\b|\b(?:approach|example|model|idea|scheme|method|practice|work|initiative|system|something|which|that) (?:that |which |for )?(?:other|others|forces|services|all forces|the rest)\b[^.;]{0,30}?\b(?:follow|learn|copy|adopt|emulate|consider|benefit|use)\w*|\b(?:example|model|something|idea|approach|scheme|one|which|that)\b[\w ,]{0,25}\b(?:others?|every|all|several|many) [\w ]{0,40}\b(?:look at|learn|copy|follow|adopt|emulate|borrow|study|replicate|take up|take note)\b|\b(?:other forces|other services|others) (?:would do well to|could|should|may wish to|can) (?:follow|learn|copy|adopt|emulate)\b(?! (?:from|each))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Example();

    // To be pleased with a figure, a grade or progress is to praise no practice.
    [GeneratedRegex(@"^.{0,60}?\b(?:performance|progress|how far (?:it|they|the \w+) (?:has|have|had) come|improvements?|improved|grades?|graded|rating|rated|figures?|rate|accuracy|results?|hard work|dedication|commitment|professionalism|efforts|cooperation|co-operation|honesty|openness|response to (?:the|our|this) (?:report|inspection|findings))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex OfResults();

    [GeneratedRegex(@"\b(?:record\w*|accuracy|rate|figure|grounds|crimes?|target)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfFigures();

    [GeneratedRegex(@"^ (?:this|these|it|the) ?(?:work|approach|practice|initiative|scheme|effort|efforts|\w+)?[.!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Back();

    // "We regard this as effective practice": what it is stands in the sentence before.
    [GeneratedRegex(@"^(?:(?:we|I|inspectors|they|the inspectorate|HMICFRS) (?:\w+ ){1,2})?(?:this|that|these|it)(?: (?:as|to be|is|was|are|were|an?|very))* $", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pointing();

    [GeneratedRegex("^.*$", RegexOptions.Singleline)]
    private static partial Regex Everything();
}
