using Oversight.Core;
using Oversight.Monitoring.Phases;

namespace Oversight.Monitoring.Records;

/// <summary>One thing that happened, with every date that sources give for it.</summary>
/// <param name="Dates">The dates that nothing more precise refines, earliest first; more than one when sources disagree.</param>
/// <param name="Claims">What every source says, those with vaguer dates included.</param>
public sealed record Occurrence<T>(IReadOnlyList<PartialDate> Dates, IReadOnlyList<Seen<T>> Claims)
    where T : notnull
{
    /// <summary>The first day on which it can have happened.</summary>
    public DateOnly Earliest => Dates[0].First;

    /// <summary>The last day on which it can have happened.</summary>
    public DateOnly Latest => Dates.Max(date => date.Last);

    public bool IsConflicting => Dates.Count > 1;

    /// <summary>The date, or where sources disagree what their dates have in common.</summary>
    public PartialDate? On => IsConflicting ? Move.Common(Earliest, Latest) : Dates[0];

    public Answer HappenedBy(DateOnly day) => Latest <= day ? Answer.Yes : Earliest > day ? Answer.No : Answer.CannotTell;

    /// <summary>What to say about its dates and publication; one surely published source is enough.</summary>
    public IEnumerable<Mark> Marks => (Claims.Any(claim => claim.IsPlainlyPublished) ? [] : Claims.SelectMany(claim => claim.Marks).Distinct())
        .Concat(Claims.SelectMany(claim => claim.Abridged)).Distinct().Concat(IsConflicting ? [Mark.Conflicting] : []);
}

/// <summary>Finds what happened in what sources say of it.</summary>
public static class Occurrence
{
    /// <summary>What happened once, however far its dates lie apart.</summary>
    public const int Once = int.MaxValue;

    /// <summary>Claims about one kind of thing, gathered by their dates alone; no order of arrival changes it.</summary>
    /// <param name="claims">All of one kind.</param>
    /// <param name="on">When each says that it happened.</param>
    /// <param name="mostDaysApart">Dates further apart are of different things.</param>
    public static IEnumerable<Occurrence<T>> Of<T>(IEnumerable<Seen<T>> claims, Func<T, PartialDate> on, int mostDaysApart)
        where T : notnull
    {
        // Partial dates either nest or are disjoint, and a vaguer one comes just before those within it.
        var all = claims.ToArray();
        var dates = all.Select(claim => on(claim.Value)).Distinct().Order().ToArray();
        var precise = dates.Where((date, i) => i + 1 == dates.Length || !dates[i + 1].Refines(date));
        List<PartialDate> group = [];
        foreach (var date in precise)
        {
            if (group.Count > 0 && group[^1].DaysApart(date) > mostDaysApart)
            {
                yield return Gathered();
                group = [];
            }

            group.Add(date);
        }

        if (group.Count > 0)
        {
            yield return Gathered();
        }

        Occurrence<T> Gathered() => new(group, [.. all.Where(claim => group.Exists(date => date.AgreesWith(on(claim.Value))))]);
    }
}

/// <summary>Lists of what sources say, each thing once.</summary>
internal static class Backing
{
    extension<T>(IReadOnlyList<Backed<T>> known)
        where T : notnull
    {
        /// <summary>The list with one more source for a value.</summary>
        public IReadOnlyList<Backed<T>> And(T value, Evidence source, int most = BodyRecords.MostSources)
        {
            for (var i = 0; i < known.Count; i++)
            {
                if (known[i].Value.Equals(value))
                {
                    var with = known[i].With(source, most);
                    return ReferenceEquals(with, known[i]) ? known : [.. known.Take(i), with, .. known.Skip(i + 1)];
                }
            }

            return [.. known, new(value, [source])];
        }

        /// <summary>What of it could be known.</summary>
        /// <param name="viewpoint">From where.</param>
        /// <param name="happened">The first day on which there was something to know.</param>
        public IEnumerable<Seen<T>> SeenFrom(Viewpoint viewpoint, Func<T, DateOnly?> happened) =>
            known.Select(backed => Seen<T>.From(viewpoint, backed, happened(backed.Value))).OfType<Seen<T>>();
    }
}
