using System.Globalization;
using System.Text.Json.Serialization;
using Oversight.Core;

namespace Oversight.Grading.Audits;

/// <summary>What is audited.</summary>
public enum AuditKind
{
    /// <summary>How much of the crime reported to a body it recorded.</summary>
    Recording,

    /// <summary>What share of stop and search records shows reasonable grounds.</summary>
    StopSearch,
}

/// <summary>A figure as one source publishes it.</summary>
/// <param name="Kind">What was audited.</param>
/// <param name="Inspection">As printed, with its remark.</param>
/// <param name="Category">What was counted.</param>
/// <param name="Percent">The published rate with its published decimals.</param>
/// <param name="HalfWidth">The published half-width in percentage points. Its level is not published and is never taken to be 95%.</param>
/// <param name="Sample">The denominator, only where it was printed.</param>
public sealed record AuditFigure(AuditKind Kind, string Inspection, string Category, decimal Percent, decimal? HalfWidth, int? Sample)
{
    /// <summary>What a stop and search audit counts.</summary>
    public const string WithReasonableGrounds = "stop and search records with reasonable grounds";

    /// <summary>Figures with one subject speak of the same thing.</summary>
    [JsonIgnore]
    public string Subject => $"{Kind}/{NameBasedId.Slug(Category)}";

    /// <summary>As a side of a conflict is written.</summary>
    [JsonIgnore]
    public string InWords => string.Create(CultureInfo.InvariantCulture,
        $"{Percent}%{(HalfWidth is null ? "" : $" ± {HalfWidth}")}{(Sample is null ? "" : $" of {Sample}")}");

    /// <summary>Can both be right? One may say more than the other: a sample, a half-width.</summary>
    public bool AgreesWith(AuditFigure other) =>
        Percent == other.Percent
        && (HalfWidth is null || other.HalfWidth is null || HalfWidth == other.HalfWidth)
        && (Sample is null || other.Sample is null || Sample == other.Sample);
}
