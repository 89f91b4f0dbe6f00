using System.Text;

namespace Oversight.Core;

/// <summary>Looks for words, as everybody does who searches here.</summary>
public static class Look
{
    /// <summary>What there is to look for, one by one.</summary>
    public static IReadOnlyList<string> Words(string words) => Plain(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether every word begins a word of one of the texts, whatever the case and the accents.</summary>
    public static bool For(string words, params IEnumerable<string?> texts) => For(Words(words), texts);

    /// <summary>The same for words that were taken apart before.</summary>
    public static bool For(IReadOnlyList<string> words, params IEnumerable<string?> texts)
    {
        var text = Plain(string.Join('\n', texts));
        return words.All(word => Begins(word, text));
    }

    /// <summary>In lower case and without accents.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Where(letter => letter is < '\u0300' or > '\u036f'))
        {
            plain.Append(char.ToLowerInvariant(Letters.Plain(letter)));
        }

        return plain.ToString();
    }

    private static bool Begins(string word, string text)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            {
                return true;
            }
        }

        return false;
    }
}
