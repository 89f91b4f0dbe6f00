using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Grading.Audits;

/// <summary>An audit figure as one source reports it.</summary>
/// <param name="Programme">The inspection without its remark.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Method">The generation of method.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="RecordedAt">When it was recorded here.</param>
/// <param name="Sequence">Its position in the store.</param>
/// <param name="MoreSince">Since when there are more sources of the same than are listed.</param>
public sealed record AuditClaim(
    string Programme, AuditFigure Figure, string Method, Provenance Source, DateTimeOffset RecordedAt, long Sequence, DateTimeOffset? MoreSince = null) : IClaim
{
    string IClaim.InWords => Figure.InWords;

    public bool Repeats(IClaim other) => other is AuditClaim same && Figure == same.Figure && Source.PublishedOn == same.Source.PublishedOn;
}

/// <summary>A figure with everything it rests on.</summary>
/// <param name="Percent">The published rate with its published decimals.</param>
/// <param name="HalfWidth">The published half-width; its level is unknown.</param>
/// <param name="Sample">The printed denominator.</param>
/// <param name="Computed">Our own interval, only where the count behind the rate is known.</param>
/// <param name="Claims">Dated before undated, older before younger.</param>
public sealed record FigureSide(decimal Percent, decimal? HalfWidth, int? Sample, ComputedInterval? Computed, ImmutableArray<AuditClaim> Claims)
{
    /// <summary>Below this the count says more than the percentage.</summary>
    public const int Tiny = 30;

    /// <summary>Is the sample too small for a percentage to mean much?</summary>
    public bool HasTinyDenominator => Sample < Tiny;
}

/// <summary>What an audit found, seen from a viewpoint.</summary>
/// <param name="Kind">What was audited.</param>
/// <param name="Programme">The inspection without its remark.</param>
/// <param name="Category">What was counted.</param>
/// <param name="Method">The generation of method; figures of two generations do not compare.</param>
/// <param name="Verdict">Whether one figure stands.</param>
/// <param name="Sides">The figure that stands, or every side.</param>
/// <param name="Marks">What to say beside it.</param>
/// <param name="Support">How many sources say the same; null where one does, or where they differ.</param>
public sealed record AuditStanding(
    AuditKind Kind, string Programme, string Category, string Method, Verdict Verdict, ImmutableArray<FigureSide> Sides, ImmutableArray<Mark> Marks,
    Support? Support)
{
    /// <summary>The sides that a settlement has set aside.</summary>
    public ImmutableArray<FigureSide> Overruled { get; init; } = [];

    /// <summary>What was settled and said of it later.</summary>
    public FactTrail Trail { get; init; } = FactTrail.None;
}
