using System.Globalization;
using Oversight.Core;

namespace Oversight.Ingestion.Facts;

/// <summary>What a claim says, apart from who says it.</summary>
public abstract partial record Statement
{
    private Statement()
    {
    }

    /// <summary>As a side of a conflict is shown.</summary>
    public abstract string InWords { get; }

    /// <summary>How this one stands to <paramref name="earlier"/>, one of the same kind about the same fact.</summary>
    internal abstract Comparison To(Statement earlier);

    internal bool Contradicts(Statement other) => To(other).HasFlag(Comparison.Otherwise);

    /// <summary>A grade. What another report gives on another day is a new judgment and no contradiction.</summary>
    public sealed record IsGrade(Grade Grade, PartialDate? PublishedOn) : Statement
    {
        /// <inheritdoc/>
        public override string InWords => Grades.Text(Grade);

        internal override Comparison To(Statement earlier)
        {
            var other = (IsGrade)earlier;
            return Grade == other.Grade ? Comparison.Same
                : PublishedOn is { } published && other.PublishedOn is { } before && !published.AgreesWith(before) ? Comparison.Anew
                : Comparison.Otherwise;
        }
    }

    /// <summary>An audited rate.</summary>
    public sealed record IsRate(decimal Percent, decimal? HalfWidth, int? Sample) : Statement
    {
        /// <inheritdoc/>
        public override string InWords => string.Create(CultureInfo.InvariantCulture,
            $"{Percent}%{(HalfWidth is null ? "" : $" ± {HalfWidth}")}{(Sample is null ? "" : $" of {Sample}")}");

        internal override Comparison To(Statement earlier)
        {
            var other = (IsRate)earlier;
            return (Percent == other.Percent ? Comparison.Same : Comparison.Otherwise)
                | Of(HalfWidth, other.HalfWidth) | Of(Sample, other.Sample);
        }
    }

    /// <summary>A move, or a label used for a time.</summary>
    public sealed record IsMove(PartialDate EffectiveOn, PartialDate? Until, PartialDate? DecidedOn) : Statement
    {
        /// <inheritdoc/>
        public override string InWords => $"{EffectiveOn}{(Until is null ? "" : $" until {Until}")}{(DecidedOn is null ? "" : $", decided {DecidedOn}")}";

        internal override Comparison To(Statement earlier)
        {
            var other = (IsMove)earlier;
            return Of(EffectiveOn, other.EffectiveOn) | Of(Until, other.Until) | Of(DecidedOn, other.DecidedOn);
        }
    }

    /// <summary>Something happened; the fact's own id says what.</summary>
    public sealed record Happened : Statement
    {
        /// <inheritdoc/>
        public override string InWords => "happened";

        internal override Comparison To(Statement earlier) => Comparison.Same;
    }

    private static Comparison Of(decimal? value, decimal? earlier) =>
        Of(value is not null, earlier is not null) ?? (value == earlier ? Comparison.Same : Comparison.Otherwise);

    private static Comparison Of(PartialDate? value, PartialDate? earlier) =>
        Of(value is not null, earlier is not null) ?? Of(value!.Value, earlier!.Value);

    // Null when both say something, so that what they say decides.
    private static Comparison? Of(bool says, bool said) => (says, said) switch
    {
        (false, false) => Comparison.Same,
        (true, false) => Comparison.SaysMore,
        (false, true) => Comparison.SaysLess,
        _ => null,
    };

    private static Comparison Of(PartialDate date, PartialDate earlier) =>
        date == earlier ? Comparison.Same
        : !date.AgreesWith(earlier) ? Comparison.Otherwise
        : date.Refines(earlier) ? Comparison.SaysMore
        : Comparison.SaysLess;
}

/// <summary>How one statement stands to another; agreeing ones can each say something that the other leaves open.</summary>
[Flags]
internal enum Comparison
{
    Same = 0,
    SaysMore = 1,
    SaysLess = 2,
    Otherwise = 4,

    /// <summary>Another value, by a report of another day, of something that is judged anew.</summary>
    Anew = 8,
}
