using Oversight.Core;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Trails;

namespace Oversight.Monitoring.Causes;

/// <summary>Works out how causes of concern stood. Pure: the same claims in any order give the same answer.</summary>
public static class CauseReading
{
    private const string AfiPrefix = "afi/";

    /// <summary>Every cause that could be known and had, or may have, been raised, the oldest first.</summary>
    /// <param name="causes">What is said of them.</param>
    /// <param name="viewpoint">From where.</param>
    /// <param name="trail">What was settled and said later.</param>
    /// <param name="beside">The moves of the body, whose pages may tell of causes too.</param>
    public static IReadOnlyList<Cause> At(BodyCauses causes, Viewpoint viewpoint, Trail? trail = null, BodyRecord? beside = null)
    {
        var all = Known(causes, viewpoint, trail, beside);
        return [.. all.Select(cause => Of(cause, all, viewpoint.AsOf)).OfType<Cause>().Select(cause => trail is null ? cause : Annotated(cause, trail, viewpoint))
            .OrderBy(cause => cause.Raised.Earliest ?? DateOnly.MinValue).ThenBy(cause => cause.Id, StringComparer.Ordinal)];
    }

    // What is said of it later stands beside it; a cause ends by its closing alone.
    private static Cause Annotated(Cause cause, Trail trail, Viewpoint viewpoint)
    {
        var its = trail.Of(fact => fact == cause.Id || cause.Steps.Any(step => step.FactId == fact), viewpoint);
        its = its with { Settlings = [.. cause.Steps.Select(step => step.Sides.Trail).Prepend(cause.Sides.Trail).SelectMany(seen => seen.Settlings).Distinct().OrderBy(step => step.Value.Round).ThenBy(step => step.Value.FactId, StringComparer.Ordinal)] };
        return cause with { Trail = its, Marks = [.. cause.Marks.Concat(its.Marks).Distinct().Order()] };
    }

