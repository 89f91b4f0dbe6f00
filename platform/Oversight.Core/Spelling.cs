namespace Oversight.Core;

/// <summary>What somebody may have meant who asked for something that there is none of.</summary>
public static class Spelling
{
    private const int MostSuggestions = 5, LongestCompared = 100;

    /// <summary>What is near to <paramref name="asked"/> by any of its names, the nearest first.</summary>
    /// <param name="asked">Lower-case words joined by hyphens.</param>
    /// <param name="known">What there is, with its names in the same form.</param>
    public static IReadOnlyList<string> Near(string asked, IEnumerable<(string Id, IEnumerable<string> Names)> known)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var compared = asked.Length <= LongestCompared ? asked : asked[..LongestCompared];
        return [.. known.Select(one => (one.Id, Away: one.Names.Min(name => Away(compared, name))))
            .Where(one => one.Away <= Math.Min(compared.Length - 2, Math.Max(2, compared.Length / 3)))
            .OrderBy(one => one.Away).ThenBy(one => one.Id, StringComparer.Ordinal).Take(MostSuggestions).Select(one => one.Id)];
    }

    // How many letters to change or to swap; a name that continues what was asked, or has its words in short, is close.
    private static int Away(string asked, string name)
    {
        if (asked.Length > 2 && (name.StartsWith(asked, StringComparison.Ordinal) || IsShortFor(asked, name)))
        {
            return 1;
        }

        var away = new int[asked.Length + 1, name.Length + 1];
        for (var i = 0; i <= asked.Length; i++)
        {
            for (var j = 0; j <= name.Length; j++)
            {
                away[i, j] = i == 0 ? j : j == 0 ? i
                    : Math.Min(Math.Min(away[i - 1, j], away[i, j - 1]) + 1, away[i - 1, j - 1] + (asked[i - 1] == name[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && asked[i - 1] == name[j - 2] && asked[i - 2] == name[j - 1])
                {
                    away[i, j] = Math.Min(away[i, j], away[i - 2, j - 2] + 1);
                }
            }
        }

        return away[asked.Length, name.Length];
    }

    /// <summary>Does the name have every word of what was asked, in that order, though perhaps at greater length: west-mids, wiltshire-fire?</summary>
    private static bool IsShortFor(string asked, string name)
    {
        var (words, at) = (asked.Split('-'), 0);
        foreach (var word in name.Split('-'))
        {
            at += at < words.Length && IsShortForWord(words[at], word) ? 1 : 0;
        }

        return words.Length > 1 && at == words.Length;
    }

    // With its first letters, and the rest of its letters somewhere behind them.
    private static bool IsShortForWord(string asked, string word)
    {
        if (!word.StartsWith(asked[..Math.Min(3, asked.Length)], StringComparison.Ordinal))
        {
            return false;
        }

        var at = 0;
        foreach (var letter in word)
        {
            at += at < asked.Length && asked[at] == letter ? 1 : 0;
        }

        return at == asked.Length;
    }
}
