using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Histories;
using static Oversight.Monitoring.Bodies.BodyEvent;

namespace Oversight.Monitoring.Rulebooks;

/// <summary>A cause of concern.</summary>
/// <param name="Id">The same however its title is spelled.</param>
/// <param name="Title">As a source spells it.</param>
/// <param name="Inspection">As a source names it.</param>
public sealed record CauseNamed(string Id, string Title, string Inspection);

/// <summary>A cause of concern that a source says was raised.</summary>
/// <param name="Cause">Which.</param>
/// <param name="Accelerated">Before its report, by itself or with others.</param>
/// <param name="SaidAgain">Does the source call it the re-issue of an earlier one?</param>
/// <param name="Said">What of it sources can contradict; null of a step, which rules see by its publication alone.</param>
public sealed record CauseRaised(CauseNamed Cause, bool Accelerated, bool SaidAgain = false, CauseSaid? Said = null)
{
    /// <summary>Only together with others, none of which is accelerated by itself.</summary>
    public bool InSum { get; init; }
}

/// <summary>A cause of concern that was issued again.</summary>
/// <param name="Cause">The earlier one.</param>
/// <param name="Under">The programme or inspection that issued it again.</param>
public sealed record CauseIssuedAgain(CauseNamed Cause, string Under);

/// <summary>A duty whose last day passed without an answer.</summary>
public sealed record DutyMissed(string Duty, DateOnly LastDay);

/// <summary>All that rules look at of a body, each thing once for each day on which it was published, with the first source that says so.</summary>
/// <remarks>Bounded by what differs and not by who repeats it.</remarks>
public sealed record Signals(
    ImmutableDictionary<(Judgment, PartialDate?), Provenance> Judgments,
    ImmutableDictionary<(AuditFigure, PartialDate?), Provenance> Audits,
    ImmutableDictionary<(CauseRaised, PartialDate?), Provenance> Causes,
    ImmutableDictionary<(CauseNamed, PartialDate?), Provenance> Closures,
    ImmutableDictionary<(CauseIssuedAgain, PartialDate?), Provenance> IssuedAgain,
    ImmutableHashSet<Annotation> Annotations,
    ImmutableHashSet<Settling> Settlings)
{
    public static readonly Signals None = new(
        ImmutableDictionary<(Judgment, PartialDate?), Provenance>.Empty, ImmutableDictionary<(AuditFigure, PartialDate?), Provenance>.Empty,
        ImmutableDictionary<(CauseRaised, PartialDate?), Provenance>.Empty, ImmutableDictionary<(CauseNamed, PartialDate?), Provenance>.Empty,
        ImmutableDictionary<(CauseIssuedAgain, PartialDate?), Provenance>.Empty, [], []);

    /// <summary>What somebody had to do by a day, and whether it was done.</summary>
    public Duties Duties { get; init; } = Duties.None;

    /// <summary>How many of them nobody dates, so that no rule can tell since when they were known.</summary>
    public int Undated => Count(Judgments) + Count(Audits) + Count(Causes) + Count(Closures) + Count(IssuedAgain);

    /// <summary>With one more thing learned; most events are no signal.</summary>
    public Signals With(BodyEvent @event) => Told(@event) is var told && Duties.With(@event) is var duties && ReferenceEquals(duties, Duties) ? told : told with { Duties = duties };

    private Signals Told(BodyEvent @event) => @event switch
    {
        GradeNoted e => this with { Judgments = Add(Judgments, new(e.Programme, e.Area, e.Grade), e.Provenance) },
        AuditNoted e => this with
        {
            Audits = Add(Audits, new(e.Audit, e.Programme, e.Inspection, e.Category, e.Method, e.Percent, e.HalfWidth, e.Sample), e.Provenance),
        },
        CauseNoted e => this with
        {
            Causes = Add(Causes, new(Named(e.Cause, e.Title, e.Inspection), e.Accelerated == Acceleration.Yes, IsReissue(e.Note),
                new("", "", "", "", e.RaisedOn, e.Accelerated, e.Recommendations, "")), e.Provenance),
        },
        CauseStepNoted { Step: CauseStep.RaisedEarly or CauseStep.AcceleratedInSum } e => this with { Causes = Add(Causes, new(Named(e.Cause, e.Title, e.Inspection), Accelerated: true) { InSum = e.Step == CauseStep.AcceleratedInSum }, e.Provenance) },
        CauseStepNoted { Step: CauseStep.ReIssued or CauseStep.Superseded, Under: { } under } e => this with
        {
            Closures = Add(Closures, Named(e.Cause, e.Title, e.Inspection), e.Provenance),
            IssuedAgain = Add(IssuedAgain, new(Named(e.Cause, e.Title, e.Inspection), under), e.Provenance),
        },
        CauseStepNoted { Step: CauseStep.Closed or CauseStep.ReIssued or CauseStep.Superseded } e => this with { Closures = Add(Closures, Named(e.Cause, e.Title, e.Inspection), e.Provenance) },
        AnnotationNoted e => this with { Annotations = Annotations.Add(e.Annotation) },
        SettlementNoted e => this with { Settlings = Settlings.Add(e.Settling) },
        _ => this,
    };

    // Of the fact without its kind and its body: programme and title.
    private static CauseNamed Named(string fact, string title, string inspection) => new(fact.Split('/', 3)[^1], title, inspection);

    private static bool IsReissue(string note) =>
        note.Contains("re-issue of", StringComparison.OrdinalIgnoreCase) || note.Contains("reissue of", StringComparison.OrdinalIgnoreCase);

    private static ImmutableDictionary<(T, PartialDate?), Provenance> Add<T>(
        ImmutableDictionary<(T, PartialDate?), Provenance> known, T value, Provenance said) =>
        known.ContainsKey((value, said.PublishedOn)) ? known : known.Add((value, said.PublishedOn), said);

    private static int Count<T>(ImmutableDictionary<(T, PartialDate?), Provenance> known) => known.Keys.Count(key => key.Item2 is null);
}
