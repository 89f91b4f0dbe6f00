using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Ingestion.Facts;

/// <summary>One thing that is said about a fact, and by whom.</summary>
/// <param name="Statement">What is said.</param>
/// <param name="By">Who says it, in the order in which it was read; no more than can be sides of a conflict.</param>
/// <param name="IsContradicted">Does anything else that is said contradict it?</param>
public sealed record Saying(Statement Statement, ImmutableArray<Provenance> By, bool IsContradicted)
{
    /// <summary>The sayings with one more claim.</summary>
    internal static ImmutableArray<Saying> Add(ImmutableArray<Saying> sayings, Statement statement, Provenance provenance)
    {
        var known = IndexOf(sayings, statement);
        if (known >= 0)
        {
            var saying = sayings[known];
            return saying.By.Length >= Fact.MostSides ? sayings : sayings.SetItem(known, saying with { By = saying.By.Add(provenance) });
        }

        var (all, isContradicted) = (sayings.ToBuilder(), false);
        for (var i = 0; i < all.Count; i++)
        {
            if (statement.Contradicts(all[i].Statement))
            {
                isContradicted = true;
                all[i] = all[i].IsContradicted ? all[i] : all[i] with { IsContradicted = true };
            }
        }

        all.Add(new(statement, [provenance], isContradicted));
        return all.ToImmutable();
    }

    /// <summary>Where a statement stands among all that was said before it.</summary>
    internal static Standing StandingOf(Statement statement, ImmutableArray<Saying> earlier)
    {
        if (earlier.IsEmpty)
        {
            return Standing.First;
        }

        var (same, otherwise, anew, saysMoreThanAll) = (false, false, false, true);
        foreach (var saying in earlier)
        {
            var comparison = statement.To(saying.Statement);
            same |= comparison == Comparison.Same;
            otherwise |= comparison.HasFlag(Comparison.Otherwise);
            anew |= comparison == Comparison.Anew;
            saysMoreThanAll &= comparison.HasFlag(Comparison.SaysMore);
        }

        return otherwise && !same ? Standing.Differs
            : anew ? (IsRegrade((Statement.IsGrade)statement, earlier) ? Standing.Succeeds : Standing.Supports)
            : saysMoreThanAll && !otherwise ? Standing.Refines
            : Standing.Supports;
    }

    /// <summary>The sides of the conflict that a statement joins or starts, without itself, in the order in which they were read; null when there is none, or too many to name.</summary>
    internal static IReadOnlyList<DifferingClaim>? SidesAgainst(Statement statement, ImmutableArray<Saying> sayings)
    {
        var (joins, sides) = (false, 0);
        foreach (var saying in sayings)
        {
            var contradicts = statement.Contradicts(saying.Statement);
            joins |= contradicts;
            sides += contradicts || saying.IsContradicted ? saying.By.Length : 0;
        }

        return !joins || sides >= Fact.MostSides ? null
            :
            [
                .. sayings.Where(saying => saying.IsContradicted || statement.Contradicts(saying.Statement))
                    .SelectMany(saying => saying.By.Select(by => new DifferingClaim(saying.Statement.InWords, by)))
                    .OrderBy(side => side.Provenance.Revision),
            ];
    }

    private static int IndexOf(ImmutableArray<Saying> sayings, Statement statement)
    {
        for (var i = 0; i < sayings.Length; i++)
        {
            if (sayings[i].Statement.Equals(statement))
            {
                return i;
            }
        }

        return -1;
    }

    // Compared with the judgment next before it: the same grade repeated supports; the same grade given back after another one is a regrade.
    private static bool IsRegrade(Statement.IsGrade grade, ImmutableArray<Saying> earlier)
    {
        var dated = earlier.Select(saying => (Statement.IsGrade)saying.Statement).Where(known => known.PublishedOn is not null).OrderBy(known => known.PublishedOn).ToList();
        var before = dated.FindLast(known => known.PublishedOn <= grade.PublishedOn) ?? dated[0];
        return before.Grade != grade.Grade;
    }
}
