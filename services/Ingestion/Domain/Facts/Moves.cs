using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Ingestion.Facts;

/// <summary>Tells one move of a body into a phase from the next: sources seldom date a move alike.</summary>
internal static class Moves
{
    /// <summary>Sources that date a move this far apart still mean one move; the shortest known stay in Engage lasted ten months.</summary>
    public const int MostDaysApart = 62;

    /// <summary>The id of the move whose claims come nearest to <paramref name="effectiveOn"/>; null when none comes near enough.</summary>
    public static string? Nearest(IEnumerable<KeyValuePair<string, ImmutableArray<Saying>>> moves, PartialDate effectiveOn)
    {
        var (nearest, best) = (default(string), (Apart: MostDaysApart + 1, FirstDays: 0));
        foreach (var (move, sayings) in moves)
        {
            foreach (var saying in sayings)
            {
                var date = ((Statement.IsMove)saying.Statement).EffectiveOn;
                var distance = (Apart: date.DaysApart(effectiveOn), FirstDays: Math.Abs(date.First.DayNumber - effectiveOn.First.DayNumber));
                if (distance.CompareTo(best) < 0)
                {
                    (nearest, best) = (move, distance);
                }
            }
        }

        return nearest;
    }
}
