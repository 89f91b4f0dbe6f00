using System.Text.RegularExpressions;
using Oversight.Core;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>A body moved into Engage or back to Scan, by the inspectorate's words or by those of the press ("special measures").</summary>
internal sealed partial class Phases : IRule
{
    // The scheme with the two phases is younger than the words for them.
    private const int SchemeBegan = 2018;

    // Where other bodies stand is told in earnest by a document that tells it of its own, and elsewhere in passing.
    public IEnumerable<Candidate> Read(Reading reading)
    {
        var found = All(reading).ToList();
        return found.Where(one => one.IsOurs || found.Exists(other => other.IsOurs)).Select(one => one.Candidate);
    }

    private static IEnumerable<(Candidate Candidate, bool IsOurs)> All(Reading reading) =>
        from sentence in reading.Sentences
        from move in Moves(sentence.Text)
        where !Mood.IsDenied(sentence, move.At) && !Mood.IsOnlyPossible(sentence, move.At) && !NotThese().IsMatch(sentence.Text)
        let date = DateOf(sentence, move, reading)
        where (date is not null || !Mood.IsPast(sentence, move.At, reading)) && (date ?? reading.Dated) is not { Year: < SchemeBegan }
        let ours = reading.SubjectAt(sentence, move.Label.Start)
        from candidate in sentence.Claim(reading, sentence.Whole, ours.IsOurs ? ours : Others(sentence, move, date, reading), CandidateKind.Phase, move.Rule, move.Sure, with => with with
        {
            Phase = move.Phase, Date = date,
        })
        select (candidate, ours.IsOurs);

    private sealed record Move(Span At, Span Label, string Phase, string Rule, decimal Sure);

    private static List<Move> Moves(string text)
    {
        var found = new List<Move>();
        void Add(Match match, string phase, string rule, decimal sure)
        {
            var label = Span.Of(match.Groups["label"]);
            if (!found.Exists(move => move.Label.Overlaps(label) || move.At.Overlaps(Span.Of(match))))
            {
                var isPress = match.Groups["label"].Value.StartsWith("special", StringComparison.OrdinalIgnoreCase);
                found.Add(new(Span.Of(match), label, phase, isPress ? $"{rule}-press-label" : rule, isPress ? sure - 0.15m : sure));
            }
        }

        foreach (var match in Returned().Matches(text).Concat(Left().Matches(text)))
        {
            Add(match, "Scan", "phase.returned-to-scan", 0.9m);
        }

        foreach (var match in Entered().Matches(text).Cast<Match>())
        {
            Add(match, "Engage", "phase.moved-to-engage", 0.9m);
        }

        foreach (var match in Stands().Matches(text).Cast<Match>())
        {
            Add(match, "Engage", "phase.in-engage", 0.8m);
        }

        return found;
    }

    // A body with its name, and either a date or where it stands today.
    private static Subject Others(Sentence sentence, Move move, PartialDate? date, Reading reading) =>
        date is not null || StandsNow().IsMatch(sentence.Text[..move.Label.Start]) ? reading.NamedAt(sentence, move.At.Start + 1) with { Sure = -0.1m } : Subject.SomebodyElse;

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
        var after = dates.FindIndex(date => date.At.Start >= end && WhenAfter().IsMatch(sentence.Text[end..date.At.Start]));
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

