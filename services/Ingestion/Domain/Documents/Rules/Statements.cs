using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>What somebody said, in their own words, with who they are.</summary>
internal sealed partial class Statements : IRule
{
    private const int Reach = 260;

    public IEnumerable<Candidate> Read(Reading reading)
    {
        var (people, found) = (new People(), new List<Candidate>());
        var (isOpen, announced) = (false, (Person: default(Person), Start: 0));
        (Sentence Line, Quotation Words)? unsigned = null;
        foreach (var block in reading.Blocks)
        {
            if (Sentence.OfBlock(reading.Document.Text, block) is not { } line)
            {
                continue;
            }

            var quotations = Quotations.In(line.Text);
            // Words that stand alone, and who said them in a line below.
            if (unsigned is (var words, var quoted) && quotations.Count == 0 && Signature().Match(line.Text) is { Success: true } signed && reading.IsRightBelow(words.Block, block)
                && people.Read(signed.Groups["who"].Value) is { } signatory)
            {
                found.Add(Candidate(reading, words, words.Start(quoted.At.Start), line.End(line.Text.Length), signatory, 0.85m));
                (unsigned, isOpen, announced) = (null, false, default);
                continue;
            }

            if (block.Kind is BlockKind.Heading or BlockKind.TableCell)
            {
                people.Meet(line.Text);
                continue;
            }

            unsigned = quotations is [{ At: var whole } alone] && whole.Start == 0 && whole.End >= line.Text.Length - 1 && !isOpen && announced.Person is null ? (line, alone) : null;
            // Words that are set apart without marks.
            if (quotations.Count == 0 && announced.Person is { } first && Unmarked().IsMatch(line.Text))
            {
                found.Add(Candidate(reading, line, announced.Start, line.End(line.Text.Length), first, 0.75m));
                announced = default;
                continue;
            }

            if (quotations is [{ At.Start: 0 } opening, ..] && (isOpen || announced.Person is not null))
            {
                var end = line.End(quotations[^1].At.End);
                if (isOpen && found.Count > 0)
                {
                    found[^1] = Reaching(found[^1], end, reading);
                }
                else if (announced.Person is { } speaker)
                {
                    found.Add(Candidate(reading, line, announced.Start, end, speaker, 0.9m));
                }

                (isOpen, announced) = (quotations[^1].IsOpen || (opening.At.End == line.Text.Length && quotations[^1].IsOpen), default);
                continue;
            }

            announced = Announcing().Match(line.Text) is { Success: true } announcing && people.Read(announcing.Groups["who"].Value) is { } person
                ? (person, line.Start(announcing.Groups["who"].Index)) : default;
            isOpen = false;
            foreach (var statement in In(line, quotations, people, reading))
            {
                found.Add(statement);
                isOpen = quotations[^1].IsOpen;
            }
        }

        return found;
    }

