using Oversight.Core;

namespace Oversight.Ingestion.Facts;

/// <summary>One claim as the fact's stream remembers it.</summary>
public sealed record Claim(Statement Statement, Provenance Provenance)
{
    /// <summary>A grade that another report gives on another day is a new judgment; everything else that is not equal contradicts.</summary>
    internal Comparison To(Claim earlier)
    {
        var comparison = Statement.To(earlier.Statement);
        return comparison == Comparison.Otherwise && Statement is Statement.IsGrade
            && Provenance.PublishedOn is { } published && earlier.Provenance.PublishedOn is { } before && !published.AgreesWith(before)
                ? Comparison.Anew
                : comparison;
    }

    internal bool Contradicts(Claim earlier) => To(earlier).HasFlag(Comparison.Otherwise);

    /// <summary>Where this claim stands among those already made about the same fact, whatever order they were made in.</summary>
    internal Standing Among(IReadOnlyList<Claim> earlier)
    {
        if (earlier.Count == 0)
        {
            return Standing.First;
        }

        var (same, otherwise, anew, saysMoreThanAll) = (false, false, false, true);
        foreach (var claim in earlier)
        {
            var comparison = To(claim);
            same |= comparison == Comparison.Same;
            otherwise |= comparison.HasFlag(Comparison.Otherwise);
            anew |= comparison == Comparison.Anew;
            saysMoreThanAll &= comparison.HasFlag(Comparison.SaysMore);
        }

        return otherwise && !same ? Standing.Differs
            : anew ? (To(NextBefore(earlier)) == Comparison.Same ? Standing.Supports : Standing.Succeeds)
            : saysMoreThanAll && !otherwise ? Standing.Refines
            : Standing.Supports;
    }

    // A judgment repeated supports; the same grade given back after another one in between is a regrade.
    private Claim NextBefore(IReadOnlyList<Claim> earlier)
    {
        var dated = earlier.Where(claim => claim.Provenance.PublishedOn is not null).OrderBy(claim => claim.Provenance.PublishedOn).ToList();
        return dated.FindLast(claim => claim.Provenance.PublishedOn <= Provenance.PublishedOn) ?? dated[0];
    }
}
