using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Oversight.Core;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>A body moved into Engage or back to Scan, by the inspectorate's words or by those of the press ("special measures").</summary>
internal sealed partial class Phases : IRule
{
    // The scheme with the two phases is younger than the words for them.
    private const int Longest = 4, SchemeBegan = 2018, LongAgo = 150, Reach = 160, FarthestDate = 110;

    // Where other bodies stand is told in earnest by a document that tells it of its own, and elsewhere in passing.
    public IEnumerable<Candidate> Read(Reading reading)
    {
        var found = All(reading).ToList();
        var left = found.Where(one => one.Candidate.Phase == "Scan" && IsLongAgo(one.Candidate, reading)).ToLookup(one => one.Candidate.Body, one => one.Candidate.Date!.Value.First);
        // A stay that somebody tells to its end is over.
        return found.Where(one => (one.IsOurs || found.Exists(other => other.IsOurs)) && !IsOver(one.Candidate, reading)
            && !left[one.Candidate.Body].Any(day => one.Candidate.Date?.First <= day)).Select(one => one.Candidate);
    }

    private static IEnumerable<(Candidate Candidate, bool IsOurs)> All(Reading reading) => Told(reading).Concat(Listed(reading));

    // "Six forces are in special measures: …", and a sentence later "The six are …".
    private static IEnumerable<(Candidate Candidate, bool IsOurs)> Listed(Reading reading)
    {
        var since = Longest;
        foreach (var sentence in reading.Sentences)
        {
            var isOfMany = Label().IsMatch(sentence.Text) && reading.MentionsIn(sentence).Any(mention => mention.Kind == MentionKind.Other);
            since = isOfMany ? 0 : since + 1;
            if (isOfMany || since >= Longest || Those().Match(sentence.Text) is not { Success: true } those || RowAfter(sentence, those.Index + those.Length - 1, reading) is not { Length: > 1 } row)
            {
                continue;
            }

            foreach (var candidate in sentence.Claim(reading, sentence.Whole, new([.. row], true, 0), CandidateKind.Phase, "phase.in-engage", 0.65m, with => with with { Phase = "Engage" }))
            {
                yield return (candidate, true);
            }
        }
    }

    // The bodies that a colon or "they are" leads to.
    private static ImmutableArray<string> RowAfter(Sentence sentence, int at, Reading reading)
    {
        var row = new List<string>();
        var end = at;
        foreach (var mention in reading.MentionsIn(sentence).Where(mention => mention.Kind == MentionKind.Named && mention.At.Start >= at))
        {
            var gap = sentence.Text[end..mention.At.Start];
            if (!(row.Count == 0 ? LeadsTo().IsMatch(gap) : And().IsMatch(gap)))
            {
                break;
            }

            row.Add(mention.Body!);
            end = mention.At.End;
        }

        return row.Count > 1 ? [.. row] : [];
    }