    /// <summary>What is known of each cause, whatever the day.</summary>
    internal static IReadOnlyList<Told> Known(BodyCauses causes, Viewpoint viewpoint, Trail? trail = null, BodyRecord? beside = null)
    {
        var raised = PagesOf(causes, beside, viewpoint).Checked(causes.Causes).Select(cause => Seen<CauseSaid>.From(viewpoint, cause, cause.Value.RaisedOn?.First ?? Noted.EarliestDay(cause.Value.Programme)))
            .OfType<Seen<CauseSaid>>().ToLookup(cause => cause.Value.Cause);
        var steps = Steps(causes, viewpoint, trail, beside).ToLookup(step => step.First.Cause);
        return [.. raised.Select(cause => cause.Key).Concat(steps.Select(step => step.Key)).Distinct().Where(id => !id.StartsWith(AfiPrefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(id => new Told(id, Sides.Of([.. raised[id].OrderBy(cause => cause.Value.ToString(), StringComparer.Ordinal)], trail, viewpoint), [.. steps[id]]))];
    }

    /// <summary>Every step that could be known, told apart as sources tell them apart, by day.</summary>
    internal static IEnumerable<Step> Steps(BodyCauses causes, Viewpoint viewpoint, Trail? trail = null, BodyRecord? beside = null) => Closing.Settled(Sides.OfEach(PagesOf(causes, beside, viewpoint).Checked(causes.Steps)
            .Select(step => Seen<StepSaid>.From(viewpoint, step, step.Value.On?.First ?? Noted.EarliestDay(step.Value.Programme))).OfType<Seen<StepSaid>>(), trail, viewpoint)
        .Select(same => new Step(same.Standing[0].Value.Step, WhenOf(same.Standing, step => step.On), same)), trail, viewpoint)
        .OrderBy(step => step.When.Earliest ?? DateOnly.MinValue).ThenBy(step => step.Kind).ThenBy(step => step.First.ToString(), StringComparer.Ordinal);

    private static PageDays PagesOf(BodyCauses causes, BodyRecord? beside, Viewpoint viewpoint) =>
        new PageDays(viewpoint).And(causes.Causes, cause => cause.RaisedOn).And(causes.Steps, step => step.On).And(beside?.Moves ?? [], move => move.On);

    internal static When WhenOf<T>(IReadOnlyList<Seen<T>> said, Func<T, PartialDate?> on)
        where T : notnull => When.Of(
            said.Select(one => on(one.Value)).OfType<PartialDate>(), said.Min(one => one.PublishedOn), null,
            said.SelectMany(one => one.Evidence).Min(source => DateOnly.FromDateTime(source.RecordedAt.UtcDateTime)));

    /// <summary>What to say of how its raising was published; one source that surely was is enough.</summary>
    internal static IEnumerable<Mark> Said(Told cause) => (cause.Said.Any(said => said.IsPlainlyPublished) ? [] : cause.Said.SelectMany(said => said.Marks)).Concat(cause.Said.SelectMany(said => said.Abridged)).Distinct();

    private static Cause? Of(Told cause, IReadOnlyList<Told> all, DateOnly day)
    {
        var closed = cause.Steps.FirstOrDefault(step => step.Kind == CauseStep.Closed)?.When;
        if (cause.Raised.HappenedBy(day) == Answer.No && (closed is null || closed.HappenedBy(day) == Answer.No))
        {
            return null;
        }

        var links = CauseLinks.Of(cause, all, day);
        var ended = CauseLinks.SupersededOn(cause, all);
        var steps = cause.All.Where(step => step.When.HappenedBy(day) != Answer.No).Select(step => step with { IsOfNothingKnown = Recommendations.IsUnheard(step, cause.Steps) }).ToArray();
        var openAfterAll = closed is not null && cause.Steps.Any(step => step.Kind == CauseStep.StillOpen && closed.SurelyBefore(step.When) && step.When.HappenedBy(day) == Answer.Yes);
        var differing = cause.Raised.IsConflicting || (closed is { IsConflicting: true } && closed.HappenedBy(day) != Answer.No);
        var outOfOrder = closed?.SurelyBefore(cause.Raised) == true;
        var openAt = outOfOrder ? null : OpenAt(cause, closed, ended);
        var state = openAfterAll || (outOfOrder && cause.Raised.HappenedBy(day) == Answer.No) ? CauseState.CannotTell : StateOf(cause.Raised, closed, ended, openAt, day);
        var recommendations = Recommendations.Of(cause.Said, cause.Raised, cause.Steps, day);
        var accelerated = cause.Said.Select(said => said.Value.Accelerated).Where(said => said != Acceleration.Unknown).Distinct().ToArray();
        var early = steps.Any(step => step.Kind is CauseStep.RaisedEarly or CauseStep.AcceleratedInSum);

        Mark[] marks =
        [
            .. Said(cause),
            .. cause.Sides.Marks,
            .. closed?.HappenedBy(day) == Answer.Yes ? cause.Steps.First(step => step.Kind == CauseStep.Closed).Marks : [],
            .. cause.Raised.On is null && !cause.Raised.IsConflicting ? [Mark.DateUnknown] : Array.Empty<Mark>(),
            .. openAfterAll || differing || accelerated.Length > 1 || recommendations.IsConflicting ? [Mark.Conflicting] : Array.Empty<Mark>(),
            .. state == CauseState.CannotTell && !openAfterAll ? [differing ? Mark.Conflicting : Mark.DateImprecise] : Array.Empty<Mark>(),
            .. outOfOrder ? [Mark.OutOfOrder] : Array.Empty<Mark>(),
            .. cause.Said.Any(said => said.Value.Recommendations == 0) ? [Mark.PrintedWithoutRecommendations] : Array.Empty<Mark>(),
            .. cause.IsRaised ? Array.Empty<Mark>() : [Mark.NothingSuchOnRecord],
            .. steps.SelectMany(step => step.Marks).Where(mark => mark == Mark.NothingSuchOnRecord),
            .. steps.Any(step => step.IsOverruled) ? [Mark.Settled] : Array.Empty<Mark>(),
            .. steps.Any(step => step.Kind == CauseStep.Disputed) ? [Mark.Disputed] : Array.Empty<Mark>(),
        ];
        return new(
            cause.Id, cause.Title, cause.Inspection, cause.Programme, cause.Sides, cause.Raised, state, openAt is { } at && at <= day ? PartialDate.On(at) : openAt is null ? null : PartialDate.On(day),
            closed is not null && closed.HappenedBy(day) != Answer.No ? closed : null, outOfOrder ? null : AgeOf(cause.Raised, state, closed, ended, day),
            early ? Acceleration.Yes : accelerated is [var only] ? only : Acceleration.Unknown, steps.Any(step => step.Kind == CauseStep.AcceleratedInSum),
            recommendations, links, steps, [.. marks.Distinct().Order()])
        {
            Disagreements = Disagreement.Of(cause, accelerated.Length > 1, openAfterAll, recommendations, steps),
        };
    }

    private static CauseState StateOf(When raised, When? closed, When? ended, DateOnly? openAt, DateOnly day) => (closed?.HappenedBy(day), ended?.HappenedBy(day)) switch
    {
        (Answer.Yes, _) => CauseState.Closed,
        (Answer.CannotTell, _) or (_, Answer.CannotTell) => CauseState.CannotTell,
        (_, Answer.Yes) => CauseState.Superseded,
        _ when raised.HappenedBy(day) == Answer.CannotTell => CauseState.CannotTell,
        _ => day <= openAt ? CauseState.Open : CauseState.NoClosureFound,
    };

    // Until it is closed or raised anew it is open, and on every day on which a source tells of work on it.
    private static DateOnly? OpenAt(Told cause, When? closed, When? ended)
    {
        var days = cause.Steps.Where(step => step.Kind is not (CauseStep.Closed or CauseStep.ReIssued or CauseStep.Superseded or CauseStep.Disputed))
            .Select(step => step.When.On?.First)
            .Append(cause.Raised.On is null ? null : cause.Raised.Latest)
            .Append(closed?.On is null && closed?.IsConflicting != true ? null : closed.Earliest?.AddDays(-1))
            .Append(ended?.Earliest?.AddDays(-1)).OfType<DateOnly>().ToArray();
        var last = days.Length == 0 ? (DateOnly?)null : days.Max();
        var end = closed is { Earliest: { } first } && !(ended?.Earliest < first) ? first : ended?.Earliest;
        return end <= last && cause.Steps.All(step => step.Kind != CauseStep.StillOpen) ? end.Value.AddDays(-1) : last;
    }

    private static Days? AgeOf(When raised, CauseState state, When? closed, When? ended, DateOnly day)
    {
        if (raised.Earliest is not { } earliest || raised.On is null)
        {
            return null;
        }

        var end = state switch { CauseState.Closed => closed, CauseState.Superseded => ended, _ => null };
        var (first, last) = end is null ? (day, day) : (end.Earliest ?? raised.Latest, end.Latest < day ? end.Latest : day);
        return new(Math.Max(0, first.DayNumber - raised.Latest.DayNumber), Math.Max(0, last.DayNumber - earliest.DayNumber));
    }
}

/// <summary>What is known of one cause, whatever the day.</summary>
/// <param name="Id">The cause.</param>
/// <param name="Sides">Of its being raised.</param>
/// <param name="All">Its steps, those that a settlement has set aside among them.</param>
internal sealed record Told(string Id, Sides<CauseSaid> Sides, IReadOnlyList<Step> All)
{
    /// <summary>The steps that count.</summary>
    public IReadOnlyList<Step> Steps { get; } = All.Any(step => step.IsOverruled) ? [.. All.Where(step => !step.IsOverruled)] : All;

    public IReadOnlyList<Seen<CauseSaid>> Said => Sides.Standing;

    public string Title => Said.Count > 0 ? Said[0].Value.Title : Steps[0].First.Title;

    public string Inspection => Said.Count > 0 ? Said[0].Value.Inspection : Steps[0].First.Inspection;

    public string Programme => Said.Count > 0 ? Said[0].Value.Programme : Steps[0].First.Programme;

    /// <summary>Does a source say that it was raised?</summary>
    public bool IsRaised => Said.Count > 0 || Steps.Any(Raises);

    /// <summary>When the body was told; a step that raises it early or by escalation dates it too.</summary>
    public When Raised { get; } = RaisedOf(Sides.Standing, All);

    internal static bool Raises(Step step) => step.Kind is CauseStep.RaisedEarly or CauseStep.AcceleratedInSum or CauseStep.Escalated;

    private static When RaisedOf(IReadOnlyList<Seen<CauseSaid>> said, IReadOnlyList<Step> steps)
    {
        var raising = steps.Where(Raises).SelectMany(step => step.Said).ToArray();
        var dates = said.Select(one => one.Value.RaisedOn).Concat(said.Count == 0 || said.All(one => one.Value.RaisedOn is null) ? raising.Select(one => one.Value.On) : []).OfType<PartialDate>();
        var published = said.Select(one => one.PublishedOn).Concat(raising.Select(one => one.PublishedOn)).Min();
        var evidence = said.SelectMany(one => one.Evidence).Concat(steps.SelectMany(step => step.Said).SelectMany(one => one.Evidence));
        return When.Of(dates, published, Noted.EarliestDay(said.Count > 0 ? said[0].Value.Programme : steps[0].First.Programme),
            evidence.Min(source => DateOnly.FromDateTime(source.RecordedAt.UtcDateTime)));
    }
}
