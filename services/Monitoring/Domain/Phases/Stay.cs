using Oversight.Core;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Phases;

/// <summary>A length of time in days, as precisely as both its ends are known.</summary>
public sealed record Days(int AtLeast, int AtMost)
{
    public override string ToString() => AtLeast == AtMost ? $"{AtLeast} {(AtLeast == 1 ? "day" : "days")}" : $"between {AtLeast} and {AtMost} days";
}

/// <summary>One stay in Engage.</summary>
/// <param name="Entry">The move into it.</param>
/// <param name="Exit">The move out of it; null while none is known.</param>
/// <param name="Open">Was it still going on?</param>
/// <param name="Length">How long it was, or had been by the day asked about.</param>
/// <param name="Marks">What to say beside it.</param>
public sealed record Stay(Move Entry, Move? Exit, Answer Open, Days Length, IReadOnlyList<Mark> Marks)
{
    /// <summary>Is it known to have gone on only because no end was found? A later end says that it did.</summary>
    public bool NoExitFound { get; init; }

    /// <summary>Why, as the sources of the entry sum it up.</summary>
    public IEnumerable<string> Reasons =>
        Entry.Claims.SelectMany(claim => claim.Evidence).Select(source => source.Reason).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    /// <summary>Every stay that could be known and had, or may have, begun, oldest first.</summary>
    public static IReadOnlyList<Stay> Known(BodyRecord record, Viewpoint viewpoint, Trail? trail = null)
    {
        var stays = All(Moves.Known(record, viewpoint, trail), viewpoint.AsOf);
        return stays is [.., { Exit: null } open] && Moves.LeavesOutLater(record, viewpoint, trail)
            ? [.. stays.SkipLast(1), open with { Marks = [.. open.Marks.Append(Mark.LaterMoveNotSurelyPublished).Order()] }] : stays;
    }

    /// <summary>Every stay that had, or may have, begun by the day, oldest first.</summary>
    /// <param name="moves">By their earliest day.</param>
    /// <param name="day">The end of that day.</param>
    public static IReadOnlyList<Stay> All(IReadOnlyList<Move> moves, DateOnly day)
    {
        var (stays, left) = (new List<Stay>(), moves.Where(move => move.HappenedBy(day) != Answer.No).ToList());
        List<Move> entries = [];

        while (left.Count > 0)
        {
            // A vague return can start before the entry it ends; it cannot come before it.
            var next = left[0].Phase == Phase.Engage || entries.Count > 0 ? left[0]
                : left.Find(move => move.Phase == Phase.Engage && move.Earliest <= left[0].Latest) ?? left[0];
            left.Remove(next);

            if (next.Phase == Phase.Engage)
            {
                entries.Add(next);
            }
            else if (entries.Count > 0)
            {
                stays.Add(Between(entries, next, day));
                entries = [];
            }
        }

        return entries.Count == 0 ? stays : [.. stays, Between(entries, null, day) with { NoExitFound = !moves.Any(move => move.Phase == Phase.Scan && move.HappenedBy(day) == Answer.No) }];
    }

    private static Stay Between(List<Move> entries, Move? exit, DateOnly day)
    {
        var entry = entries[0];
        var (firstEnd, lastEnd) = exit is null ? (day, day) : (exit.Earliest, exit.Latest < day ? exit.Latest : day);
        var length = new Days(Math.Max(0, firstEnd.DayNumber - entry.Latest.DayNumber), lastEnd.DayNumber - entry.Earliest.DayNumber);

        var open = exit is null ? entry.HappenedBy(day) : exit.HappenedBy(day) == Answer.Yes ? Answer.No : Answer.CannotTell;
        var marks = entry.Marks.Concat(exit?.Marks ?? [])
            .Concat(entries.Count > 1 ? [Mark.EnteredAgain] : [])
            .Concat(open == Answer.CannotTell ? [Mark.DateImprecise] : []);
        return new(entry, exit, open, length, [.. marks.Distinct().Order()]);
    }
}
