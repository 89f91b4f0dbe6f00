using System.Diagnostics;
using Oversight.Core;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Stays;

/// <summary>One step of a stay.</summary>
/// <param name="Step">Which.</param>
/// <param name="Cause">The cause of concern that was added or closed.</param>
/// <param name="When">When, with what each source says of it.</param>
/// <param name="Marks">What to say beside it.</param>
public sealed record StepTaken(EngageStep Step, string? Cause, Occurrence<StepSaid> When, IReadOnlyList<Mark> Marks)
{
    /// <summary>What was done.</summary>
    public string Title => Step switch
    {
        EngageStep.Recommended => "The move to Engage was recommended",
        EngageStep.Considered => "The inspectors' group considered the move to Engage",
        EngageStep.Decided => "The move to Engage was decided",
        EngageStep.LetterSent => "A letter was sent",
        EngageStep.Published => "It was published",
        EngageStep.ParliamentTold => "Parliament was told",
        EngageStep.ReportPublished => "A report was published",
        EngageStep.ImprovementPlan => "An improvement plan was agreed",
        EngageStep.MilestonePlan => "A Milestone Plan was agreed",
        EngageStep.PpogPlanned => "To present to the Policing Performance Oversight Group, as planned",
        EngageStep.Ppog => "Presented to the Policing Performance Oversight Group",
        EngageStep.FpogPlanned => "To present to the Fire Performance Oversight Group, as planned",
        EngageStep.Fpog => "Presented to the Fire Performance Oversight Group",
        EngageStep.CauseAdded => $"A cause of concern was added: {Cause}",
        EngageStep.CauseClosed => $"A cause of concern was closed: {Cause}",
        EngageStep.Revisited => "Inspectors came back",
        EngageStep.ExitRecommended => "The return to Scan was recommended",
        EngageStep.ExitDecided => "The return to Scan was decided",
        EngageStep.Exit => "The stay in Engage ended",
        _ => throw new UnreachableException(),
    };

    /// <summary>Who did it, and more about it, as its sources put it.</summary>
    public string? Detail
    {
        get
        {
            var said = When.Claims.Select(claim => string.Join(": ", new[] { claim.Value.By, claim.Value.Detail }.Where(text => !string.IsNullOrEmpty(text))))
                .Where(text => text != "").Distinct().Order(StringComparer.Ordinal);
            return string.Join(" / ", said) is { Length: > 0 } text ? text : null;
        }
    }
}

/// <summary>A stay in Engage with everything that was done about it.</summary>
public sealed record StayInFull(Stay Stay, IReadOnlyList<StepTaken> Steps)
{
    /// <summary>The steps that led to its end and told of it: what was recommended and decided, the last meeting before, and letters since then; none while it goes on.</summary>
    public IEnumerable<StepTaken> WayOut
    {
        get
        {
            if (Stay.Exit is not { } exit)
            {
                return [];
            }

            var decided = Steps.Where(step => step.Step is EngageStep.ExitRecommended or EngageStep.ExitDecided or EngageStep.Exit).ToArray();
            var met = Steps.LastOrDefault(step => step.Step is EngageStep.Ppog or EngageStep.Fpog
                && step.When.Latest <= exit.Latest && step.When.Latest >= exit.Earliest.AddDays(-StaysInFull.MostDaysAway));
            var since = decided.Append(met).OfType<StepTaken>().Select(step => step.When.Earliest).Append(exit.Earliest).Min();
            return Steps.Where(step => decided.Contains(step) || step == met
                || (step.Step is EngageStep.LetterSent or EngageStep.Published or EngageStep.ParliamentTold && step.When.Earliest >= since));
        }
    }
}

/// <summary>Every stay of a body.</summary>
/// <param name="Stays">Oldest first.</param>
/// <param name="Apart">Steps that belong to no stay that is known, or of which nobody can tell to which.</param>
public sealed record StaysInFull(IReadOnlyList<StayInFull> Stays, IReadOnlyList<StepTaken> Apart)
{
    /// <summary>Returns to Scan from stays of which no source says when they began; whoever returned had been in Engage.</summary>
    public IReadOnlyList<Move> ReturnsWithoutEntry { get; init; } = [];

    /// <summary>What is decided, sent and published lies at most so many days before the move or after the return that it is about.</summary>
    public const int MostDaysAway = 92;

