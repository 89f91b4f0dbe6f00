using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;
using Oversight.Ingestion.Text;

namespace Oversight.Ingestion.Documents;

/// <summary>
/// A sentence, or a line that is none, in a form that is easy to match: one space between words, straight quotes, one kind of dash, nothing hidden.
/// </summary>
internal sealed partial class Sentence
{
    /// <summary>What is longer is cut, so that the work on a document grows with its length alone.</summary>
    public const int Longest = 1_200;

    private const int LongestItem = 140;

    private readonly int[] _places;

    private Sentence(Block block, string text, int[] places, int inBlock) => (Block, Text, _places, InBlock) = (block, text, places, inBlock);

    public Block Block { get; }

    /// <summary>The form to match; its length differs from that of the original.</summary>
    public string Text { get; }

    /// <summary>The how manieth of its block, from 0.</summary>
    public int InBlock { get; }

    public Span Whole => new(0, Text.Length);

    /// <summary>Where in the document a character of <see cref="Text"/> stands.</summary>
    public int Start(int at) => _places[at];

    /// <summary>Where in the document the stretch that ends before a character of <see cref="Text"/> ends.</summary>
    public int End(int at) => _places[at - 1] + 1;

    public static ImmutableArray<Sentence> Of(string document, Block block)
    {
        var (text, places) = Plain(document.AsSpan(block.Start, block.End - block.Start), block.Start);
        var found = ImmutableArray.CreateBuilder<Sentence>();
        for (var start = 0; start < text.Length;)
        {
            var end = EndOf(text, start);
            var (first, last) = (start, end);
            while (first < last && text[first] == ' ')
            {
                first++;
            }

            while (last > first && text[last - 1] == ' ')
            {
                last--;
            }

            if (last > first)
            {
                found.Add(new(block, text[first..last], places[first..last], found.Count));
            }

            start = end;
        }

        return found.ToImmutable();
    }

    /// <summary>A block as one piece, for what goes over several sentences.</summary>
    public static Sentence? OfBlock(string document, Block block)
    {
        var (text, places) = Plain(document.AsSpan(block.Start, block.End - block.Start), block.Start);
        return text.Length == 0 ? null : new(block, text, places, 0);
    }

    private static (string Text, int[] Places) Plain(ReadOnlySpan<char> original, int offset)
    {
        var (text, places) = (new StringBuilder(original.Length), new List<int>(original.Length));
        for (var i = 0; i < original.Length; i++)
        {
            var c = original[i];
            var plain = c switch
            {
                '‘' or '’' or '‛' or '`' or '´' => '\'',
                '“' or '”' or '„' or '«' or '»' => '"',
                '–' or '—' or '‐' or '‑' or '‒' or '−' => '-',
                '•' or '·' or '▪' or '◦' or '●' => '•',
                _ when char.IsWhiteSpace(c) || char.IsControl(c) => ' ',
                _ => c,
            };
            if (Shown.IsHidden(c) || (plain == ' ' && (text.Length == 0 || text[^1] == ' ')))
            {
                continue;
            }

            // Each letter of a ligature stands where the ligature does.
            foreach (var letter in Ligatures.Of(c) ?? plain.ToString())
            {
                text.Append(letter);
                places.Add(offset + i);
            }
        }

        if (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
            places.RemoveAt(places.Count - 1);
        }

        return (text.ToString(), [.. places]);
    }

    private static int EndOf(string text, int start)
    {
        var limit = Math.Min(text.Length, start + Longest);
        for (var i = start; i < limit; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or ';') || (text[i] == '.' && Abbreviates(text, start, i)))
            {
                continue;
            }

            var end = i + 1;
            while (end < limit && text[end] is '"' or '\'' or ')' or ']')
            {
                end++;
            }

            if (end >= text.Length || (text[end] == ' ' && (text[i] == ';' ? !GoesOn(text, end + 1) : Begins(text, end + 1))))
            {
                return end;
            }
        }

        return limit < text.Length && text.LastIndexOf(' ', limit - 1, limit - start) is var space && space > start ? space : limit;
    }

    private static bool Begins(string text, int at) =>
        at < text.Length && (char.IsUpper(text[at]) || char.IsDigit(text[at]) || text[at] is '"' or '\'' or '(' or '[' or '•' or '-');

    // "Good at preventing crime; and adequate at managing offenders": what has no verb of its own is one more thing of a list.
    private static bool GoesOn(string text, int at) =>
        at < text.Length && Item().Match(text, at, Math.Min(LongestItem, text.Length - at)) is { Success: true } item && (Alike().IsMatch(item.Value) || !OwnVerb().IsMatch(item.Value));

    [GeneratedRegex(@"\G['""]?[a-z][^.;!?]{2,}(?:[.;]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"^(?:and )?(?:so|as) (?:is|are|was|were|too|had|has|did|does)\b|^(?:and )?(?:likewise|similarly|ditto)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Alike();

    [GeneratedRegex(@"\b(?:it|they|we|i|he|she|this|there|which|was|were|is|are|has|have|had|will|would|can|could|said|does|do|did|found|says)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnVerb();

    private static bool Abbreviates(string text, int start, int dot)
    {
        var word = dot;
        while (word > start && char.IsLetter(text[word - 1]))
        {
            word--;
        }

        return (dot - word == 1 && char.IsUpper(text[word]))
            || text.AsSpan(word, dot - word) is "Mr" or "Mrs" or "Ms" or "Dr" or "St" or "No" or "Supt" or "Insp" or "Sgt" or "Prof" or "Rev" or "Hon" or "Cllr"
                or "vs" or "eg" or "ie" or "approx" or "Jan" or "Feb" or "Aug" or "Sept" or "Oct" or "Nov" or "Dec";
    }
}
