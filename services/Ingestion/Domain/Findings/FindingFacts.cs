using System.Globalization;
using Oversight.Core;
using static Oversight.Ingestion.Facts.FactCommand;
using static Oversight.Ingestion.Facts.FactEvent;

namespace Oversight.Ingestion.Facts;

/// <summary>What is claimed about findings that have no grade.</summary>
public static class FindingFacts
{
    /// <summary>A practice by its own words: they are too long for a name.</summary>
    public static string Practice(string body, string inspection, string practice) =>
        $"practice/{body}/{NameBasedId.Slug(FactIds.Programme(inspection))}/{Short(NameBasedId.Slug(practice))}";

    // Figures of different standards are different facts, and of words each is one.
    internal static string Finding(ClaimFinding c) =>
        $"finding/{c.Body}/{NameBasedId.Slug(FactIds.Programme(c.Inspection))}/{NameBasedId.Slug(c.Topic)}"
        + (c.Standard is null ? "" : $"/{NameBasedId.Slug(c.Standard)}")
        + (c.Count is null && c.Percent is null ? $"/{Short(c.Text)}" : "");

    internal static FactEvent[] Keep(ClaimPractice c, Fact fact) => fact.Keep(c, c.Stream, $"Practice: {c.Practice}", new Statement.Happened(),
        FactIds.Claim(c.Stream, c.From, c.Label),
        (source, standing) => new PracticeClaimed(c.Body, c.Practice, c.Label, c.Inspection, FactIds.Programme(c.Inspection), source, standing));

    internal static FactEvent[] Keep(ClaimPracticeAdoption c, Fact fact) => fact.Keep(c, $"{c.Stream}/{c.AdoptedBy}", $"{c.AdoptedBy} adopted: {c.Practice}", new Statement.IsCauseStep(c.On, null),
        FactIds.Claim($"{c.Stream}/{c.AdoptedBy}", c.From, c.On?.ToString()),
        (source, standing) => new PracticeAdoptionClaimed(c.Body, c.Practice, c.Inspection, FactIds.Programme(c.Inspection), c.AdoptedBy, c.On, source, standing));

    internal static FactEvent[] Keep(ClaimFinding c, Fact fact) => fact.Keep(c, c.Stream, $"{FactIds.Programme(c.Inspection)}: {c.Topic}{(c.Standard is null ? "" : $" ({c.Standard})")}",
        new Statement.IsFinding(c.Count, c.OutOf, c.Percent),
        FactIds.Claim(c.Stream, c.From, FactIds.Number(c.Count), FactIds.Number(c.OutOf), FactIds.Number(c.Percent), c.Text),
        (source, standing) => new FindingClaimed(
            c.Body, c.Inspection, FactIds.Programme(c.Inspection), c.Topic, c.Standard, c.Count, c.OutOf, c.Percent, c.Text, source, standing));

    private static string Short(string text) => NameBasedId.Of(text).ToString("N", CultureInfo.InvariantCulture)[..12];
}

public abstract partial record Statement
{
    /// <summary>A figure that is no audited rate: a count, what it is a count of, a share.</summary>
    public sealed record IsFinding(int? Count, int? OutOf, decimal? Percent) : Statement
    {
        /// <inheritdoc/>
        public override string InWords => string.Create(CultureInfo.InvariantCulture,
            $"{Count}{(OutOf is null ? "" : $" of {OutOf}")}{(Percent is null ? "" : Count is null ? $"{Percent}%" : $", {Percent}%")}") is { Length: > 0 } words ? words : "in words";

        private bool IsWhole => Count is not null && OutOf is not null && Percent is not null;

        internal override Comparison To(Statement earlier)
        {
            var other = (IsFinding)earlier;
            return Of(Count, other.Count) | Of(OutOf, other.OutOf) | Of(Percent, other.Percent)
                | (IsWhole || other.IsWhole || Share.Fits(Count ?? other.Count, OutOf ?? other.OutOf, Percent ?? other.Percent) ? Comparison.Same : Comparison.Otherwise);
        }
    }
}
