using System.Text.RegularExpressions;

namespace Oversight.Ingestion.Documents.Words;

/// <summary>What is put between commas or brackets beside the sentence: ", which had been inadequate two years ago," and "(up from adequate)".</summary>
internal static partial class Asides
{
    public static List<Span> In(string text) => [.. Any().Matches(text).Select(Span.Of)];

    /// <summary>The text with spaces for every aside that does not hold the place, so that all keeps its own.</summary>
    public static string Without(string text, Span at)
    {
        var asides = In(text).FindAll(aside => !aside.Overlaps(at));
        return asides.Count == 0 ? text : string.Create(text.Length, (text, asides), static (plain, of) =>
        {
            of.text.CopyTo(plain);
            foreach (var aside in of.asides)
            {
                plain[aside.Start..aside.End].Fill(' ');
            }
        });
    }

    [GeneratedRegex(@",(?= (?:an?|one of|once) [^,;.]{3,80}, (?:is|was|has|were|are|had|remains?|requires?)\b)[^,;.]{3,100}(?=,)|, (?:up|down) (?:on|from) [^,;.]{3,80}(?=\.?$)|,(?= (?:(?:(?:on|in|for|to|about|of|with|at|under|from|by) )?(?:which|whom)|whose|where|that|who|previously|formerly|once|up from|down from|having been|compared|rather than)\b)[^,;.]{3,100}(?=,)| \([^)]{3,90}\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Any();
}
