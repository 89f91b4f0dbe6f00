using System.Collections.Immutable;
using System.Globalization;
using Oversight.Core;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Trails;

namespace Oversight.Monitoring.Rulebooks;

/// <summary>Something that was surely public from a day on.</summary>
public sealed record Dated<T>(T Value, DateOnly On, Provenance Source)
{
    /// <summary>What was said of it by the day that is looked at: that it was corrected, or that it is disputed.</summary>
    public string? SaidSince { get; init; }
}

/// <summary>What a rule may look at: what was surely public by the end of a day and still stood, and nothing that came later.</summary>
/// <param name="Day">The day.</param>
/// <param name="Judgments">Oldest first, as all the others.</param>
/// <param name="Audits">Figures of audits.</param>
/// <param name="Causes">Causes of concern raised.</param>
/// <param name="Closures">Causes of concern closed, or followed by another.</param>
/// <param name="IssuedAgain">Causes of concern that a later inspection issued again.</param>
/// <param name="Missed">Duties not answered in time.</param>
/// <param name="Annotations">What was said of any of them later.</param>
/// <param name="Settlings">How conflicts between them were settled.</param>
public sealed record Known(
    DateOnly Day,
    ImmutableArray<Dated<Judgment>> Judgments,
    ImmutableArray<Dated<AuditFigure>> Audits,
    ImmutableArray<Dated<CauseRaised>> Causes,
    ImmutableArray<Dated<CauseNamed>> Closures,
    ImmutableArray<Dated<CauseIssuedAgain>> IssuedAgain,
    ImmutableArray<Dated<DutyMissed>> Missed,
    ImmutableArray<Annotation> Annotations,
    ImmutableArray<Settling> Settlings)
{
    /// <summary>What somebody had to do by a day.</summary>
    internal Duties Duties { get; private init; } = Duties.None;

    private IReadOnlyList<DateOnly> DutyDays { get; init; } = [];

    // Nothing that was published after it is known.
    private DateOnly Limit { get; init; } = DateOnly.MaxValue;

    /// <summary>Everything that has a date, whenever it was.</summary>
    public static Known Ever(Signals signals) => new(DateOnly.MaxValue,
        Order(signals.Judgments), Order(signals.Audits), Order(signals.Causes), Order(signals.Closures), Order(signals.IssuedAgain), [],
        [.. signals.Annotations.OrderBy(Public).ThenBy(said => said.Provenance.ClaimId)], [.. signals.Settlings.OrderBy(step => step.On).ThenBy(step => step.Round)])
    {
        Duties = signals.Duties, DutyDays = signals.Duties.Days(),
    };

    /// <summary>What of it was known by the end of a day, whatever became of it.</summary>
    public Known Until(DateOnly day) => new(day,
        Until(Judgments, day), Until(Audits, day), Until(Causes, day), Until(Closures, day), Until(IssuedAgain, day), DutyDays.Count == 0 ? [] : Duties.MissedBefore(day, day < Limit ? day : Limit),
        [.. Annotations.Where(said => Public(said) <= day)], [.. Settlings.Where(step => step.On <= day)])
    {
        Duties = Duties, DutyDays = DutyDays, Limit = day < Limit ? day : Limit,
    };

    /// <summary>What of it was known by the end of a day, and had neither been taken back nor lost to another side of a conflict.</summary>
    public Known By(DateOnly day)
    {
        var known = Until(day);
        if (known.Annotations.IsEmpty && known.Settlings.IsEmpty)
        {
            return known;
        }

        var said = known.Annotations.ToLookup(annotation => annotation.FactId);
        var settled = known.Settlings.GroupBy(step => step.FactId).ToDictionary(steps => steps.Key, steps => steps.MaxBy(step => step.Round)!.Side);
        return known with
        {
            Judgments = Standing(known.Judgments, judged => judged.Grade),
            Audits = Standing(known.Audits, figure => string.Create(CultureInfo.InvariantCulture,
                $"{figure.Percent}%{(figure.HalfWidth is null ? "" : $" ± {figure.HalfWidth}")}{(figure.Sample is null ? "" : $" of {figure.Sample}")}")),
            Causes = Standing(Counting(known.Causes, settled)), Closures = Standing([.. known.Closures.Where(closed => !StepSaid.IsStillOpen(settled.GetValueOrDefault(closed.Source.FactId)?.Value ?? ""))]), IssuedAgain = Standing(known.IssuedAgain), Missed = Standing(known.Missed),
        };

        ImmutableArray<Dated<T>> Standing<T>(ImmutableArray<Dated<T>> all, Func<T, string>? inWords = null) =>
        [
            .. all.Where(one => said[one.Source.FactId].All(annotation => annotation.What != AnnotationKind.Withdrawn)
                    && !(inWords is not null && settled.GetValueOrDefault(one.Source.FactId)?.Says(inWords(one.Value)) == Answer.No))
                .Select(one => said[one.Source.FactId].Any() ? one with { SaidSince = SaidOf(said[one.Source.FactId]) } : one),
        ];
    }

    // Whoever lost still says that there is a cause, and as long as nobody else surely does, only what lost of it is left out.
    private static ImmutableArray<Dated<CauseRaised>> Counting(ImmutableArray<Dated<CauseRaised>> all, Dictionary<string, SettledSide?> settled)
    {
        var counting = all.Where(one => Says(one) == Answer.Yes).ToLookup(one => one.Source.FactId, one => one.Value.Said!);
        return
        [
            .. from one in all
               let overruled = Says(one) == Answer.No || counting[one.Source.FactId].Any(counts => Says(one) == Answer.CannotTell && ((ISaid<CauseSaid>)counts).Contradicts(one.Value.Said!))
               where !overruled || !counting[one.Source.FactId].Any()
               select overruled ? one with { Value = one.Value with { Accelerated = CauseSaid.IsAccelerated(settled[one.Source.FactId]!.Value) } } : one,
        ];

        Answer? Says(Dated<CauseRaised> one) =>
            one.Value.Said is ISaid<CauseSaid> said ? settled.GetValueOrDefault(one.Source.FactId)?.Says(said.InWords) : null;
    }

    /// <summary>Every day on which something became known.</summary>
    public IEnumerable<DateOnly> Days => Judgments.Select(known => known.On).Concat(Audits.Select(known => known.On))
        .Concat(Causes.Select(known => known.On)).Concat(Closures.Select(known => known.On)).Concat(IssuedAgain.Select(known => known.On))
        .Concat(DutyDays).Concat(Annotations.Select(Public)).Concat(Settlings.Select(step => step.On));

    // A withdrawal or a correction is itself an act in public, so that its own day will do where no publication is dated.
    private static DateOnly Public(Annotation said) =>
        said.Provenance.PublishedOn is { } published && published.Last > said.On.Last ? published.Last : said.On.Last;

    private static string? SaidOf(IEnumerable<Annotation> said) =>
        string.Join(", ", new FactTrail([], [.. said.Select(one => new Kept<Annotation>(one, default))]).Marks.InWords) is { Length: > 0 } words ? words : null;

    // What was published "in June" was surely public when June was over.
    private static ImmutableArray<Dated<T>> Order<T>(ImmutableDictionary<(T, PartialDate?), Provenance> signals) =>
    [
        .. signals.Where(signal => signal.Key.Item2 is not null)
            .Select(signal => new Dated<T>(signal.Key.Item1, signal.Key.Item2!.Value.Last, signal.Value))
            .OrderBy(known => known.On).ThenBy(known => known.Value!.ToString(), StringComparer.Ordinal),
    ];

    private static ImmutableArray<Dated<T>> Until<T>(ImmutableArray<Dated<T>> all, DateOnly day)
    {
        var count = all.Length;
        while (count > 0 && all[count - 1].On > day)
        {
            count--;
        }

        return all[..count];
    }
}