    // In one block, what one person says is one statement, however often "he said" interrupts it.
    private static List<Candidate> In(Sentence line, List<Quotation> quotations, People people, Reading reading)
    {
        var found = new List<Candidate>();
        // "He" is whoever was spoken of last: "Chief Constable Jo Lane said she was delighted."
        var opening = line.Text[..Math.Min(quotations is [{ At: var quoted }, ..] ? quoted.Start : line.Text.Length, Reach * 4)];
        people.Follow(opening);
        foreach (var speaking in Speaking().Matches(opening).Cast<Match>())
        {
            people.Hear(speaking.Groups["who"].Value);
        }

        people.Meet(quotations.Count == 0 ? line.Text : "");
        for (var i = 0; i < quotations.Count; i++)
        {
            var at = quotations[i].At;
            var (from, to) = (i == 0 ? 0 : quotations[i - 1].At.End, i + 1 < quotations.Count ? quotations[i + 1].At.Start : line.Text.Length);
            from = Math.Max(from, at.Start - Reach);
            to = Math.Min(to, at.End + Reach);
            // A word held with tongs in between is no quotation.
            var (before, after) = (InBrackets().Replace(line.Text[from..at.Start].Replace('"', '\''), ""), line.Text[at.End..to]);
            if ((Before().Match(before) is { Success: true } verb ? verb : Labelled().Match(before)) is { Success: true } said && people.Read(said.Groups["who"].Value) is { } speaker)
            {
                Add(speaker, from + said.Groups["who"].Index, at.End);
            }
            else if (After().Match(after) is { Success: true } then && (people.Read(then.Groups["who"].Value) ?? people.Read(then.Groups["first"].Value)) is { } later)
            {
                Add(later, at.Start, at.End + then.Length);
            }
            else if (found.Count > 0 && Leading().Match(before) is { Success: true } anew && anew.Groups["colon"].Success && people.Subject(anew.Groups["clause"].Value, true) is { } another)
            {
                Add(another, from + anew.Groups["clause"].Index, at.End, 0.75m);
            }
            else if (found.Count > 0)
            {
                found[^1] = Reaching(found[^1], line.End(at.End), reading);
            }
            else if (!NoSpeech().IsMatch(before) && Leading().Match(before) is { Success: true } leading && people.Subject(leading.Groups["clause"].Value, leading.Groups["colon"].Success) is { } subject)
            {
                // Whatever the verb, whose sentence it is speaks.
                Add(subject, from + leading.Groups["clause"].Index, at.End, 0.75m);
            }
            else if (AtRest().IsMatch(before) && Speaking().Matches(before).LastOrDefault() is { } spoke && people.Read(spoke.Groups["who"].Value) is { } same)
            {
                // "She said it was wrong. 'We …'"
                Add(same, from + spoke.Groups["who"].Index, at.End, 0.75m);
            }
        }

        return found;

        void Add(Person speaker, int start, int end, decimal sure = 0.9m)
        {
            if (found.Count > 0 && found[^1].Speaker == speaker.Name)
            {
                found[^1] = Reaching(found[^1], line.End(end), reading);
                return;
            }

            found.Add(Candidate(reading, line, line.Start(start), line.End(end), speaker, sure));
        }
    }

    [GeneratedRegex(@"[.!?]'? $")]
    private static partial Regex AtRest();

