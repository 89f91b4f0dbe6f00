using Oversight.Core;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Trails;

namespace Oversight.Monitoring.Phases;

/// <summary>Which moves the claims about a body are about. It follows from the dates alone, so that no order of arrival changes it.</summary>
public static class Moves
{
    /// <summary>Dates of one phase further apart than this are different moves, unless a vaguer date covers both.</summary>
    public const int MostDaysApart = 62;

    /// <summary>Every move that could be known and was not withdrawn, in the order of its earliest day.</summary>
    public static IReadOnlyList<Move> Known(BodyRecord record, Viewpoint viewpoint, Trail? trail = null) =>
        [.. All(record, viewpoint, trail).Where(move => !move.IsWithdrawnBy(viewpoint.AsOf))];

    /// <summary>Does a strict read leave out a move after all that it tells, which had, or may have, happened by the day?</summary>
    public static bool LeavesOutLater(BodyRecord record, Viewpoint viewpoint, Trail? trail)
    {
        if (!viewpoint.Strict)
        {
            return false;
        }

        var last = Begun(viewpoint).Select(move => move.Latest).DefaultIfEmpty(DateOnly.MinValue).Max();
        return Begun(viewpoint with { Strict = false }).Any(move => move.Earliest > last);

        IEnumerable<Move> Begun(Viewpoint from) => Known(record, from, trail).Where(move => move.HappenedBy(viewpoint.AsOf) != Answer.No);
    }

    /// <summary>Those that had, or may have, happened by the day, had it not been withdrawn by then that they did.</summary>
    public static IReadOnlyList<Move> Withdrawn(BodyRecord record, Viewpoint viewpoint, Trail? trail) =>
        [.. All(record, viewpoint, trail).Where(move => move.IsWithdrawnBy(viewpoint.AsOf) && move.HappenedBy(viewpoint.AsOf) != Answer.No)];

    /// <summary>Those of which was known on the day that they lie ahead of it; what came to be known later is no news of that day.</summary>
    public static IReadOnlyList<Move> Ahead(BodyRecord record, Viewpoint viewpoint, Trail? trail = null) => record.Moves.Any(move => move.Value.On.First > viewpoint.AsOf)
        ? [.. Known(record, viewpoint with { KnownAt = viewpoint.KnownAt < viewpoint.AsOf ? viewpoint.KnownAt : viewpoint.AsOf }, trail).Where(move => move.Earliest > viewpoint.AsOf && move.Claims.Any(IsCertain))] : [];

    // What is decided here is known as soon as it is decided.
    private static bool IsCertain(Seen<MoveDate> claim) => claim.Published == Answer.Yes || claim.Evidence.Any(source => source.Decided is not null);

    /// <summary>Those that were withdrawn too.</summary>
    public static IReadOnlyList<Move> All(BodyRecord record, Viewpoint viewpoint, Trail? trail = null)
    {
        var seen = new PageDays(viewpoint).And(record.Moves, move => move.On).Checked(record.Moves).Select(move => Seen<MoveDate>.From(viewpoint, move, move.Value.On.First))
            .OfType<Seen<MoveDate>>().OrderBy(move => move.Value.On).ToArray();
        var entries = Array.FindAll(seen, move => move.Value.Phase == Phase.Engage);
        var returns = Array.FindAll(seen, move => move.Value.Phase == Phase.Scan);

        Move[] moves = [.. Group(entries, returns), .. Group(returns, entries)];
        return [.. (trail is null ? moves : MoveTrails.Added(moves, trail, viewpoint))
            .OrderBy(move => move.Earliest).ThenBy(move => move.Latest).ThenByDescending(move => move.Phase)];
    }

    private static IEnumerable<Move> Group(Seen<MoveDate>[] claims, Seen<MoveDate>[] opposite)
    {
        // Partial dates either nest or are disjoint, and a vaguer one comes just before those within it.
        var parts = claims.Select((claim, i) => (Claim: claim, IsRefined: i + 1 < claims.Length && claims[i + 1].Value.On.Refines(claim.Value.On)))
            .ToLookup(part => part.IsRefined, part => part.Claim);
        var (refined, group) = (parts[true].ToArray(), new List<Seen<MoveDate>>());

        foreach (var date in parts[false])
        {
            if (group.Count > 0 && !AreOne(group[^1].Value.On, date.Value.On))
            {
                yield return Move();
                group.Clear();
            }

            group.Add(date);
        }

        if (group.Count > 0)
        {
            yield return Move();
        }

        Move Move() => new(group[0].Value.Phase, [.. group],
            [.. refined.Where(vague => group.Exists(date => date.Value.On.AgreesWith(vague.Value.On)))]);

        bool AreOne(PartialDate left, PartialDate right) =>
            (left.DaysApart(right) <= MostDaysApart
                || Array.Exists(refined, vague => vague.Value.On.AgreesWith(left) && vague.Value.On.AgreesWith(right)))
            && !Array.Exists(opposite, between => between.Value.On.First > left.Last && between.Value.On.Last < right.First);
    }
}
