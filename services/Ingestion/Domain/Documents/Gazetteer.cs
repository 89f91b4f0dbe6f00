using System.Collections.Immutable;
using Oversight.Ingestion.Register;

namespace Oversight.Ingestion.Documents;

/// <summary>Every way in which a text names a body. Names by which nobody could tell two bodies apart are left out.</summary>
public sealed class Gazetteer
{
    // Said by newspapers, of bodies that the register has under other names.
    private static readonly (string Body, string Name)[] Nicknames =
    [
        ("metropolitan", "Scotland Yard"), ("metropolitan", "Met"), ("metropolitan", "Metropolitan force"), ("london-fire-brigade", "LFB"),
        ("greater-manchester", "Manchester police"), ("west-midlands", "West Mids Police"), ("british-transport-police", "transport police"),
    ];

    private static readonly string[] PoliceWords = ["police", "constabulary", "police force", "police service", "force", "officers", "police officers"];
    private static readonly string[] FireWords = ["fire and rescue service", "fire and rescue", "fire service", "fire brigade", "frs", "fire"];

    private readonly BodyRegister _register;
    private readonly Dictionary<string, List<Name>> _byFirstWord;
    private readonly Dictionary<string, List<Name>> _short;

    private Gazetteer(BodyRegister register, IEnumerable<Name> full, IEnumerable<Name> shorter) => (_register, _byFirstWord, _short) = (register, Index(full), Index(shorter));

    /// <summary>The names that a register knows, and those that follow from them.</summary>
    public static Gazetteer Of(BodyRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        var full = register.Names.SelectMany(names => names.Value.Select(name => (names.Key, name.Body, name.Name)))
            .Concat(Nicknames.Where(name => register.Bodies.ContainsKey(name.Body)).Select(name => (Key: NameKey.Of(name.Name), name.Body, name.Name)))
            .Where(name => name.Key != "")
            .Select(name => new Name(name.Key.Split(' '), name.Body, IsShort(name.Name)));
        var cut = register.ShortNames.SelectMany(name => name.Value.Select(body => (name.Key, Body: body, register.Bodies[body].Service))).ToList();
        var withService = cut.SelectMany(name => (name.Service == BodyService.Police ? PoliceWords : FireWords)
            .Select(words => new Name($"{name.Key} {words}".Split(' '), name.Body, false)));
        var unregistered = FireServices.Places.Where(place => !register.Bodies.ContainsKey(FireServices.Id(place)))
            .SelectMany(place => FireWords.Select(words => new Name(NameKey.Of($"{place} {words}").Split(' '), FireServices.Id(place), false)));
        var alone = cut.GroupBy(name => name.Key).Where(names => names.Select(name => name.Body).Distinct().Count() == 1)
            .Where(names => names.Key.Contains(" and ", StringComparison.Ordinal) || names.Key is "thames valley" or "west mercia" or "dyfed powys")
            .Select(names => new Name(names.Key.Split(' '), names.First().Body, false));
        var listed = cut.Where(name => name.Service == BodyService.Police).Select(name => new Name(name.Key.Split(' '), name.Body, false));
        return new(register, full.Concat(withService).Concat(unregistered).Concat(alone), listed);
    }

    internal BodyService Service(string body) => _register.Bodies.TryGetValue(body, out var known) ? known.Service : BodyService.Fire;

    /// <summary>Of which service "the constabulary" or "the brigade" is; null where that is not said.</summary>
    internal static BodyService? ServiceOf(string words) =>
        words.EndsWith("constabulary", StringComparison.OrdinalIgnoreCase) || words.EndsWith("force", StringComparison.OrdinalIgnoreCase) || words.Contains("police", StringComparison.OrdinalIgnoreCase) ? BodyService.Police
        : words.EndsWith("brigade", StringComparison.OrdinalIgnoreCase) || words.EndsWith("service", StringComparison.OrdinalIgnoreCase) ? BodyService.Fire
        : null;

