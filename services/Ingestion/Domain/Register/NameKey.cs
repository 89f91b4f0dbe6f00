using System.Text;
using Oversight.Core;

namespace Oversight.Ingestion.Register;

/// <summary>What is left of a name once case, accents, punctuation, "&amp;" and a leading "the" no longer matter.</summary>
public static class NameKey
{
    private static readonly (string Ending, BodyService Service)[] Endings =
    [
        ("fire and rescue service", BodyService.Fire), ("fire and rescue", BodyService.Fire), ("fire service", BodyService.Fire),
        ("fire brigade", BodyService.Fire), ("frs", BodyService.Fire),
        ("police service", BodyService.Police), ("police force", BodyService.Police), ("police", BodyService.Police),
        ("constabulary", BodyService.Police),
    ];

    /// <summary>The words of the name in lower case with one space between them; empty when it has none.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            switch (Letters.Plain(c))
            {
                case '&':
                    Part(key);
                    key.Append("and ");
                    break;
                case '\'' or '’':
                case >= '\u0300' and <= '\u036f':
                    break;
                case 'ﬁ':
                    key.Append("fi");
                    break;
                case 'ﬂ':
                    key.Append("fl");
                    break;
                case var letter when char.IsLetterOrDigit(letter):
                    key.Append(char.ToLowerInvariant(letter));
                    break;
                default:
                    Part(key);
                    break;
            }
        }

        var words = key.ToString().TrimEnd();
        return words.StartsWith("the ", StringComparison.Ordinal) ? words[4..] : words;
    }

    /// <summary>The key without the words that say which service it is, and the service they say.</summary>
    public static (string Key, BodyService? Service) WithoutService(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        foreach (var (ending, service) in Endings)
        {
            if (key.Length > ending.Length + 1 && key[^(ending.Length + 1)] == ' ' && key.EndsWith(ending, StringComparison.Ordinal))
            {
                return (key[..^(ending.Length + 1)], service);
            }
        }

        return (key, null);
    }

    private static void Part(StringBuilder key)
    {
        if (key.Length > 0 && key[^1] != ' ')
        {
            key.Append(' ');
        }
    }
}
