using Oversight.Core;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Trails;

/// <summary>What was settled and said later of each move.</summary>
internal static class MoveTrails
{
    public static IEnumerable<Move> Added(IReadOnlyList<Move> moves, Trail trail, Viewpoint view)
    {
        var facts = trail.Settlings.Select(step => step.Value.FactId).Concat(trail.Annotations.Select(noted => noted.Value.FactId)).Distinct()
            .SelectMany(fact => About(fact, moves).Select(move => (move, fact))).ToLookup(found => found.move, found => found.fact);
        return moves.Select((move, at) => facts[at].ToHashSet() is { Count: > 0 } its ? Settled(move, Seen(trail.Of(its.Contains, view), move)) : move);
    }

    // A move's fact is named after the first date that was claimed for it, which need not be one that this reader may know of.
    private static IEnumerable<int> About(string fact, IReadOnlyList<Move> moves)
    {
        if (fact.Split('/') is not ["phase", _, var phase, var date])
        {
            return [];
        }

        var its = Enumerable.Range(0, moves.Count).Where(at => moves[at].Phase.ToString().Equals(phase, StringComparison.OrdinalIgnoreCase)).ToArray();
        var named = Array.FindAll(its, at => moves[at].Claims.Any(claim => claim.Evidence.Any(source => source.Provenance.FactId == fact)));
        return named.Length > 0 ? named
            : PartialDate.TryParse(date, out var on) ? its.Select(at => (At: at, Apart: moves[at].Claims.Min(claim => claim.Value.On.DaysApart(on))))
                .Where(near => near.Apart <= Moves.MostDaysApart).OrderBy(near => near.Apart).Take(1).Select(near => near.At)
            : [];
    }

    private static FactTrail Seen(FactTrail trail, Move move)
    {
        var dates = move.Claims.Select(claim => claim.Value.On).ToHashSet();
        return trail.Among(dates.Count, side => DateOf(side.Value) is { } on && dates.Contains(on));
    }

    private static Move Settled(Move move, FactTrail trail)
    {
        if (trail.Settled is not { } side || DateOf(side.Value) is not { } on)
        {
            return move with { Trail = trail };
        }

        var (stand, overruled) = (move.Dates.Where(Agrees).ToArray(), move.Dates.Where(date => !Agrees(date)).ToArray());
        return stand.Length == 0 || overruled.Length == 0 ? move with { Trail = trail } : move with
        {
            Dates = stand, Overruled = overruled, Trail = trail,
            IsContradictedSince = Array.Exists(overruled, date => !side.Overruled.Any(value => DateOf(value) == date.Value.On)),
        };

        bool Agrees(Seen<MoveDate> date) => date.Value.On.AgreesWith(on);
    }

    // In words a move is its date first.
    private static PartialDate? DateOf(string value) => PartialDate.TryParse(value.Split(' ', ',')[0], out var date) ? date : null;
}