    /// <summary>The names in a text, the longest at each place, in the order of the text.</summary>
    /// <param name="words">Of the text.</param>
    /// <param name="text">What the words are of.</param>
    /// <param name="cut">Also police forces by their counties alone, where the text makes clear that it lists forces.</param>
    internal IEnumerable<(int Start, int End, string Body)> Find(IReadOnlyList<Word> words, string text, bool cut)
    {
        for (var i = 0; i < words.Count;)
        {
            var name = Longest(_byFirstWord, words, text, i) ?? (cut ? Longest(_short, words, text, i) : null);
            if (name is null)
            {
                i++;
                continue;
            }

            yield return (words[i].Start, words[i + name.Words.Length - 1].End, name.Body);
            i += name.Words.Length;
        }
    }

    /// <summary>Does a text name so many counties in a row that their forces must be meant?</summary>
    internal bool IsRow(IReadOnlyList<Word> words, string text)
    {
        var (inRow, last) = (0, 0);
        for (var i = 0; i < words.Count && inRow < CountiesInRow;)
        {
            if (!char.IsUpper(text[words[i].Start]) || (Longest(_short, words, text, i) ?? Longest(_byFirstWord, words, text, i)) is not { } name)
            {
                i++;
                continue;
            }

            inRow = inRow > 0 && text[last..words[i].Start].Replace(" the", "", StringComparison.OrdinalIgnoreCase).Trim(' ', ',') is "" or "and" or "&" ? inRow + 1 : 1;
            i += name.Words.Length;
            last = words[i - 1].End;
        }

        return inRow >= CountiesInRow;
    }

    private const int CountiesInRow = 3;

    private static Name? Longest(Dictionary<string, List<Name>> names, IReadOnlyList<Word> words, string text, int at) =>
        names.GetValueOrDefault(words[at].Key)?.Find(name => name.Begins(words, text, at));

    // An abbreviation, which has to be written exactly so.
    private static bool IsShort(string name) => name.Length <= 5 && name.All(char.IsUpper);

    private static Dictionary<string, List<Name>> Index(IEnumerable<Name> names) => names
        .GroupBy(name => name.Words[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(name => name.Words.Length).ToList());

    private sealed record Name(string[] Words, string Body, bool IsAbbreviation)
    {
        private static readonly HashSet<string> Small = ["and", "of", "the", "force", "officers", "police", "service", "brigade", "fire", "rescue", "constabulary"];

        public bool Begins(IReadOnlyList<Word> words, string text, int at)
        {
            if (at + Words.Length > words.Count)
            {
                return false;
            }

            for (var i = 0; i < Words.Length; i++)
            {
                var word = words[at + i];
                if (word.Key != Words[i] || !(char.IsUpper(text[word.Start]) || text[word.Start] == '&' || Small.Contains(word.Key))
                    || (i > 0 && !words[at + i - 1].JoinsNext(text, word)))
                {
                    return false;
                }
            }

            var last = words[at + Words.Length - 1];
            var written = text.AsSpan(words[at].Start, last.End - words[at].Start);
            return (!IsAbbreviation || !written.ContainsAnyInRange('a', 'z'))
                && (Words is not ["met"] || (written is "Met" && !IsVerbOrWeather(text, words[at].Start, last.End)));
        }

        private static bool IsVerbOrWeather(string text, int start, int end)
        {
            var after = text.AsSpan(end);
            return after.StartsWith(" Office") || after.StartsWith(" Gala") || after.StartsWith(" Bar")
                || (start == 0 && (after.StartsWith(" with ") || after.StartsWith(" by ") || after.StartsWith(" the ")));
        }
    }
}

/// <summary>A word of a text, in the form of <see cref="NameKey"/>.</summary>
internal readonly record struct Word(string Key, int Start, int End)
{
    public bool JoinsNext(string text, Word next) => next.Start - End <= 1 && (next.Start == End || text[End] is ' ' or '-');

    public static List<Word> Of(string text)
    {
        var words = new List<Word>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '&')
            {
                words.Add(new("and", i, i + 1));
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            if (i == start)
            {
                // What stands behind an apostrophe belongs to the word before.
                i += text[i] == '\'' && i + 1 < text.Length && text[i + 1] == 's' && (i + 2 == text.Length || !char.IsLetterOrDigit(text[i + 2])) ? 2 : 1;
                continue;
            }

            words.Add(new(NameKey.Of(text[start..i]) is { Length: > 0 } key ? key : "the", start, i));
        }

        return words;
    }
}
