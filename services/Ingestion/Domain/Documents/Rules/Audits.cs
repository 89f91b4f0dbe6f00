using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>A share that an audit found: of crimes recorded or not, of stop and search records with or without grounds. The rule tells which.</summary>
internal sealed partial class Audits : IRule
{
    public const string Recording = "crime recording", StopAndSearch = "stop and search";

    public IEnumerable<Candidate> Read(Reading reading) =>
        from sentence in reading.Sentences
        where sentence.Block.Kind != BlockKind.TableCell
        let shares = Numbers.Shares(sentence.Text)
        from at in Enumerable.Range(0, shares.Count)
        let share = shares[at]
        where !Interval().IsMatch(sentence.Text[Math.Max(0, share.At.Start - 40)..share.At.Start])
            && !Mood.IsPast(sentence, share.At, reading) && !Mood.IsOnlyPossible(sentence, share.At)
        let own = Around(sentence.Text, shares, at)
        let found = Of(sentence.Text, own, Before(sentence, reading), reading.Above(sentence)?.Text ?? "")
        where found.Rule is not null
        from candidate in sentence.Claim(reading, sentence.Whole, Whose(sentence, share, reading), CandidateKind.Audit, found.Rule!, 0.85m, with => with with
        {
            Area = found.Area, Percent = share.Percent, Programme = ProgrammeLabels.In(sentence.Text) ?? reading.Programme,
        })
        let counted = Counted.Of(sentence.Text, share, Before(sentence, reading))
        select candidate with { Count = counted.Count, OutOf = counted.OutOf };

    // A figure of another body is a claim about that body where it is said to be of now; otherwise it is there for comparison.
    private static Subject Whose(Sentence sentence, Share share, Reading reading) =>
        reading.SubjectAt(sentence, share.At.Start) is { IsOurs: true } ours && !(ThisYear().IsMatch(sentence.Text) && Owner(sentence, share, reading) is { IsOurs: true }) ? ours
            : ThisYear().IsMatch(sentence.Text) ? Owner(sentence, share, reading) with { Sure = -0.15m } : Subject.SomebodyElse;

    private static Subject Owner(Sentence sentence, Share share, Reading reading) =>
        reading.MentionsIn(sentence) is [{ Kind: MentionKind.Named, IsPassing: false } only] && only.At.Start >= share.At.End ? new([only.Body], true, 0) : reading.NamedAt(sentence, share.At.Start);

    // What was looked at often stands in the sentence before the figure: "We reviewed 200 records. We found that 70 percent …"
    private static string Before(Sentence sentence, Reading reading) =>
        sentence.InBlock == 0 ? reading.HeadingOf(sentence.Block)?.Text ?? "" : string.Join(' ', reading.ByBlock[sentence.Block].Take(sentence.InBlock).TakeLast(2).Select(earlier => earlier.Text));

    private static (string? Rule, string? Area) Of(string text, string own, string before, string above)
    {
        // "Nine in ten had them", "the rate stands at 93 percent"
        if (!Grounds().IsMatch(text) && Them().IsMatch(own) && Grounds().IsMatch(before))
        {
            return (Lacking().IsMatch(own) ? "audit.stop-search-without-grounds" : "audit.stop-search-with-grounds", StopAndSearch);
        }

        if (Grounds().IsMatch(text) && !Searches().IsMatch(text) && Searches().IsMatch(before))
        {
            text = $"{text} (records)";
        }

        // "Officers got 96 percent of it into the books"
        if (!Crimes().IsMatch(text) && Records().IsMatch(own) && OfIt().IsMatch(own) && Records().IsMatch(before) && Crimes().IsMatch(before))
        {
            (text, own) = ($"{text} (crimes)", $"{own} (crimes)");
        }

        if (!Records().IsMatch(text) && Unrecorded().IsMatch(own) && Crimes().IsMatch(own) && $"{before} {above}" is var earlier && Records().IsMatch(earlier) && Crimes().IsMatch(earlier))
        {
            text = $"{text} (crimes recorded)";
        }

        if (!Records().IsMatch(text) && Rate().IsMatch(own) && Records().IsMatch(before) && Crimes().IsMatch(before) && !Searches().IsMatch(before))
        {
            (text, own) = ($"{text} (crimes recorded)", $"{own} (crimes recorded)");
        }

        // "… of victims were not told": a share of something else in the same sentence.
        if (OfWhat().Match(own) is { Success: true } what && Numbers.Shares(own) is [var first, ..] && what.Index <= first.At.End + 1 && Elsewhat().IsMatch(what.Groups["what"].Value))
        {
            return default;
        }

        if (Longer().IsMatch(own))
        {
            return default;
        }

        if (Grounds().IsMatch(text) && !(Crimes().IsMatch(own) && Records().IsMatch(own) && !Searches().IsMatch(own) && !Grounds().IsMatch(own)) && (Searches().IsMatch(text) || text.Contains("record", StringComparison.OrdinalIgnoreCase)))
        {
            return (Lacking().IsMatch(own) || (Lacking().IsMatch(text) && !Having().IsMatch(own)) ? "audit.stop-search-without-grounds" : "audit.stop-search-with-grounds", StopAndSearch);
        }

        if (!Records().IsMatch(text) || !Crimes().IsMatch(text) || Searches().IsMatch(own) || Others().IsMatch(own))
        {
            return default;
        }

        var area = OfCategory(Examples().Replace(own, ""));
        return InTime().IsMatch(own) ? ("audit.recorded-in-time", area)
            : Unrecorded().IsMatch(own) && !IsOfTheRecorded(own) ? ("audit.crimes-not-recorded", area)
            : Recorded().IsMatch(own) || Records().IsMatch(own) || own.Contains('%', StringComparison.Ordinal) || Crimes().IsMatch(own) ? ("audit.crimes-recorded", area)
            : default;
    }

