using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Ingestion.Facts;

public abstract partial record Statement
{
    /// <summary>Something was done on a day, in one of several ways where there are several.</summary>
    public sealed record IsStep(PartialDate On, string? Value) : Statement
    {
        /// <inheritdoc/>
        public override string InWords => $"{On}{(Value is null ? "" : $", {Value}")}";

        internal override Comparison To(Statement earlier)
        {
            var other = (IsStep)earlier;
            return Of(On, other.On)
                | (Of(Value is not null, other.Value is not null) ?? (Value == other.Value ? Comparison.Same : Comparison.Otherwise));
        }
    }
}

/// <summary>Tells one step from the next of its kind: sources seldom date a step alike.</summary>
internal static class Steps
{
    /// <summary>For a step that is taken once: however far its dates lie apart, they are dates of one step.</summary>
    public const int Once = int.MaxValue;

    /// <summary>For a step that may be taken again soon: only dates that can mean one day are dates of one step.</summary>
    public const int AnyTime = 0;

    extension(Fact fact)
    {
        /// <summary>The id of the step whose dates come nearest to <paramref name="on"/>, or a new one, which ends in it.</summary>
        /// <param name="kind">The beginning of the ids of steps of its kind, up to the date.</param>
        /// <param name="on">When it was taken.</param>
        /// <param name="mostDaysApart">Dates further apart are of different steps.</param>
        public string Step(string kind, PartialDate on, int mostDaysApart)
        {
            var nearest = fact.Facts.Where(known => known.Key.StartsWith(kind, StringComparison.Ordinal) && known.Key.LastIndexOf('/') == kind.Length - 1)
                .Select(known => (known.Key, Distance: Distance(known.Value, on)))
                .OrderBy(known => known.Distance).FirstOrDefault();
            return nearest.Key is not null && nearest.Distance.Apart <= mostDaysApart ? nearest.Key : kind + on;
        }
    }

    private static (int Apart, int FirstDays) Distance(ImmutableArray<Saying> sayings, PartialDate on) => sayings
        .Select(saying => ((Statement.IsStep)saying.Statement).On)
        .Min(date => (date.DaysApart(on), Math.Abs(date.First.DayNumber - on.First.DayNumber)));
}