    [GeneratedRegex(@"\b(?:is|are|remains?|stays?|still|also|currently|already)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StandsNow();

    private const string Engage = @"(?<label>special measures|(?-i:Engage|ENGAGE|'engage'|""engage"")(?: phase| stage| process| level)?|engage (?:phase|stage|process)|(?:enhanced|heightened|advanced|intensive)(?: (?:level|phase|stage|form|state|regime)s?)?(?: of)? (?:monitoring|scrutiny|oversight)(?: phase| stage| process)?)";
    private const string Scan = @"(?<label>(?-i:Scan|SCAN|'scan'|""scan"")(?: phase| stage| level)?|scan (?:phase|stage)|(?:default|routine|normal|standard|regular|ordinary|usual)(?: (?:level|phase|stage|form|state)s?)?(?: of)? (?:monitoring|inspection monitoring|scrutiny|oversight)(?: phase)?)";
    private const string Few = @"(?:[\w'&-]+,? ){0,7}?";
    private const string Into = @"(?:into|in to|in|to|under|onto|on) (?:(?:the|an|a|its|what|is|so-called|known|as|called|inspectorate's|hmicfrs's|our|their|process|of|level|stage|phase|formal) ){0,5}['""(]?";

    [GeneratedRegex($@"\b(?:mov(?:ed?|es|ing)|return(?:ed|s|ing)?|revert(?:ed|s|ing)?|step(?:ped|s)? down|transition(?:ed|s)?|transfer(?:red)?|go(?:es|ne)?|went|back|put|placed|taken|releas(?:ed|es)|remains?|is|are) {Few}{Into}{Scan}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Returned();

    [GeneratedRegex($@"\b(?:(?:remov(?:ed?|es|ing|al)|releas(?:ed?|es|ing)|mov(?:ed?|es|ing)|lift(?:ed|s)?|tak(?:en?|es|ing)|brought|c[oa]m(?:es?|ing)|step(?:ped|s)?|emerg(?:ed?|es|ing)|gets?|got|pulled?|transition(?:ed|s)?|escaped?|is|are|now|was|exit(?:ed|s)?|been|discharged|return(?:ed|s)?) {Few}(?:from|out of|of|off) |(?:exit(?:ed|s|ing)?|lef?t|leav(?:es?|ing)|ended|end of|ends|an end to|quit) (?:its |their |his |the )?(?:time |period |spell |stay )?(?:in |under |from )?|no longer {Few}(?:in|under|subject to|requir\w+|need\w*|into)? ?)(?:(?:the|an|a|its|inspectorate's|hmicfrs's|our|process|of|phase|level|stage|so-called) ){{0,4}}['""(]?{Engage}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Left();

    [GeneratedRegex($@"\b(?:(?:mov(?:ed?|es|ing)|plac(?:ed?|es|ing)|put(?:s|ting)?|plung(?:ed?|es|ing)|escalat(?:ed?|es|ing)|brought|bring(?:s|ing)?|tak(?:en?|es)|sent|transferr?(?:ed|s)?|went|gone|fell|falls?|fallen|subject(?:ed)?|elevat(?:ed|es)|stepped up|forced|slapped|sank|entry|drafted|step|decision) {Few}{Into}|(?:enter(?:ed|s|ing)?) (?:the |an |its |into )?['""]?){Engage}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Entered();

    [GeneratedRegex($@"(?:\b(?:is|are|was|were|been|being|remains?|remained|stay(?:s|ed)?|still|currently|already|now|be|force|constabulary|service|brigade|police|met|kept|has)(?: (?:one of|among) (?:the |only )?(?:\w+ ){{1,3}}(?:forces|services))?,? (?:still |currently |now |already |also |been |being |both |all )*(?:in|under|subject to) (?:(?:the|an|a|its|what is|so-called|inspectorate's) ){{0,3}}|^in )['""(]?{Engage}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stands();

    // Courts and schools have special measures too.
    [GeneratedRegex(@"\bspecial measures (?:for (?:\w+ ){0,2}(?:witness|victim|child|defendant|people|evidence)\w*|to (?:help|support|protect)|at court|in court|application|hearing|direction)|\b(?:witness|court|ofsted|school|hospital|nhs|trust|council)\w* [^.]{0,60}special measures|\bEngage (?:is|means) (?:the|a|an)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotThese();

    [GeneratedRegex(@"^['"")]{0,3}(?: (?:phase|stage|process|level))?(?: of (?:the |its |our |their |HMICFRS's )?(?:enhanced )?(?:monitoring|oversight)(?: process)?)?(?: \([^)]{0,60}\)| - [^-]{3,70} -|, (?:often|commonly|better|also|sometimes|which is) [^,]{3,60},)?,?(?: (?:by|with|over|after|following|because|due) [^,;]{2,60}?,?)?(?:,? (?:the (?:police |fire )?(?:inspectorate|watchdog|regulator|force)|HMICFRS|inspectors|it) (?:has |have |was )?(?:confirmed|announced|said|revealed|disclosed))?(?:,? for (?:\w+ ){0,3}\w+ (?:days|weeks|months|years?))?(?: back)?(?: (?:since|in|on|from|with effect from|as of|effective|effective from|earlier|late|early|at the end of|the end of|during|last|this|and|it was announced|was announced|announced|on the|the|of|morning of|evening of|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))*,? ?\(?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhenAfter();

    [GeneratedRegex(@"^(?:(?!\b(?:respond|respon|sa(?:id|ys)|publish|announc|welcom|report|after|following|decision|confirm|wrote|call|react|warn|when|which|that)\w*)[^.;]){0,90}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhenBefore();

    [GeneratedRegex(@"\b(?:publish\w*|report(?:ed)? (?:in|of|on)|inspected|inspection (?:in|of|on)|updated?|dated|letter of)\b[^,]{0,30}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Publishing();
}