    // "Thousands go unrecorded, a recording rate of 90%": the clause of the share counts.
    private static bool IsOfTheRecorded(string own) =>
        Numbers.Shares(own) is [var share, ..] && Clauses().Split(own[..share.At.Start])[^1] + Clauses().Split(own[share.At.Start..])[0] is var clause
            && clause.Length < own.Length && Record().IsMatch(clause) && !Unrecorded().IsMatch(clause);

    [GeneratedRegex(@" of (?:all |the |its |those |these )*(?<what>\w+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfWhat();

    [GeneratedRegex(@"^(?:victims?|callers?|calls?|staff|officers|detectives|homes|premises|visits|firefighters|suspects|offenders|people|households|buildings|inspections|investigators)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhat();

    [GeneratedRegex(@"\b(?:took|taking|take|waited|recorded) (?:more than|longer than|over|up to|at least) (?:\w+ )?(?:\w+ )?(?:hours|days|weeks)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Longer();

    [GeneratedRegex(@"\bof (?:it|them|these|those|such (?:crimes?|reports|offences))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfIt();

    [GeneratedRegex(@"[;:,] ")]
    private static partial Regex Clauses();

    [GeneratedRegex(@"\b(?:rate|accuracy|records|recording|recorded|end up|ended up|make it|made it|logged|of (?:reports|crimes|offences))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Record();

    /// <summary>What a label of a kind of crime is the area of; the whole where it names no kind.</summary>
    public static string OfCategory(string label) => Category().Match(label) is { Success: true } category ? $"{Recording}: {Named(category.Value)}" : Recording;

    private static string Named(string category) => char.ToLowerInvariant(category[0]) switch
    {
        'v' => "violent",
        's' => "sexual offences",
        'r' => "rape",
        'd' => "domestic abuse",
        'm' => "modern slavery",
        _ => "anti-social behaviour",
    };

    // The words that go with a share: those up to its neighbours, where it has any.
    private static string Around(string text, List<Share> shares, int at)
    {
        var from = at == 0 ? 0 : shares[at - 1].At.End;
        var to = at + 1 < shares.Count ? shares[at + 1].At.Start : text.Length;
        // "Recording 87%, meaning that thousands go unrecorded" is about what is recorded.
        to = Consequence().Match(text, shares[at].At.End) is { Success: true } then && then.Index < to ? then.Index : to;
        var tail = text[shares[at].At.Start..to];
        // "94% of violent crimes and 87% of sexual offences were recorded": what stands before a share says nothing of its kind.
        return shares.Count == 1 || at == 0 || !Category().IsMatch(tail) && Category().IsMatch(text[from..to]) ? text[from..to] : tail;
    }

    [GeneratedRegex(@"\b(?:this year|now|currently|at present|in the same (?:period|year|inspection|round)|at the moment|today)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThisYear();

    [GeneratedRegex(@"\b(?:had|have|has|contained|showed|included|lacked|with|without) (?:them|these|those|such grounds|this|none|neither)\b|\b(?:did not|didn't|failed to) have them\b|\b(?:did not|didn't|do not|had none|have none)[.;]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Them();

    [GeneratedRegex(@"\b(?:rate|figure|proportion|accuracy|estimate|share)\b(?! of (?:staff|calls|victims))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rate();

    // "…, including domestic abuse": of more than that.
    [GeneratedRegex(@"\b(?:includ(?:e|es|ing)|such as|like|among them|for example|some of them)\b.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Examples();

    [GeneratedRegex(@", (?:meaning|leaving|which means|suggesting|equat\w+|equivalent|so|an? estimated)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Consequence();

    [GeneratedRegex(@"(?:\+/-|±|\+ or -|plus or minus|interval(?: of)?|margin(?: of error)?(?: of)?|target of|give or take|within|such as|for example|(?:national|average|overall|usual) (?:\w+ )?(?:figure|rate|average|level) (?:of|is|was)|(?:national|the) average (?:of|is|was))[ (]*['""]?(?:\+/- ?|±)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Interval();

    [GeneratedRegex(@"\b(?:stop[ -]and[ -]search(?:es|ed)?|stops?[ -](?:and[ -])?search(?:es)?|stops and searches|searches|stops|stop[ -]search(?:es)?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Searches();

    [GeneratedRegex(@"\bgrounds\b|\b(?:reasonable|proper|good|sufficient|adequate|lawful|valid)['""]? (?:cause|reasons?|justification|suspicion)\b|\bjustif(?:ication|ied)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Grounds();

    [GeneratedRegex(@"\b(?:lack(?:ed|s|ing)?|without|(?:did|does|do|was|were|has|have|had)(?: not|n't)|not (?:have|include|contain|record|show|reasonable)|no (?:\w+ ){0,2}grounds|insufficient|weak|fail(?:ed|s|ing|ure)?|missing|absence|inadequate|unreasonable|omitted|absent)\b|n't\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lacking();

    [GeneratedRegex(@"\b(?:had|have|contained|included|with|showed|recorded|featured)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Having();

    [GeneratedRegex(@"\b(?:record(?:s|ed|ing)?|unrecorded|under-?record(?:ed|ing)|logged|(?:mak|made|get|got|put|enter)\w* [^,;]{0,40}?(?:on to|onto|into|on|in) (?:the|its) (?:books?|systems?|figures|records|crime figures)|(?:off|on) the (?:books|record)|writ(?:ten|ing|es?) (?:down|up)|wrote (?:down|up)|captur(?:ed|es|ing)|registered|documented)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Records();

    [GeneratedRegex(@"\b(?:crimes?|offences?|rapes?|reports?|violence|incidents|crime recording|domestic abuse|recording (?:accuracy|rates?|standards|performance))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Crimes();

    [GeneratedRegex(@"(?:\b|(?=n't))(?:not (?:been |being |always )?(?:properly |correctly )?(?:record|writ|captur|register|enter|document|put on)|fail\w* to (?:properly |correctly )?record|unrecorded|under-?record\w*|n't (?:always |being |been )*(?:record|writ|captur|register|enter|document|put on)\w*|never (?:record|writ|enter|captur)|missed|missing|went unlogged|left off|never ma[kd]e it|not (?:being )?logged|without being recorded|neglect\w* to record)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unrecorded();

    [GeneratedRegex(@"\b(?:recorded|records|recording|record|logged|(?<!never )(?:mak|made|got|gets?|put)\w* [^,;]{0,40}?(?:on to|onto|into|in|on) (?:the|its) (?:books?|systems?|figures|records)|captured|written (?:down|up)|registered)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Recorded();

    [GeneratedRegex(@"\bwithin (?:24|72|twenty-four) ?(?:hours|hrs)\b|\bwithin a day\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InTime();

    // Shares of something else that happens to stand beside the recording of crime.
    [GeneratedRegex(@"\b(?:calls|callers|of (?:\w+ ){0,3}(?:officers|staff)|(?:officers|staff) (?:were|are|said|say|told|felt|feel|think|believe)|public|people|respondents|population|residents|budget|increase[sd]?|decrease[sd]?|rise|rose|risen|fell|fallen|drop(?:ped)?|reduction|solved|charged|detected|more likely|satisf\w+|confidence in|victims (?:were|are|said)|employees|workforce)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    [GeneratedRegex(@"\b(?:violen(?:t|ce)|sexual (?:offences|crimes?|assaults?)|sex (?:offences|crimes)|rapes?|domestic abuse|modern slavery|anti-?social behaviour)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Category();
}