    [GeneratedRegex(@"^['"")]{0,3}(?:(?: [^:;.]{0,50})?:| -|,? (?:and )?(?:namely|they|these|which|the others?|the \w+)? ?(?:are|were)| are)(?: the)? $", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadsTo();

    [GeneratedRegex("^(?:,|,? and| &)(?: the)? $", RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex(@"\b(?:the|these|those) (?:(?:two|three|four|five|six|seven|eight|nine|other|others|forces|services|ones|list|full|names?) ?)+(?:on [^.,:]{3,40} )?(?=(?:are|were)\b|:)|^They (?=are\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Those();

    private static IEnumerable<(Candidate Candidate, bool IsOurs)> Told(Reading reading) =>
        from sentence in reading.Sentences
        from move in Moves(sentence.Text)
        where !Mood.IsDenied(sentence, move.At) && !Mood.IsCompared(sentence, move.At) && !IsOver(sentence, move) && !Mood.IsOnlyPossible(sentence, move.At) && !NotThese().IsMatch(sentence.Text)
        let date = DateOf(sentence, move, reading)
        where (date is not null || !Mood.IsPast(sentence, move.At, reading)) && (date ?? reading.Dated) is not { Year: < SchemeBegan }
        let row = RowAfter(sentence, move.Label.End, reading)
        let ours = row.Length > 0 ? new Subject([.. row], true, -0.05m) : reading.SubjectAt(sentence, move.Label.Start)
        from candidate in sentence.Claim(reading, sentence.Whole, ours.IsOurs ? ours : Others(sentence, move, date, reading), CandidateKind.Phase, move.Rule, sentence.Block.Kind == BlockKind.Heading ? move.Sure - 0.1m : move.Sure, with => with with
        {
            Phase = move.Phase, Date = date,
        })
        select (candidate, ours.IsOurs);

    // Whoever came out long before the document was written is told of for the sake of history.
    private static bool IsLongAgo(Candidate told, Reading reading) =>
        told.Date is { Precision: > 1 } date && reading.Year > date.Year && (reading.Dated is not { Precision: 3 } now || now.First.DayNumber - date.First.DayNumber > LongAgo);

    private static bool IsOver(Candidate told, Reading reading) =>
        told is { Phase: "Engage", Date: { } date } && reading.Year > date.Year && reading.Sentences.FirstOrDefault(sentence => sentence.Start(0) >= told.End) is { } next
            && CameOut().IsMatch(next.Text) && reading.MentionsIn(next).All(mention => mention.Kind == MentionKind.Back);

    [GeneratedRegex(@"^(?:it|the (?:force|service|constabulary)|they) (?:only |finally |then |eventually )?(?:came out|left|emerged|was (?:removed|taken out|released|moved out|returned)|came off|exited)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CameOut();

    private static bool IsOver(Sentence sentence, Move move) =>
        move.Phase == "Engage" && (SpentIn().IsMatch(sentence.Text[..move.At.Start]) || ThenOut().IsMatch(sentence.Text[move.Label.End..]));

    private sealed record Move(Span At, Span Label, string Phase, string Rule, decimal Sure);

    // The name of a phase and what governs it: "into", "under", "remains in" against "out of", "left", "no longer in".
    private static List<Move> Moves(string text)
    {
        var found = new List<Move>();
        foreach (var match in Label().Matches(text).Cast<Match>())
        {
            var label = Span.Of(match);
            var isScan = match.Groups["scan"].Success;
            var clause = Clause(text, label.Start, found.Count > 0 ? found[^1].Label.End : 0);
            var (isOut, at) = Out().Match(clause) is { Success: true } leaving ? (true, leaving)
                : In().Match(clause) is { Success: true } entering ? (false, entering)
                : (false, null);
            if (at is null || NoVerb().IsMatch(clause[..at.Index]) && !at.Groups["verb"].Success)
            {
                continue;
            }

            var start = label.Start - clause.Length + at.Index;
            var phase = isOut == isScan ? "Engage" : "Scan";
            var isState = !isScan && !isOut && !at.Groups["verb"].Success && !Moving().IsMatch(clause);
            // To be where all are by default is no news, unless it is so again.
            if (isScan && !isOut && !at.Groups["verb"].Success && !Moving().IsMatch(clause) && !OnceMore().IsMatch(clause))
            {
                continue;
            }

            var rule = phase == "Scan" ? "phase.returned-to-scan" : isState ? "phase.in-engage" : "phase.moved-to-engage";
            var isPress = match.Value.StartsWith("special", StringComparison.OrdinalIgnoreCase);
            // "Engage, better known as special measures" is said once.
            if (found.Count == 0 || found[^1].Phase != phase || !Again().IsMatch(text[found[^1].Label.End..label.Start]))
            {
                found.Add(new(new(start, label.End), label, phase, isPress ? $"{rule}-press-label" : rule, (isState ? 0.8m : 0.9m) - (isPress ? 0.15m : 0)));
            }
        }

        return found;
    }

    [GeneratedRegex(@"^(?:[^\w]|\b(?:or|and|more|popularly|commonly|better|also|known|as|called|the|so-called|its|process|of|phase|often|sometimes|referred|to|in|press|by|media|what|is|was|dubbed|usually|a|form|kind|for)\b)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Again();

    // As far back as the verb of the clause can stand.
    private static string Clause(string text, int end, int start)
    {
        var clause = text[Math.Max(start, end - Reach)..end];
        return Breaks().Matches(clause) is { Count: > 0 } breaks ? clause[(breaks[^1].Index + breaks[^1].Length)..] : clause;
    }

    // A body with its name, and either a date or where it stands today.
    private static Subject Others(Sentence sentence, Move move, PartialDate? date, Reading reading) =>
        (date is not null || StandsNow().IsMatch(sentence.Text[..move.Label.Start])) && !InContrast().IsMatch(sentence.Text) ? reading.NamedAt(sentence, move.At.Start + 1) with { Sure = -0.1m } : Subject.SomebodyElse;

    [GeneratedRegex(@"\b(?:by contrast|by comparison|in contrast|unlike|neighbouring|nearby|is also|are also|was also|has also|too)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InContrast();

    // The date behind the move, or the one that opens its clause, or that of the sentence before.
    private static PartialDate? DateOf(Sentence sentence, Move move, Reading reading)
    {
        if (SameDay().IsMatch(sentence.Text) && reading.ByBlock[sentence.Block].Take(sentence.InBlock).TakeLast(2).Reverse()
            .Select(before => DateWords.In(before.Text, reading.Dated).FindAll(date => date.Date is { Precision: 3 })).FirstOrDefault(dates => dates.Count > 0) is [var told])
        {
            return told.Date;
        }

        var dates = DateWords.In(sentence.Text, reading.Dated);
        var end = Math.Max(move.At.End, move.Label.End);
        var after = dates.FindIndex(date => date.At.Start >= end && date.At.Start - end <= FarthestDate && !Else().IsMatch(sentence.Text[end..date.At.Start]));
        if (after < 0)
        {
            after = dates.FindIndex(date => date.At.Start >= move.At.Start && date.At.End <= end);
        }

        if (after >= 0)
        {
            return dates[after].Date;
        }

        var before = dates.FindLastIndex(date => date.At.End <= move.At.Start && WhenBefore().IsMatch(sentence.Text[date.At.End..move.At.Start])
            && !Publishing().IsMatch(sentence.Text[..date.At.Start]));
        return before >= 0 ? dates[before].Date : null;
    }

    [GeneratedRegex(@"\b(?:on )?(?:the|that) (?:very )?same (?:day|date)\b|\bthat (?:same )?day\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SameDay();

    [GeneratedRegex(@"\b(?:is|are|remains?|stays?|still|also|currently|already|has been|have been)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StandsNow();

    [GeneratedRegex(@"\b(?:back|again|now|once more|return\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnceMore();

    [GeneratedRegex(@"\b(?:and|but|where|until) (?:it |they |there |the (?:force|service|constabulary|brigade) )?(?:(?:did not|didn't) (?:come out|leave|emerge|exit)|(?:only |finally |eventually |then )?(?:came out|emerged|left)|stayed (?:there |in it |so )?(?:until|for))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThenOut();

    // A stay that is told with its end is over.
    [GeneratedRegex(@"\bspent (?:[\w-]+ ){1,7}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpentIn();

    private const string Monitoring = @"(?:monitoring|scrutiny|oversight|supervision|surveillance)";

    // What may stand between the governing word and the name: "what the inspectorate terms its".
    private const string Naming = @"(?:(?:the|an?|its|our|their|what|what's|is|are|was|it|they|we|inspectors|inspectorate|inspectorate's|hmicfrs|hmicfrs's|watchdog's|as|so-called|known|called|terms?|termed|calls?|dubbed|or|more|popularly|commonly|formally|officially|formal|process|regime|level|stage|phase|status|form|state|category|of|enhanced|default|routine|monitoring|highest|closest|monitoring|scrutiny|oversight|dreaded|full),? ){0,9}['""(]*";

    [GeneratedRegex($@"\b(?:special measures|(?-i:Engage|ENGAGE|(?<=['""])engage|(?<=\b(?:been|is|was|be|remains?|still|put|placed|moved) in(?:to)? )engage(?= since\b|[.,;]))\b(?: phase| stage| process| level)?|engage (?:phase|stage|process)|(?:enhanced|heightened|advanced|intensive|increased|closer|extra)(?: (?:level|phase|stage|form|state|regime)s?)?(?: of)? {Monitoring}(?: phase| stage| process)?"
        + $@"|(?<scan>(?-i:Scan|SCAN|(?<=['""])scan)\b(?: phase| stage| level)?|scan (?:phase|stage)|(?:default|routine|normal|standard|regular|ordinary|usual)(?: (?:level|phase|stage|form|state)s?)?(?: of)? (?:inspection )?{Monitoring}(?: phase)?|(?:default|normal|routine|ordinary) (?:phase|stage|level)))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex($@"(?:\b(?:from|out of|off|outside)|\b(?<verb>(?:exit|leav|quit|escap|end|lift|conclud|complet|shed|shak)(?:ed|s|es|ing|e)?|left|shook off|no longer (?:\w+ ){{0,4}}?(?:in|under|subject to|needs?|requires?|of)?|(?:removal|exit|release|departure|emergence|end|way out) (?:from|of|to))(?: (?:its|their|the|his) (?:time|period|spell|stay|\w+ (?:months|years)) (?:in|under))?) {Naming}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Out();

    [GeneratedRegex($@"(?:^|\b)(?:into|in to|in|to|under|onto|on|within|subject to|(?<verb>enter(?:ed|s|ing)?|join(?:ed|s)?|reach(?:ed|es)?|(?:entry|return|move|step|decision to move) (?:in)?to)) {Naming}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex In();

    // Without a verb before it the name only describes: "the forces in special measures".
    [GeneratedRegex(@"^(?!.*\b(?:is|are|was|were|be|been|being|remain\w*|stay\w*|still|has|have|had|go(?:es|ne)?|went|put\w*|plac\w+|mov\w+|[a-z]+(?:ed|en|ung|unk|ent|old|ept|ought|ook)|return\w*|fall\w*|fell|slip\w*|enter\w*|c[oa]m(?:e|es|ing)|back|get\w*|got|step\w*|keep\w*|revert\w*|takes?|brings?|sends?|pulls?|gone)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NoVerb();

    [GeneratedRegex(@"\b(?:into|onto|[a-z]+ed|put|brought|sent|taken|went|gone|fell|fallen|sunk|forced|moves|puts|places|moving|placing|putting)\b(?!.*\b(?:been|still|remain\w*|stay\w*) (?:\w+ )?(?:in|under)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Moving();

    [GeneratedRegex(@"; |: |\. |\b(?:but|while|whereas|although|because|until|unless)\b|, and (?=(?:it|he|she|they|the|[A-Z])\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();

    // Courts and schools have special measures too.
    [GeneratedRegex(@"\bspecial measures (?:for (?:\w+ ){0,2}(?:witness|victim|child|defendant|people|evidence)\w*|to (?:help|support|protect)|at court|in court|application|hearing|direction)|\b(?:witness|court|ofsted|school|hospital|nhs|trust|council)\w* [^.]{0,60}special measures|\bEngage (?:is|means) (?:the|a|an)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotThese();

    // Behind these a date is of something else.
    [GeneratedRegex(@"[;:]|\b(?:publish\w*|report\w*|inspect(?:ed|ions?)|after|following|until|before|when|while|where|who|which(?! (?:happened|took|came|it did))|and (?:it|the|has|was|is|will)|but|because|said|says|found|raised|issued|due|expected|will|could|by)\b(?! (?:its|the|their|inspectors|inspectorate|HMICFRS) (?:watchdog |inspectorate )?(?:on|in|since)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Else();

    [GeneratedRegex(@"^(?:(?!\b(?:respond|respon|sa(?:id|ys)|publish|announc|welcom|report|after|following|decision|confirm|wrote|call|react|warn|when|which|that)\w*)[^.;]){0,90}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhenBefore();

    [GeneratedRegex(@"\b(?:publish\w*|report(?:ed)? (?:in|of|on)|inspected|inspection (?:in|of|on)|updated?|dated|letter of)\b[^,]{0,30}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Publishing();
}
