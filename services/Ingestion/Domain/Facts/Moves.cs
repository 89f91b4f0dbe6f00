using Oversight.Core;

namespace Oversight.Ingestion.Facts;

/// <summary>Tells one move of a body into a phase from the next: sources seldom date a move alike.</summary>
internal static class Moves
{
    /// <summary>Sources that date a move this far apart still mean one move; the shortest known stay in Engage lasted ten months.</summary>
    public const int MostDaysApart = 62;

    /// <summary>The id of the move whose claims come nearest to <paramref name="effectiveOn"/>; null when none comes near enough.</summary>
    public static string? Nearest(IEnumerable<Claim> moves, PartialDate effectiveOn)
    {
        var (nearest, best) = (default(string), (Apart: MostDaysApart + 1, FirstDays: 0));
        foreach (var claim in moves)
        {
            var date = ((Statement.IsMove)claim.Statement).EffectiveOn;
            var distance = (Apart: date.DaysApart(effectiveOn), FirstDays: Math.Abs(date.First.DayNumber - effectiveOn.First.DayNumber));
            if (distance.CompareTo(best) < 0)
            {
                (nearest, best) = (claim.Provenance.FactId, distance);
            }
        }

        return nearest;
    }
}
