using Oversight.Core;
using Oversight.Monitoring.Lineage;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Phases;

/// <summary>In which phase a body was.</summary>
/// <param name="Phase">Scan unless a source says otherwise: there is no "not monitored".</param>
/// <param name="Since">When it moved there, or, where the record cannot tell, when the move in doubt was; null for a body that never moved.</param>
/// <param name="Claims">What the sources say that the answer rests on.</param>
/// <param name="Marks">What to say beside it.</param>
public sealed record PhaseAnswer(Phase Phase, PartialDate? Since, IReadOnlyList<Seen<MoveDate>> Claims, IReadOnlyList<Mark> Marks)
{
    /// <summary>What was settled and said later of the moves that it rests on, or that were withdrawn.</summary>
    public IReadOnlyList<TrailStep> Trail { get; init; } = [];

    /// <summary>Why it is no phase, where the sources of its moves are not the reason; null otherwise.</summary>
    public string? Because { get; init; }

    /// <summary>Moves that are still to come, as was known on that day.</summary>
    public IReadOnlyList<Move> Ahead { get; init; } = [];

    /// <summary>The same of a body that need not have existed, on a day on which there need not have been phases.</summary>
    public static PhaseAnswer Then(BodyRecord record, Viewpoint viewpoint, Trail? trail, LineageReading? lineage)
    {
        var (answer, service) = (At(record, viewpoint, trail), Profiles.BodyProfile.RegisteredBy(record, viewpoint)?.Service);
        if (lineage?.Existed == Answer.No)
        {
            return new(Phase.DidNotExist, null, [], []) { Because = lineage.WhyNot };
        }

        // What sources say of its phase they say, whatever the scheme was called.
        if (answer is { Phase: Phase.Scan, Claims: [] } && Scheme.WhyNot(service, viewpoint.AsOf) is { } why)
        {
            var (phase, mark) = Scheme.HadBegun(viewpoint.AsOf) == Answer.No ? (Phase.SchemeNotBegun, []) : (Phase.CannotTell, new[] { Mark.SchemeUnclear });
            return answer with { Phase = phase, Marks = Distinct(answer.Marks.Concat(mark)), Because = why };
        }

        return lineage?.Existed == Answer.CannotTell
            ? answer with { Phase = Phase.CannotTell, Marks = Distinct(answer.Marks.Append(Mark.ExistenceUnclear)), Because = lineage.WhyNot } : answer;
    }

    public static PhaseAnswer At(BodyRecord record, Viewpoint viewpoint, Trail? trail = null)
    {
        var (all, day) = (Moves.All(record, viewpoint, trail), viewpoint.AsOf);
        Move[] moves = [.. all.Where(move => !move.IsWithdrawnBy(day))];
        var answer = At(moves, day);
        var withdrawn = all.Where(move => move.IsWithdrawnBy(day) && move.HappenedBy(day) != Answer.No
            && !Array.Exists(moves, later => later.HappenedBy(day) != Answer.No && later.Earliest > move.Latest)).ToArray();
        answer = Moves.LeavesOutLater(record, viewpoint, trail) ? answer with { Marks = Distinct(answer.Marks.Append(Mark.LaterMoveNotSurelyPublished)) } : answer;
        answer = answer with { Ahead = Moves.Ahead(record, viewpoint, trail) };
        return withdrawn.Length == 0 ? answer : answer with
        {
            Marks = Distinct(answer.Marks.Append(Mark.Withdrawn)), Trail = [.. answer.Trail, .. withdrawn.SelectMany(move => move.Trail.Steps)],
        };
    }

    /// <summary>The phase that holds whatever day each move really was, within what its sources say.</summary>
    /// <param name="moves">By their earliest day.</param>
    /// <param name="day">The end of that day.</param>
    public static PhaseAnswer At(IReadOnlyList<Move> moves, DateOnly day)
    {
        var begun = moves.Where(move => move.HappenedBy(day) != Answer.No).ToArray();
        var over = Array.FindAll(begun, move => move.HappenedBy(day) == Answer.Yes);

        // A move can be the latest one unless another had surely happened, and surely after it.
        var lastBegin = over.Length == 0 ? DateOnly.MinValue : over.Max(move => move.Earliest);
        var latest = Array.FindAll(begun, move => move.Latest >= lastBegin);

        var left = LeftWithoutEntry(moves, day);
        var engage = left is not null || Array.Exists(latest, move => move.Phase == Phase.Engage);
        var scan = over.Length == 0 || Array.Exists(latest, move => move.Phase == Phase.Scan);

        return (engage, scan) switch
        {
            (true, true) => InDoubt(left is null ? latest : [.. latest, left], left is not null),
            (true, _) => Certain(Phase.Engage, begun),
            _ => Certain(Phase.Scan, begun),
        };
    }

    // Whoever returns had been in Engage just before, even where no source says since when.
    private static Move? LeftWithoutEntry(IReadOnlyList<Move> moves, DateOnly day) =>
        moves.FirstOrDefault(move => move.Phase == Phase.Scan) is { } first && day < first.Latest
            && !moves.Any(move => move.Phase == Phase.Engage && move.Earliest <= first.Latest) ? first : null;

    private static PhaseAnswer InDoubt(Move[] latest, bool entryUnknown)
    {
        var why = entryUnknown ? Mark.EntryUnknown : Array.Exists(latest, move => move.IsConflicting) ? Mark.Conflicting : Mark.DateImprecise;
        var marks = Distinct(latest.SelectMany(move => move.Marks).Append(why));
        return new(Phase.CannotTell, entryUnknown ? null : latest[^1].On, Said(latest), marks) { Trail = Steps(latest) };
    }

    // Moves into the phase it is in do not restart it: it is there since the first of them.
    private static PhaseAnswer Certain(Phase phase, Move[] begun)
    {
        var run = begun[(Array.FindLastIndex(begun, move => move.Phase != phase) + 1)..];
        var again = phase == Phase.Engage && run.Length > 1 ? [Mark.EnteredAgain] : Array.Empty<Mark>();
        var marks = Distinct(run.SelectMany(move => move.Marks).Concat(again));
        return new(phase, run.Length == 0 ? null : run[0].On, Said(run), marks) { Trail = Steps(run) };
    }

    private static Seen<MoveDate>[] Said(IEnumerable<Move> moves) => [.. moves.Distinct().SelectMany(move => move.Claims)];

    private static TrailStep[] Steps(IEnumerable<Move> moves) => [.. moves.Distinct().SelectMany(move => move.Trail.Steps)];

    private static Mark[] Distinct(IEnumerable<Mark> marks) => [.. marks.Distinct().Order()];
}
