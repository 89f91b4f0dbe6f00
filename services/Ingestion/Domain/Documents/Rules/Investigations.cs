using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>An investigation of the Independent Office for Police Conduct: referred, opened, under way, ended.</summary>
internal sealed partial class Investigations : IRule
{
    private const int FirstBlocks = 4;

    public IEnumerable<Candidate> Read(Reading reading)
    {
        // The only watchdog that a document speaks of is the one it means.
        var isTheirs = reading.IsOfConduct || (reading.Sentences.Count(sentence => Office().IsMatch(sentence.Text)) > 1 && !reading.Sentences.Any(sentence => Inspectorate().IsMatch(sentence.Text)));
        var found = reading.Sentences.Where(sentence => sentence.Block.Kind != BlockKind.TableCell).SelectMany(sentence => In(sentence, isTheirs, reading)).ToList();
        var (kept, names, bodies) = (new List<Candidate>(), new HashSet<string>(), new HashSet<string>());
        foreach (var (candidate, about) in found.OrderByDescending(one => one.Sure).ThenBy(one => one.Candidate.Start).Select(one => (one.Candidate, one.About)))
        {
            // The same matter again, unless it names somebody new.
            if (bodies.Add(candidate.Body ?? "") || (about.Length > 0 && names.Count > 0 && !about.Any(names.Contains)) || Further().IsMatch(candidate.Quote))
            {
                kept.Add(candidate);
                names.UnionWith(about);
            }
        }

        return kept;
    }

    /// <summary>Does a document come from the office, or tell of its work from the start?</summary>
    public static bool AreOf(Reading reading) =>
        (Office().IsMatch(reading.Document.Title ?? "") || reading.Blocks.Take(FirstBlocks).Where(reading.ByBlock.ContainsKey).SelectMany(block => reading.ByBlock[block]).Any(sentence => Office().IsMatch(sentence.Text)))
        && !reading.Sentences.Take(12).Any(sentence => sentence.Text.Contains("HMICFRS", StringComparison.Ordinal));

    private static IEnumerable<(Candidate Candidate, string[] About, decimal Sure)> In(Sentence sentence, bool isTheirs, Reading reading)
    {
        var text = sentence.Text;
        if (!(Office().IsMatch(text) || (isTheirs && Ours().IsMatch(text)) || (Own().IsMatch(text) && reading.Sentences.Any(other => Office().IsMatch(other.Text)))) || Declined().IsMatch(text) || Always().IsMatch(text) || text.EndsWith('?'))
        {
            yield break;
        }

        var (rule, match) = Ended().Match(text) is { Success: true } ended ? ("investigation.ended", ended)
            : Opened().Match(text) is { Success: true } opened ? ("investigation.opened", opened)
            : Referred().Match(text) is { Success: true } referred ? ("investigation.referred", referred)
            : default;
        if (rule is null || Mood.IsDenied(sentence, Span.Of(match)) || Rumoured().IsMatch(text[..match.Index]) || Maybe().IsMatch(text[..match.Index]))
        {
            yield break;
        }

        var named = reading.MentionsIn(sentence).Where(mention => mention.Kind == MentionKind.Named).Select(mention => mention.Body!).ToList();
        var subject = named.Find(body => reading.Main.Contains(body)) is { } ours ? new Subject([ours], true, 0.05m)
            : named is [var other] && isTheirs ? new Subject([other], true, 0)
            : named.Count > 0 && reading.Main.Length > 0 ? Subject.SomebodyElse
            : reading.SubjectAt(sentence, text.Length);
        var about = Names().Matches(text[match.Index..]).Select(name => name.Groups["name"].Value).ToArray();
        var sure = sentence.Block.Kind == BlockKind.Heading ? 0.75m : rule == "investigation.referred" ? 0.8m : 0.85m;
        foreach (var candidate in sentence.Claim(reading, sentence.Whole, subject, CandidateKind.Investigation, rule, sure, with => with with
        {
            Date = DateWords.In(text, reading.Dated) is [var only] && When().IsMatch(text[Math.Max(0, only.At.Start - 60)..only.At.Start]) ? only.Date : null,
        }))
        {
            yield return (candidate, about, sure + (about.Length > 0 ? 0.05m : 0));
        }
    }

