using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Ingestion.Facts;

namespace Oversight.Ingestion.Settlements;

/// <summary>Whose word counts more. A version is never edited; a changed order is a new version.</summary>
/// <param name="Version">Such as <c>2026-1</c>.</param>
/// <param name="Ranks">Classes of publishers, the weightiest first; those of one rank weigh the same.</param>
/// <param name="Otherwise">The class of all others.</param>
public sealed record Precedence(string Version, IReadOnlyList<IReadOnlyList<string>> Ranks, string Otherwise)
{
    /// <summary>The class of the publisher of a source.</summary>
    public string ClassOf(string cited) => Publishers.Known.Of(cited)?.Class ?? Otherwise;

    /// <summary>Picks the side of the weightiest publishers, where they say one thing; null where they disagree themselves, or judged anew.</summary>
    internal (Saying Side, string Class)? Pick(ImmutableArray<Saying> sayings)
    {
        var ranked = sayings.Where(saying => saying.IsContradicted)
            .Select(saying => (Saying: saying, Best: saying.By.Select(by => ClassOf(by.Cited)).MinBy(RankOf)!)).ToArray();
        if (ranked.Length == 0)
        {
            return null;
        }

        var rank = ranked.Min(side => RankOf(side.Best));
        var best = Array.FindAll(ranked, side => RankOf(side.Best) == rank);
        var sayOneThing = best.All(one => best.All(other => (one.Saying.Statement.To(other.Saying.Statement) & (Comparison.Otherwise | Comparison.Anew)) == 0));
        return !sayOneThing ? null
            : best.OrderByDescending(one => best.Count(other => one.Saying.Statement.To(other.Saying.Statement).HasFlag(Comparison.SaysMore)))
                .ThenBy(one => one.Saying.Statement.InWords, StringComparer.Ordinal).First();
    }

    /// <summary>The claim on a side that stands for it: one of the weightiest publishers', whatever order they came in.</summary>
    internal Provenance Speaker(Saying side) => side.By.OrderBy(by => RankOf(ClassOf(by.Cited)))
        .ThenBy(by => by.PublishedOn is null).ThenBy(by => by.PublishedOn).ThenBy(by => by.Cited, StringComparer.Ordinal).ThenBy(by => by.ClaimId).First();

    /// <summary>0 of the weightiest, the number of ranks of those without one.</summary>
    public int RankOf(string publisher)
    {
        for (var rank = 0; rank < Ranks.Count; rank++)
        {
            if (Ranks[rank].Contains(publisher))
            {
                return rank;
            }
        }

        return Ranks.Count;
    }
}
