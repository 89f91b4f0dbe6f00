using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Monitoring.Histories;

namespace Oversight.Monitoring.Rulebooks;

/// <summary>Something that was surely public from a day on.</summary>
public sealed record Dated<T>(T Value, DateOnly On, Provenance Source);

/// <summary>What a rule may look at: what was surely public by the end of a day, and nothing that came later.</summary>
/// <param name="Day">The day.</param>
/// <param name="Judgments">Oldest first, as all the others.</param>
/// <param name="Audits">Figures of audits.</param>
/// <param name="Causes">Causes of concern raised.</param>
/// <param name="Closures">Causes of concern closed.</param>
/// <param name="Missed">Duties not answered in time.</param>
public sealed record Known(
    DateOnly Day,
    ImmutableArray<Dated<Judgment>> Judgments,
    ImmutableArray<Dated<AuditFigure>> Audits,
    ImmutableArray<Dated<CauseRaised>> Causes,
    ImmutableArray<Dated<CauseNamed>> Closures,
    ImmutableArray<Dated<DutyMissed>> Missed)
{
    /// <summary>Everything that has a date, whenever it was.</summary>
    public static Known Ever(Signals signals) => new(DateOnly.MaxValue,
        Order(signals.Judgments), Order(signals.Audits), Order(signals.Causes), Order(signals.Closures), Order(signals.Missed));

    /// <summary>What of it was known by the end of a day.</summary>
    public Known By(DateOnly day) => new(day, Until(Judgments, day), Until(Audits, day), Until(Causes, day), Until(Closures, day), Until(Missed, day));

    /// <summary>Every day on which something became known.</summary>
    public IEnumerable<DateOnly> Days => Judgments.Select(known => known.On).Concat(Audits.Select(known => known.On))
        .Concat(Causes.Select(known => known.On)).Concat(Closures.Select(known => known.On)).Concat(Missed.Select(known => known.On));

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