    // What is said to have been done first; a later one that surely lies before it is marked.
    private static readonly (EngageStep First, EngageStep Then)[] Orders =
    [
        (EngageStep.Recommended, EngageStep.Decided), (EngageStep.Considered, EngageStep.Decided),
        (EngageStep.ExitRecommended, EngageStep.ExitDecided), (EngageStep.ExitDecided, EngageStep.Exit), (EngageStep.CauseAdded, EngageStep.CauseClosed),
    ];

    /// <param name="body">With its moves.</param>
    /// <param name="steps">What sources tell as steps.</param>
    /// <param name="causes">What its causes of concern are called; null where that does not matter.</param>
    /// <param name="register">Its causes of concern, for what they and decisions of this system tell of a stay; null where those are told elsewhere.</param>
    public static StaysInFull Of(BodyRecord body, EngageRecord? steps, Viewpoint viewpoint, Trail? trail = null, IReadOnlyList<string>? causes = null, IReadOnlyList<Cause>? register = null)
    {
        var stays = Stay.Known(body, viewpoint, trail);
        var known = Known(steps, viewpoint).ToArray();
        var elsewhere = (register is null ? [] : StepsToldElsewhere.Of(stays, register, known)).Where(step => step.When.HappenedBy(viewpoint.AsOf) != Answer.No)
            .Select(step => (Step: step, Stay: PlaceOf(step, stays))).Where(step => step.Stay is { } at && !StepsToldElsewhere.IsAGround(step.Step, stays[at]));
        var placed = known.Select(step => (Step: step with { Marks = [.. Of(step, causes)] }, Stay: PlaceOf(step, stays))).Concat(elsewhere).ToArray();
        return new(
            [.. stays.Select((stay, i) => WithItsEnd(stay, Ordered(placed.Where(step => step.Stay == i).Select(step => Marked(step.Step, stay, viewpoint)))))],
            Ordered(placed.Where(step => step.Stay is null).Select(step => Marked(step.Step, null, viewpoint))))
        {
            ReturnsWithoutEntry = [.. Moves.Known(body, viewpoint, trail).Where(move => move.Phase == Phase.Scan && move.HappenedBy(viewpoint.AsOf) != Answer.No
                && (stays.Count == 0 || move.Latest < stays[0].Entry.Earliest)).Take(1)],
        };
    }

