using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents;

/// <summary>Finds where a sentence speaks of a body.</summary>
internal static partial class Mentions
{
    /// <param name="text">Of a sentence.</param>
    /// <param name="gazetteer">The names.</param>
    /// <param name="isCell">In a table a county alone means its force.</param>
    public static ImmutableArray<Mention> In(string text, Gazetteer gazetteer, bool isCell = false)
    {
        var words = Word.Of(text);
        var inspectorate = Inspectorate().Matches(text).Select(Span.Of).ToList();
        var found = gazetteer.Find(words, text, cut: isCell || IsList().IsMatch(text) || gazetteer.IsRow(words, text))
            .Select(name => new Mention(new(name.Start, name.End), MentionKind.Named, name.Body, IsPassing(text, name.Start, name.End)))
            .ToList();
        void Add(Match match, MentionKind kind)
        {
            if (!found.Exists(other => other.At.Overlaps(Span.Of(match))) && !inspectorate.Exists(name => name.Overlaps(Span.Of(match))))
            {
                found.Add(new(Span.Of(match), kind, null, IsPassing(text, match.Index, match.Index + match.Length)));
            }
        }

        // The inspectorate has the names of services in its own.
        foreach (var match in Elsewhere().Matches(text).Where(match => !match.Value.Contains("Constabulary", StringComparison.Ordinal)))
        {
            Add(match, MentionKind.Other);
        }

        foreach (var match in Neighbour().Matches(text).Cast<Match>())
        {
            Add(match, MentionKind.Other);
        }

        // "Norfolk and Suffolk Constabularies" are those two, and "no force is worse than Kent Police" is about Kent Police.
        foreach (var match in Many().Matches(text).Where(match => (!OneOf().IsMatch(text[Math.Max(0, match.Index - 40)..match.Index]) || ThereAre().IsMatch(text[..match.Index]))
            && !found.Exists(name => name.At.End + 1 == match.Index) && !NoneButOne().IsMatch(text[match.Index..])))
        {
            Add(match, MentionKind.Other);
        }

        foreach (var match in Back().Matches(text).Cast<Match>())
        {
            Add(match, MentionKind.Back);
        }

        return [.. found.OrderBy(mention => mention.At.Start)];
    }

    [GeneratedRegex(@"\b(?:(?:His|Her)(?:/(?:His|Her))? Majesty'?s'?|HM) (?:Chief )?Inspect(?:orate|or)s? of (?:Constabulary|Fire)(?:,? (?:and|&|of) (?:of )?(?:the )?Fire)?(?: (?:and|&) Rescue(?: Services?)?)?(?:,? (?:and|&) (?:Constabulary|Fire (?:and|&) Rescue Services?))?", RegexOptions.CultureInvariant)]
    private static partial Regex Inspectorate();

    /// <summary>Is "a force" one that something happened to, and not any force?</summary>
    public static bool IsUnnamed(string mention, string after) => One().IsMatch(mention) && Happened().IsMatch(after);

    [GeneratedRegex(@"^(?:an?|one) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex One();

    [GeneratedRegex(@"^ (?:has|was|is|that (?:has|was)|which (?:has|was)|whose|remains|requires|needs)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Happened();

    private static bool IsPassing(string text, int start, int end) =>
        (Comparing().IsMatch(text[Math.Max(0, start - 40)..start]) && !NoneButOne().IsMatch(text[..start])) || Office().IsMatch(text[end..Math.Min(text.Length, end + 40)]);

    // Counties stand for their forces where several stand in a row.
    [GeneratedRegex(@"\b(?:forces|constabularies|police|special measures|engage|enhanced monitoring)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsList();

    [GeneratedRegex(@"\b(?:Police Scotland|Police Service of Northern Ireland|PSNI|(?:[A-Z][\w-]+ (?:and |& |of |the )?){1,5}(?:Fire (?:and|&) Rescue(?: Service)?|Fire Brigade|FRS|Fire Service))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\b(?:(?:an?|any|each|every|no|another|one other|one|neighbouring|a neighbouring|a second|a third|per|which|whichever|most similar) (?:police )?(?:force|constabulary|fire and rescue service|fire service|service that|brigade)|(?:(?:all|other|many|most|some|several|few|both|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2}|police|fire and rescue|fire|english|welsh|neighbouring|nearby|these|those|similar|remaining|of the) ){1,3}(?:forces|constabularies|services|brigades)|forces|constabularies|nationally|national average|across england(?: and wales)?|in england and wales)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Many();

    [GeneratedRegex(@"^no (?:other )?(?:police )?(?:force|constabulary|service|brigade)\b[^.;]{0,100}\bthan\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoneButOne();

    /// <summary>Does "both forces" or "each force" mean every one of so many?</summary>
    public static bool IsAll(string mention, int bodies) => (bodies == 2 && Both().IsMatch(mention)) || (bodies > 1 && Each().IsMatch(mention)) || (bodies == 3 && Three().IsMatch(mention));

    [GeneratedRegex(@"^(?:both|(?:(?:of )?the |these |those )two|two)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Both();

    [GeneratedRegex(@"^each\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Each();

    [GeneratedRegex(@"^(?:all|the|these|those) three\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Three();

    // A county next door, where nothing says that its force is meant.
    [GeneratedRegex(@"\b(?:[Nn]eighbouring|[Nn]earby|[Aa]djoining|[Aa]djacent) [A-Z][\w-]+(?: (?:and |& )?[A-Z][\w-]+){0,3}", RegexOptions.CultureInvariant)]
    private static partial Regex Neighbour();

    [GeneratedRegex(@"\bthere (?:is|are|was|were|remain|remained) (?:now |still |only |just )*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThereAre();

    // "The Met is one of six forces in special measures" is about the Met.
    [GeneratedRegex(@"\b(?:one|another|latest|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|only|largest|biggest|worst|best|most \w+|highest|lowest) (?:\w+ )?(?:of|among|amongst|out of)(?: the| only| just| all)*?(?: [A-Z][\w-]+'s?(?: (?:largest|biggest|smallest|busiest|oldest|most \w+|rural|urban|police)){0,3})? ?$|\b(?:is|are|was|were|be|become|became|remain|remains) (?:now |also |all |both )?(?:the |an? )?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OneOf();

    [GeneratedRegex(@"\b(?:(?:the|this|our|your|its|his|her|troubled|embattled|beleaguered|capital's|county's|county|london|britain's biggest|uk's (?:largest|biggest)|country's (?:largest|biggest)) (?:(?:police|fire|london|county|troubled|embattled|beleaguered|scandal-hit|under-fire) ){0,2}(?:force|constabulary|service|brigade)|the police)\b(?! (?:improvement|user|management|control|inspectorate|watchdog|and crime|and fire|federation|officers? |station|misconduct|conduct|complaints|minister|performance|oversight|uplift|panel|cells?|powers|work|service act))(?!,? fire and crime)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Back();

    [GeneratedRegex(@"\b(?:unlike|like|than|alongside|compared (?:with|to)|such as|joining|joins|join|joined|similar to|next to|beside|as with|as did|along with|followed|following|including|as well as|in contrast to|elsewhere|working with|collaborat\w+ with|shared? with|merger with|support from|seconded from|officers from|former|ex-)(?: the)? ?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Comparing();

    [GeneratedRegex(@"^(?:'s)?,? (?:federation|museum|authority|and crime (?:commissioner|panel)|fire and crime (?:commissioner|panel)|(?:(?:and )?crime )?commissioner's office|area|region|control room staff union)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Office();
}