    // "Dr Ann Lee (Y Prif Gwnstabl), said"
    [GeneratedRegex(@" \([^()]{2,40}\)(?=,? \w+(?: \w+)?:? ?$)")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"(?:^|(?<=[.!?]'? ))(?<clause>(?:[^.!?]|\.(?=\d)){3,240}?)(?<colon>:)? ?$", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    // A title or somebody else's words, and no speech.
    [GeneratedRegex(@"\b(?:titled|entitled|headed|headlined|called|named|termed|the phrase|the words?|the term|motto|slogan|campaign|report|poster|banner|reading|so-called|known as|described as|labelled|rated|graded) ?,?:? ?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoSpeech();

    private static Candidate Candidate(Reading reading, Sentence line, int start, int end, Person speaker, decimal sure) =>
        new(CandidateKind.Statement, "statement.quoted", sure, start, end, reading.Document.Text[start..end])
        {
            Speaker = speaker.Name,
            Role = speaker.Role,
            // Somebody of another force speaks for that one.
            Body = Whose(speaker.Name, reading.ByBlock[line.Block], reading) ?? Named(reading.ByBlock[line.Block].SelectMany(sentence => reading.MentionsIn(sentence))) ?? (reading.Main is [var only] ? only
                : reading.HeadingOf(line.Block) is { } heading ? Named(reading.MentionsIn(heading)) : null),
        };

    private static string? Whose(string speaker, IEnumerable<Sentence> block, Reading reading) =>
        (from sentence in block
         from mention in reading.MentionsIn(sentence)
         where mention.Kind == MentionKind.Named && speaker.Contains(sentence.Text[mention.At.Start..mention.At.End], StringComparison.Ordinal)
         select mention.Body).FirstOrDefault();

    private static string? Named(IEnumerable<Mention> mentions) =>
        mentions.Where(mention => mention is { Kind: MentionKind.Named, IsPassing: false }).Select(mention => mention.Body).Distinct().ToList() is [var body] ? body : null;

    private static Candidate Reaching(Candidate statement, int end, Reading reading) =>
        end <= statement.End ? statement : statement with { End = end, Quote = reading.Document.Text[statement.Start..end] };

    // Somebody's words about themselves and theirs.
    [GeneratedRegex(@"^(?:I|We|My|Our|I'm|I've|We're|We've|I'd|We'd)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Unmarked();

    // "- Ann Lee, Chief Constable"
    [GeneratedRegex(@"^(?:- ?|[Bb]y )?(?<who>(?:[A-Z][\w.'-]+ ){1,7}[A-Z][\w'-]+(?:,[^.!?""]{3,90})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

    private const string Verb = "said|says|added|adds|told|tells|commented|stated|warned|warns|explained|admitted|insisted|continued|responded|concluded|wrote|tweeted|posted|acknowledged|claimed|argued|remarked|replied|declared|stressed|adding|saying|welcomed|praised|writes|notes|noted|argues|insists|admits|concedes|conceded|believes|observes|observed|replies|reflects|reflected|reckons|explains|concludes|agrees|agreed|pledged|promised|vowed|urged|described|called";

    [GeneratedRegex($@"(?:^|[.!?]""? |"" )(?<who>[^.!?""]{{2,180}}?),? \b(?:{Verb})\b[^.!?""]{{0,120}}$|(?:^|[.!?] )(?<who>(?:(?![.!?] (?:He|She|They|It|The|In|On)\b)[^""]){{2,180}}?),? \b(?:{Verb})\b[^.!?""]{{0,40}}: ?$|\b(?:told|informed|assured|warned|reminded|heard)\b(?: evidence)? (?:by|from) (?<who>[^.!?""]{{2,140}}?),? (?:that |who \w+ )?$|\b[Aa]ccording to (?<who>[^.!?"",]{{2,80}}),[^.!?""]{{0,80}}$", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    // "Chief Constable's comments: …", "Response from the Commissioner: …", "Roy Lane, Chief Constable: …"
    [GeneratedRegex(@"^(?<who>[A-Z][^.!?:""]{2,120}?)(?:'s?)? (?:comments?|response|reply|statement|remarks|view|reaction|quote): ?$|^(?:[Cc]omments?|[Rr]esponse|[Rr]eply|[Ss]tatement|[Rr]eaction|[Qq]uote) (?:from|by|of) (?<who>[^.!?:""]{2,120}): ?$|^(?<who>(?:[A-Z][\w'-]+ ){1,6}[A-Z][\w'-]+(?:, [^.!?:""]{3,90})?): ?$", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex($@"(?:^|[.!?] )(?<who>[A-Z][^.!?""]{{2,140}}?),? \b(?:{Verb})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Speaking();

    [GeneratedRegex($@"^,? ?(?:\b(?:{Verb})\b (?<who>[^.!?""]{{2,180}})|(?<first>(?:he|she|they|[A-Z])[^.!?""]{{0,120}}?),? \b(?:{Verb})\b[^.!?""]{{0,60}}|(?<first>[^.!?""]{{2,120}}) \b(?:said|added)\b| ?[a-z]+(?:s|ed|d) (?<who>(?:[A-Z][\w.'-]+ ){{1,6}}[A-Z][\w'-]+(?:, [^.!?""]{{3,120}})?)|- ?(?<first>(?:[A-Z][\w.'-]+ ){{1,7}}[A-Z][\w'-]+)(?:,[^.!?""]{{3,90}})?$)", RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex($@"(?:^|[.!?] )(?<who>[^""]{{2,220}}?),? (?:has |also )?\b(?:{Verb}|statement)\b[^.!?""]{{0,80}}: ?$", RegexOptions.CultureInvariant)]
    private static partial Regex Announcing();
}