    [GeneratedRegex(@"\b(?:IOPC|IPCC|Independent Office for Police Conduct|Independent Police Complaints Commission|(?:police )?(?:complaints|conduct|misconduct) (?:watchdog|body)|police watchdog)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    [GeneratedRegex(@"\b(?:we|the (?:police )?watchdog|our (?:managed inquiry|investigators?|investigation|independent investigation)|(?:an?|the|this|that|another|separate) (?:(?:independent|directed|managed|supervised|local|separate|second|further|criminal|misconduct|IOPC|and|[\w-]+) ){0,3}investigation)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ours();

    [GeneratedRegex(@"\b(?:launch(?:ed|es|ing)?|open(?:ed|s|ing)?|beg[aiu]n(?:s|ning)?|start(?:ed|s|ing)?|commenc(?:ed|es)|conduct(?:ed|ing|s)?|carry(?:ing)? out|carrying out|undertak(?:en|ing|e)|continu(?:es|ing)|set up|announced)\b[^.;]{0,60}?\b(?:investigations?|probe|inquiry)|\b(?:continu(?:es|ing)|began|begun|started|going on) to (?:investigate|look (?:at|into)|examine|probe)\b|\b(?:is|are|was|were|being|be|been|now|currently|also|still) (?:now |currently |also |still )?(?:independently )?investigat(?:ing|ed)\b|\binvestigating\b|\b(?:is|are) (?:separately |also |still |now |currently |independently )*(?:looking (?:into|at)|examining|probing|reviewing|considering how)\b|\b(?:directing|managing|supervising|overseeing) (?:an?|the|its) (?:\w+ )?(?:investigation|inquiry)|\bunder (?:[\w-]+ ){0,2}investigation\b|\b(?:independent |criminal |homicide |misconduct |IOPC |IOPC's )?(?:investigations?|probe)(?: by the (?:IOPC|Independent Office for Police Conduct))? (?:is|are|remains?|continues?|into|has been|have been|was launched)\b|\b(?:subject (?:of|to)|fac(?:es|ing)|at the centre of) an? (?:[\w-]+ ){0,3}(?:investigation|inquiry|probe)\b|\b(?:investigation|inquiry|probe)s? by the (?:IOPC|Independent Office|(?:police )?watchdog)\b(?! (?:has |had )?(?:ended|concluded|found))|\binvestigates\b|\b(?:investigation|inquiry|probe)\b[^.;]{0,60}? (?:is|are|was|were|has been|remains) (?:now |still |currently )?(?:under ?way|ongoing|launched|opened|continuing|begun|started|announced)\b|\b(?:served|issued|given|handed)\b[^.;]{0,20} (?:gross )?misconduct notices?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opened();

    // Nobody else investigates the police independently, so that this is the office's own word.
    [GeneratedRegex(@"^we (?:have |are |also |now )*(?:started|launched|begun|began|opened|conducting|carrying out)\b[^.;""]{0,30}\bindependent|^we are (?:now |also |currently |independently )*investigating (?:how|the|whether|a|an)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Own();

    [GeneratedRegex(@"\b(?:inspectorate|HMICFRS|HMIC|HM Inspector)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Inspectorate();

    [GeneratedRegex(@"\b(?:is|are|was|were|has|have|it)\b[^.;]{0,20}\balso\b[^.;]{0,20}\b(?:look|investigat|examin|prob)|\b(?:a|the) (?:second|third|fourth|further|separate) (?:investigation|inquiry|probe|referral)\b|\banother (?:investigation|inquiry|probe)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Further();

    [GeneratedRegex(@"\brefer(?:red|s|ral|rals|ring)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Referred();

    [GeneratedRegex(@"\b(?:case to answer|investigation (?:[\w',-]+ ){0,14}?(?:found|concluded|has concluded|has ended|ended|determined|identified)|(?:completed|concluded|finished|ended) (?:its|an?|the|our|their) (?:\w+ )?(?:investigation|inquir(?:y|ies)))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ended();

    [GeneratedRegex(@"\b(?:(?:will|would|does|did|is|was|has|be)(?: not|n't) (?:be )?(?:investigat|launch|open|referr|begin)\w*|no (?:further |independent )?investigation|decided (?:not to|against)|declin(?:ed|es) to|returned (?:it |the matter |the case )?to the force|no need for|not (?:require|need)\w* an? (?:independent )?investigation|does not warrant)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declined();

    // How the office works, and what it looks into with others for all forces.
    [GeneratedRegex(@"\b(?:investigates|looks into|examines|deals with) (?:the most|only|all|any|some|incidents|complaints|matters|cases|serious|allegations|deaths)\b|\b(?:matters|complaints|incidents|cases|deaths|allegations|injur(?:y|ies)|it|they) (?:are|is|must be|have to be|has to be|should be|can be|may be) (?:\w+ )?(?:referred|investigated)(?! (?:now|since))\b(?=.*\b(?:when|where|if|to (?:us|the (?:IOPC|Independent)))\b)(?!.*\b(?:has|have|was|were)\b)|\bmust be referred\b|\binvestigated by (?:two|three|four|several|both)\b|\bsuper-complaint", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Always();

    [GeneratedRegex(@"\b(?:claims?|posts?|rumours?|messages|suggestions?|speculation)\b(?: [\w']+){0,4} (?:that|saying|claiming|suggesting)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rumoured();

    [GeneratedRegex(@"\b(?:whether (?:or not )?to|whether|could|might|may|should|would|call(?:s|ed|ing) (?:for|on)|urg(?:ed|es|ing)|demand(?:ed|s|ing)?|ask(?:ed|ing)?|consider(?:s|ed|ing)?|if|want(?:s|ed)?)\b[^,;]{0,80}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Maybe();

    [GeneratedRegex(@"\b(?:of|into|over|after|shot|killed|about|concerning|involving|death|arrest|shooting) (?:(?:the|a|an|unarmed|black|teenager|\d+-year-old|man|woman|year-old|PC|Pc|officer) ){0,4}(?<name>[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?: [A-Z][A-Za-z'-]*)+)(?! (?:Police|Constabulary|Service|Office))", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(@"\b(?:launched|opened|began|begun|started|referred|referral|since|concluded|ended|completed|investigation)\b[^.;]{0,50}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex When();
}
