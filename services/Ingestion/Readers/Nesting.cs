using System.Text;
using Oversight.Core;

namespace Oversight.Ingestion.Readers;

/// <summary>
/// How deep the elements of a page lie inside each other, counted before it is parsed: the work of a parser grows with the square of it.
/// </summary>
internal static class Nesting
{
    private const int Deepest = 3_000, MostOpen = 30, LongestName = 16;

    // Elements without an end, or whose end need not be written.
    private static readonly HashSet<string> Endless =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "tfoot", "colgroup", "html", "head", "body"];

    // Those of them that are open a parser makes anew in every paragraph.
    private static readonly HashSet<string> MadeAnew = ["b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"];

    public static void Check(ReadOnlySpan<byte> page)
    {
        var (depth, open) = (0, 0);
        for (var rest = page; rest.IndexOf((byte)'<') is >= 0 and var at && at + 1 < rest.Length;)
        {
            rest = rest[(at + 1)..];
            if (rest[0] == '/')
            {
                depth = Math.Max(0, depth - 1);
                open = MadeAnew.Contains(Name(rest[1..])) ? Math.Max(0, open - 1) : open;
                continue;
            }

            var name = Name(rest);
            if (name is "script" or "style")
            {
                rest = rest.IndexOf("</"u8) is >= 0 and var end ? rest[(end + 2)..] : [];
            }
            else if (name.Length > 0 && !Endless.Contains(name) && (++depth > Deepest || (MadeAnew.Contains(name) && ++open > MostOpen)))
            {
                throw new RejectedException("document.too-deep", $"The page has more than {(depth > Deepest ? Deepest : MostOpen)} elements inside each other{(depth > Deepest ? "" : " that style words")}.");
            }
        }
    }

    private static string Name(ReadOnlySpan<byte> tag)
    {
        var length = 0;
        while (length < tag.Length && length < LongestName && char.IsAsciiLetterOrDigit((char)tag[length]))
        {
            length++;
        }

        return length > 0 && char.IsAsciiLetter((char)tag[0]) ? Encoding.ASCII.GetString(tag[..length]).ToLowerInvariant() : "";
    }
}
