namespace Oversight.Core;

/// <summary>A published percentage beside a count: they are held against each other, and neither is ever worked out from the other.</summary>
public static class Share
{
    private const decimal Roundest = 5;

    /// <summary>Can both be right? A percentage may have been rounded either way in its last decimal.</summary>
    public static bool Fits(int? count, int? outOf, decimal? percent) =>
        count is null || outOf is null or 0 || percent is not { } share || Math.Abs((100m * count.Value / outOf.Value) - share) < Unit(share.Scale);

    /// <summary>Can they mean the same share, given in a round number?</summary>
    public static bool IsNear(int? count, int? outOf, decimal? percent) =>
        count is null || outOf is null or 0 || percent is not { } share || Math.Abs((100m * count.Value / outOf.Value) - share) <= Roundest;

    private static decimal Unit(int decimals) => new(1, 0, 0, false, (byte)decimals);
}