    // Who decides is one person, and a cause is one of those in the register.
    private static IEnumerable<Mark> Of(StepTaken step, IReadOnlyList<string>? causes)
    {
        var by = step.Step is EngageStep.Decided or EngageStep.ExitDecided ? step.When.Claims.Select(claim => NameBasedId.Slug(claim.Value.By ?? "")).Where(who => who != "").Distinct().ToArray() : [];
        var unheard = causes is not null && step is { Step: EngageStep.CauseAdded or EngageStep.CauseClosed, Cause: { } named } && !causes.Any(title => JoinedEngage.Means(named, title));
        return (Array.Exists(by, one => !Array.TrueForAll(by, other => one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal))) ? [Mark.Conflicting] : Array.Empty<Mark>())
            .Concat(unheard ? [Mark.NothingSuchOnRecord] : []);
    }

    // A step says that the stay ended; the moves say whether it did, and when.
    private static StayInFull WithItsEnd(Stay stay, IReadOnlyList<StepTaken> steps)
    {
        var ends = steps.Where(step => step.Step == EngageStep.Exit && (stay.Exit is not { } exit || step.When.Latest < exit.Earliest || step.When.Earliest > exit.Latest)).ToArray();
        return ends.Length == 0 ? new(stay, steps) : new(
            stay with { Marks = [.. stay.Marks.Append(Mark.Conflicting).Distinct().Order()] },
            [.. steps.Select(step => ends.Contains(step) ? With(step, Mark.Conflicting) : stay.Exit is null && step.When.Earliest > ends.Max(end => end.When.Latest) ? With(step, Mark.AfterExit) : step)]);
    }

    private static StepTaken With(StepTaken step, Mark mark) => step with { Marks = [.. step.Marks.Append(mark).Distinct().Order()] };

    /// <summary>Every step that had, or may have, been taken.</summary>
    public static IEnumerable<StepTaken> Known(EngageRecord? record, Viewpoint viewpoint) => new PageDays(viewpoint).And(record?.Steps ?? [], step => IsPlan(step.Step) ? null : step.On).Checked(record?.Steps ?? [])
        .SeenFrom(viewpoint, step => IsPlan(step.Step) ? null : step.On.First)
        .GroupBy(step => (step.Value.Step, Cause: step.Value.Cause is { } cause ? NameBasedId.Slug(cause) : null))
        .SelectMany(kind => Occurrence.Of(kind, step => step.On, MostApart(kind.Key.Step))
            .Where(step => IsPlan(kind.Key.Step) ? PlannedBy(step, viewpoint.AsOf) : step.HappenedBy(viewpoint.AsOf) != Answer.No)
            .Select(step => new StepTaken(kind.Key.Step, step.Claims.Select(claim => claim.Value.Cause).Min(StringComparer.Ordinal), step, [])));

    // A meeting is planned once that is published; nobody says when it was decided.
    private static bool PlannedBy(Occurrence<StepSaid> plan, DateOnly day) =>
        plan.Earliest <= day || plan.Claims.Any(claim => claim.PublishedOn is { } on && on.OnOrBefore(day) != Answer.No);

    private static bool IsPlan(EngageStep step) => step is EngageStep.PpogPlanned or EngageStep.FpogPlanned;

    private static int MostApart(EngageStep step) => step is EngageStep.Recommended or EngageStep.Considered or EngageStep.Decided
        or EngageStep.CauseAdded or EngageStep.CauseClosed or EngageStep.ExitRecommended or EngageStep.ExitDecided or EngageStep.Exit
        ? Moves.MostDaysApart : 0;

    private static int? PlaceOf(StepTaken step, IReadOnlyList<Stay> stays)
    {
        var inside = Places(stays, stay => Within(step, stay.Entry.Earliest, End(stay)));
        var around = inside.Sure.Count + inside.Perhaps.Count > 0 ? inside
            : Places(stays, stay => Within(step, Leads(step.Step) ? stay.Entry.Earliest.AddDays(-MostDaysAway) : stay.Entry.Earliest,
                Follows(step.Step) && stay.Exit is { } exit ? exit.Latest.AddDays(MostDaysAway) : End(stay)));
        return around is { Sure: [var only], Perhaps.Count: 0 } ? only : null;
    }

    private static (List<int> Sure, List<int> Perhaps) Places(IReadOnlyList<Stay> stays, Func<Stay, Answer> within) => (
        [.. Enumerable.Range(0, stays.Count).Where(i => within(stays[i]) == Answer.Yes)],
        [.. Enumerable.Range(0, stays.Count).Where(i => within(stays[i]) == Answer.CannotTell)]);

    private static Answer Within(StepTaken step, DateOnly from, DateOnly to) =>
        step.When.Earliest >= from && step.When.Latest <= to ? Answer.Yes
        : step.When.Latest < from || step.When.Earliest > to ? Answer.No
        : Answer.CannotTell;

    private static DateOnly End(Stay stay) => stay.Exit?.Latest ?? DateOnly.MaxValue;

    private static bool Leads(EngageStep step) => step <= EngageStep.ReportPublished || IsPlan(step);

    private static bool Follows(EngageStep step) => step is EngageStep.LetterSent or EngageStep.Published or EngageStep.ParliamentTold
        or EngageStep.ReportPublished or EngageStep.CauseClosed or EngageStep.Revisited or EngageStep.ExitDecided or EngageStep.Exit;

    private static StepTaken Marked(StepTaken step, Stay? stay, Viewpoint viewpoint)
    {
        var marks = step.Marks.Concat(step.When.Marks)
            .Concat(step.When.HappenedBy(viewpoint.AsOf) == Answer.CannotTell ? [Mark.DateImprecise] : [])
            .Concat(stay is null ? [Mark.StayUnknown] : [])
            .Concat(stay is not null && step.When.Latest < stay.Entry.Earliest ? [Mark.BeforeEntry] : [])
            .Concat(stay?.Exit is { } exit && step.When.Earliest > exit.Latest ? [Mark.AfterExit] : []);
        return step with { Marks = [.. marks.Distinct().Order()] };
    }

    private static IReadOnlyList<StepTaken> Ordered(IEnumerable<StepTaken> steps)
    {
        StepTaken[] ordered = [.. steps.OrderBy(step => step.When.Earliest).ThenBy(step => step.When.Latest).ThenBy(step => step.Step).ThenBy(step => step.Cause, StringComparer.Ordinal)];
        return [.. ordered.Select(step => IsTooEarly(step, ordered) ? step with { Marks = [.. step.Marks.Append(Mark.OutOfOrder).Order()] } : step)];
    }

    private static bool IsTooEarly(StepTaken step, StepTaken[] ordered) => Orders.Any(order => order.Then == step.Step
        && ordered.FirstOrDefault(first => first.Step == order.First && first.Cause == step.Cause) is { } before && step.When.Latest < before.When.Earliest);
}
