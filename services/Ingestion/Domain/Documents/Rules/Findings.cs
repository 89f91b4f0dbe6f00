using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>What inspectors found without grading or counting it: workloads, overtime, demand, the workforce, how crime is recorded, what victims get.</summary>
internal sealed class Findings : IRule
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // A topic needs a word for what is spoken of and a word for what is the matter with it.
    private static readonly ImmutableArray<Topic> Topics =
    [
        new("crime recording", @"(?<!criminal )record(?:s|ed|ing)?|unrecorded|logged", @"(?:not|n't) (?:always |being |been |properly |routinely |consistently |correctly |enough )*(?:record\w*|logged)|fail\w*|under-?record\w*|unrecorded|more than (?:\w+ )?(?:\w+ )?days|longer than|too (?:slow\w*|long)|delays?|late|missed|gaps|inconsisten\w*|poor(?:ly)?|wrongly|incorrectly|improved|days to")
        {
            Also = new(@"\b(?:crimes?|rapes?|sexual|domestic abuse|stalking|harassment|coercive|controlling|behavioural|violence|offences|anti-?social behaviour)\b", Options),
            Never = new(@"\bstops?\b|\bsearch\w*\b|\bgrounds\b", Options),
        },
        new("workload", @"workloads?|caseloads?|cases each|crimes each", @"unmanageabl\w*|high|heavy|excessive\w*|too (?:many|much|high|great|large)|overwhelm\w*|unsustainabl\w*|struggl\w*|pressure|stretch\w*|burden\w*|increas\w*|large|unreasonabl\w*|intolerabl\w*|grow\w*|stress\w*|exhaust\w*|affect\w*|imbalanc\w*"),
        new("overtime", @"overtime|rest[- ]days?|days off|annual leave", @"cancel\w*|regular\w*|routine\w*|often|frequent\w*|excessive\w*|exhaust\w*|too (?:much|many)|rel(?:y|ies|ied|iance|ying)|long hours|forced|work(?:ing|ed)?|lost|miss(?:ed|ing)|depend\w*|burn\w*"),
        new("demand", @"demand|backlogs?|999|101|emergency calls|calls for service|calls? (?:from the public)?|attend(?:ing|ance)?|response times?|waiting lists?|queues?", @"(?:does|did|do|doesn't|didn't) ?(?:not)? (?:fully |always |sufficiently )?(?:understand|answer|attend|meet|manage|have enough)|not (?:fully |always )?(?:understand\w*|answer\w*|attend\w*|met|meeting)|exceed\w*|outstrip\w*|overwhelm\w*|struggl\w*|unabl\w*|delay\w*|too (?:long|slow\w*|many)|rising|growing|increas\w*|abandon\w*|unanswered|fail\w*|miss(?:ed|ing)|poor\w*|backlogs? of|slow\w*|high|pressure"),
        new("workforce", @"workforce|staffing|staff|managers|investigators|officers|detectives|personnel|morale|well-?being|supervis\w+|vacanc\w+|posts|sickness|recruit\w*|retention|firefighters|inexperienced|crews", @"shortages?|short of|not enough|too few|lack\w*|vacanc\w*|low|poor\w*|burn\w*|exhaust\w*|vacant|inexperienc\w*|overstretch\w*|overwork\w*|under-?staff\w*|under-?resourc\w*|stretch\w*|unsupported|insufficient\w*|inadequate(?:ly)? (?:train|supervis|support)\w*|high (?:levels of )?(?:sickness|turnover|stress)|leav(?:e|ing) in|fear of|bull(?:y|ied|ying)|harass\w*|discriminat\w*|racis\w*|misogyn\w*|homophob\w*|unable to|unfilled|stress\w*|not (?:been )?(?:trained|supported|supervised|given)|untrained|limited supervision"),
        new("use of powers", @"find rates?|disproportion\w*|disparit(?:y|ies)|ethnic\w*|use[- ]of[- ]force (?:data|records)|stop[- ]and[- ]search (?:data|records)", @"(?:not|n't) (?:always |fully |yet |properly |routinely |sufficiently )*(?:identify|understand|know|monitor|analyse|publish|examine|explain|review|consider|compare|record)\w*|fail\w* to|lack\w*|unexplained|limited|poor(?:ly)?|unable|more likely"),
        new("victims", @"victims?'?s?", @"(?:not|n't) (?:always |being |been |properly |routinely |consistently |enough |adequately )*(?:updat\w*|told|inform\w*|support\w*|record\w*|consider\w*|tak(?:e|ing|en)|given|kept|offered|receiv\w*|tell\w*|contact\w*|obtain\w*|complet\w*|get\w*|assess\w*)|let(?:ting)? down|fail\w*|wishes|left (?:waiting|without)|lack of|poor(?:ly)?|withdr[ae]w\w*|insufficient\w*|too (?:long|many|few)"),
    ];

    public IEnumerable<Candidate> Read(Reading reading) =>
        // The office that investigates complaints inspects nobody.
        reading.IsOfConduct && !reading.Sentences.Any(sentence => Inspecting.IsMatch(sentence.Text)) ? [] :
        from sentence in reading.Sentences
        where sentence.Block.Kind is BlockKind.Paragraph or BlockKind.ListItem && !IsOfAnotherKind(sentence, reading)
        let topic = Topics.FirstOrDefault(topic => topic.Fits(sentence.Text)) ?? (Anything.Fits(sentence.Text) ? Anything : null)
        where topic is not null
        let at = topic.At(sentence.Text)
        where !Mood.IsPast(sentence, at, reading) && !Mood.IsOnlyPossible(sentence, at) && !Future.IsMatch(sentence.Text) && !Absent.IsMatch(sentence.Text) && !Method.IsMatch(sentence.Text)
        where topic != Anything || IsOfTheWork(sentence)
        from candidate in sentence.Claim(reading, sentence.Whole, reading.SubjectAt(sentence, at.Start), CandidateKind.Finding, $"finding.{topic!.Name.Replace(' ', '-')}", Found.IsMatch(sentence.Text) ? 0.75m : 0.65m, with => with with
        {
            Area = topic.Name, Programme = null,
        })
        select candidate;

    // Whatever falls short, in what a force or service does, has or gives.
    private static readonly Topic Anything = new("performance",
        @"force|constabulary|service|brigade|officers?|staff|teams?|supervis\w+|managers?|leaders?|investigat(?:ors?|ions?)|detectives|crews|firefighters|victims?|callers?|calls|children|detainees|prisoners|people|suspects?|offenders?|cases?|records?|files|visits?|checks?|reports?|cells?|custody|points|training|plans?|data|systems?|response|risks?|premises|buildings|evidence|phones|budget|finances|culture|it|they|some|many|most|half",
        @"too (?:few|many|long|often|slow(?:ly)?|late|little|easily|early|quick(?:ly)?)"
        + @"|(?:does|do|did|is|are|was|were|has|have|had|could|can)(?:n't| not) (?:\w+ly |still |yet |always |even |been |being )*(?:always|have|enough|know|understand\w*|record\w*|meet\w*|met|answer\w*|attend\w*|make|made|manag\w+|identif\w+|protect\w*|check\w*|monitor\w*|analys\w*|reach\w*|carr\w+|do|done|use|used|assess\w*|shar\w+|keep\w*|kept|review\w*|tell|told|receiv\w*|get|getting|good|clear|effective|consistent|working|removed|trained|supported|supervised|followed|follow|complet\w+|safe|robust|take|taken|tak\w+|seen|visited|provid\w+|giv\w+|consider\w*|explain\w*|evaluat\w*|learn\w*|available|staffed|inspected|supported|equipped|checked|able|measur\w*|test\w*|track\w*)"
        + @"|fail(?:s|ed|ing) to|no(?: |-)one (?:had |has |was |is )|nobody (?:had|has|was|is)|without (?:good|proper|sufficient|adequate|any|enough) (?:reasons?|causes?|supervision|training|oversight|checks?|support)|(?:got|become|grown|getting|becoming) better|concerted efforts? to|marked (?:change|improvement|difference)|should have (?:stayed|been|had|gone)|wrongly|incorrectly|poor(?:ly)?(?! (?:report|result|weather))|weak(?:ness(?:es)?)?|overdue|(?<!without )(?:delays?|delayed)|(?:often|sometimes|always|usually|frequently) (?:late|delayed|missed|ignored|inadequate)|backlogs?|left (?:in the dark|waiting|without|at risk|off|unprotected|unchecked)|let(?:ting)? down|(?:hang|hung|hanging) up|abandon\w*|at large|(?:is|are|was|were) unable|struggl\w+|than (?:they|it|he) (?:could|can) (?:handle|manage|cope)|overstretched|overworked|overwhelm\w*|f[ae]ll(?:s|en|ing)? behind|lack(?:s|ed|ing)?|short(?:age)? of|missing from|off the books|cancel\w*|gave up|giv(?:es?|ing) up|wait(?:s|ed|ing)? (?:an average|up to|more than|over|for|\w+ (?:hours|days|weeks|months))|carry(?:ing)? (?:up to|an average|as many as|more than|over)|(?:serious|significant|grave|has|have|had|raised) (?:\w+ )?concerns (?:about|over|that|with)|fewer than (?:half|a (?:third|quarter))|pulled away|overnight|gaps|inconsisten\w*|insufficient\w*|fragile|precarious|out of date|needs? to (?:improve|do (?:more|better)|get better)|worsened|got worse|deteriorat\w*|lost ground|unsafe|turned away|never (?:been )?\w+ed|unmanageabl\w*|unacceptabl\w*|limited (?:progress|understanding|capacity|supervision|oversight)");

    // What is said of inspections, of monitoring or of the answer to them is none of the work itself.
    private static bool IsOfTheWork(Sentence sentence) => !OfInspections.IsMatch(sentence.Text) && !GradeWords.Given(sentence.Text).Any() && sentence.Text.Length > 25 && sentence.Text.TrimEnd()[^1] is not (':' or '?');

    private static readonly Regex OfInspections = new(@"\b(?:(?:been|not|was|were) inspected (?:by|this|since|last)|not been (?:told|informed)|IOPC|Independent Office for Police Conduct|referrals?|next report|areas? (?:where|in which) (?:it|they|the (?:force|service|constabulary|brigade)) (?:still |also )?(?:needs?|could|can)|reported (?:\w+ )?concerns|grad(?:e|ed|es|ing)|judge?ments?|special measures|Engage|Scan|monitoring|phase|decision|Members?|meeting|comment(?:ed)?|this (?:letter|page|report|inspection|release)|(?:parts? of|with|about|harsh|unfair|grounds? of) the report|moved (?:the|it)|(?:he|she|Mr \w+|Mrs \w+|Ms \w+) (?:\w+ )?(?:thought|felt|believed|hoped|considered)|your|you|campaign\w*|commissioner|MPs?|ministers?|government|council|panel|budget cuts|population|weather|court|charged|sentenced|jailed|died|death)\b", Options);

    private static readonly Regex Found = new(@"\b(?:found|inspectors|inspection|report|HMICFRS|identified|noted|said)\b", Options);

    private static readonly Regex Future = new(@"^(?:to|the force (?:must|should))\b|\b(?:recommend(?:s|ed|ations?)|should(?! have)|must|needs? to (?!improve|do (?:more|better)|get better)|(?<!^)plans? to|will)\b|\bcauses? (?:of|for) concern\b", Options);

    private static readonly Regex Inspecting = new(@"\b(?:inspectors|inspectorate|HMIC)\b", Options);

    // What was looked at and how, what if, what was left out, and what had been said before.
    private static readonly Regex Method = new(@"\b(?:inspectors|we|they|HMICFRS|HMIC) (?:examined|reviewed|looked at|checked|audited|listened to|visited|sampled|dip-sampled|take|work out|look at|assess|collect|read)\b(?!.*\b(?:found|and (?:\w+ ){0,6}(?:was|were|had|did))\b)|^if\b|[:,;] if\b|\b(?:language|theme|question|aspect|pillar|topic|area)\b.*\bnot inspected\b|^(?:we|I|our (?:last|previous|\d{4}) \w+) (?:said|told|wrote|warned|reported|raised)\b|\b(?:too (?:early|soon)) to (?:say|tell|judge|know)\b|\b(?:survey|respondents|our members|poll)\b|^(?:nearly |almost |about |over |more than )?[\w-]+ (?:thirds?|quarters?|fifths?|in \w+|per ?cent) (?:of [\w ]{3,30} )?(?:said|told|felt|thought|reported)\b", Options);

    private static readonly Regex Absent = new(@"\b(?:no|little) (?:evidence|signs?|indications?|suggestion) (?:of|that)\b", Options);

    private static readonly Regex Audited = new(@"\b(?:record\w*|unrecorded|grounds)\b", Options);

    // What has a figure, a grade or a cause is read by the rules for those.
    private static bool IsOfAnotherKind(Sentence sentence, Reading reading) =>
        (Numbers.Shares(sentence.Text).Count > 0 && Audited.IsMatch(sentence.Text)) || (GradeWords.In(sentence.Text).Any() && (AreaWords.In(sentence.Text).Count > 0 || Tallies.In(sentence).Count > 0) && Verdicts.In(sentence.Text) && !sentence.Text.Contains("overtime", StringComparison.OrdinalIgnoreCase))
        || reading.HeadingOf(sentence.Block) is { } heading && heading.Text.StartsWith("Recommendation", StringComparison.OrdinalIgnoreCase);

    private sealed record Topic(string Name, string About, string Matter)
    {
        private readonly Regex _about = new($@"\b(?:{About})\b", Options), _matter = new($@"(?:\b|(?=n't))(?:{Matter})\b", Options);

        public Regex? Also { get; init; }

        public Regex? Never { get; init; }

        public bool Fits(string text) => _about.IsMatch(text) && _matter.IsMatch(text) && Also?.IsMatch(text) is not false && Never?.IsMatch(text) is not true;

        public Span At(string text) => Span.Of(_about.Match(text));
    }
}
