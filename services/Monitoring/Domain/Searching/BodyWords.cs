using System.Collections.Frozen;
using System.Text.Json;
using Oversight.Core;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Searching;

/// <summary>Every word that was ever recorded of a body, so that a search need only read the timelines that can hold what it looks for.</summary>
/// <remarks>It leaves out too few bodies and never too many: what a timeline says at its times is told by the timeline alone.</remarks>
/// <param name="Id">The body.</param>
/// <param name="Words">In lower case and without accents, each once; words with figures in them narrow nothing and are left out.</param>
public sealed record BodyWords(string Id, IReadOnlyList<string> Words)
{
    // What timelines say in words of their own, and not in those of what was recorded.
    private static readonly FrozenSet<string> Own = Apart(
        """
        a accelerate accelerated action added after again agreed an and answer answered area as asked authority away back became before between body by called calls came carried cause causes chief city clock
        closed come comments commissioner common concern considered copies corrected council crime date day decided denominator discharged dispute disputed early ended engage escalated fire for formed from
        grade grades greater group had has improvement in inspected inspection inspectorate inspectors into is issued it its joint kept known label last later law left letter local london made
        manchester mayor meet met method milestone mopac move moved name no north not noticed of office officer on one open or others over overruled oversight parliament part performance phase plan
        planned police policing practice praised precedence present presented printed published raised received recommendation recommendations recommended renamed reopened report rests return returned
        revisited scan scheme secretary sent settled since sources south standard state stay step still superseded that the time times to together told took under until use was went were west with
        withdrawn york yorkshire january february march april may june july august september october november december
        """).ToFrozenSet();

    public static BodyWords Empty(string id) => new(id, []);

    /// <summary>With the words of one more event.</summary>
    public BodyWords With(BodyEvent said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var known = new SortedSet<string>(Words, StringComparer.Ordinal);
        known.UnionWith(Texts(JsonSerializer.SerializeToElement(said, said.GetType(), EventJson.Options)).SelectMany(Apart).Where(Narrows));
        return known.Count == Words.Count ? this : this with { Words = [.. known] };
    }

    /// <summary>The beginnings of words that a body must have for its timeline to hold what is looked for.</summary>
    public static IReadOnlyList<string> Needed(IEnumerable<string> words) => [.. words.SelectMany(Apart).Where(word => Narrows(word) && !Own.Any(own => own.StartsWith(word, StringComparison.Ordinal))).Distinct()];

    private static bool Narrows(string word) => word.All(char.IsAsciiLetterLower);

    private static IEnumerable<string> Texts(JsonElement said) => said.ValueKind switch
    {
        JsonValueKind.String => [said.GetString()!],
        JsonValueKind.Array => said.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => said.EnumerateObject().SelectMany(member => Texts(member.Value)),
        _ => [],
    };

    private static IEnumerable<string> Apart(string text)
    {
        var (plain, start) = (Look.Plain(text), 0);
        for (var at = 0; at <= plain.Length; at++)
        {
            if (at == plain.Length || !char.IsLetterOrDigit(plain[at]))
            {
                if (at > start)
                {
                    yield return plain[start..at];
                }

                start = at + 1;
            }
        }
    }
}
