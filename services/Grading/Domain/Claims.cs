using Oversight.Core;

namespace Oversight.Grading;

/// <summary>A claim as the record holds it.</summary>
public interface IClaim
{
    /// <summary>Where it was read.</summary>
    Provenance Source { get; }

    /// <summary>When it was recorded here.</summary>
    DateTimeOffset RecordedAt { get; }

    /// <summary>Its position in the store.</summary>
    long Sequence { get; }

    /// <summary>Since when there are more sources of the same than are listed; null when all are.</summary>
    DateTimeOffset? MoreSince { get; }

    /// <summary>What it says, as a conflict names it.</summary>
    string InWords => "";

    /// <summary>Does it say the same, published on the same day?</summary>
    bool Repeats(IClaim other);
}

/// <summary>Keeps what was claimed: everything that differs, and of what is repeated enough to show.</summary>
public static class Claims
{
    /// <summary>How many sources of the very same are listed one by one.</summary>
    public const int MostSources = 4;

    /// <summary>Adds a claim; one source more leaves only the mark that there are more, set by <paramref name="thereAreMore"/>.</summary>
    public static IReadOnlyList<TClaim> With<TClaim>(this IReadOnlyList<TClaim> claims, TClaim claim, Func<TClaim, TClaim> thereAreMore)
        where TClaim : class, IClaim
    {
        var same = claims.Where(known => known.Repeats(claim)).ToArray();
        return same.Length < MostSources ? [.. claims, claim]
            : same[^1].MoreSince is not null ? claims
            : [.. claims.Select(known => ReferenceEquals(known, same[^1]) ? thereAreMore(known) : known)];
    }

    internal static int Sources<TClaim>(IEnumerable<TClaim> claims)
        where TClaim : IClaim => claims.Select(claim => claim.Source.Cited).Distinct(StringComparer.Ordinal).Count();

    internal static bool MoreThanListed<TClaim>(IEnumerable<TClaim> claims, Viewpoint view)
        where TClaim : IClaim => claims.Any(claim => claim.MoreSince is { } since && view.HasRecorded(since));
}

/// <summary>More than one source says the same.</summary>
/// <param name="Sources">How many are listed.</param>
/// <param name="AndMore">Are there more than are listed?</param>
public sealed record Support(int Sources, bool AndMore = false)
{
    public string InWords => $"supported by {(AndMore ? "more than " : "")}{Sources} sources";

    internal static Support? Of<TClaim>(IReadOnlyCollection<TClaim> claims, Viewpoint view)
        where TClaim : IClaim => Claims.Sources(claims) is > 1 and var sources ? new(sources, Claims.MoreThanListed(claims, view)) : null;
}
