using System.Globalization;
using Oversight.Core;
using Oversight.Ingestion.Facts;
using static Oversight.Ingestion.Facts.FactCommand;

namespace Oversight.Specs.Ingestion;

/// <summary>Claims for specs, with everything that a spec does not care about already said.</summary>
internal static class Claims
{
    public static PartialDate Date(string text) => PartialDate.Parse(text);

    public static ReadFrom From(string cited, string? published) => new(cited, "s1", 2, published is null ? null : Date(published));

    public static ClaimGrade Graded(Grade grade, string cited, string? published) =>
        new("metropolitan", "PEEL 2021/22", "Preventing crime", grade, From(cited, published));

    public static ClaimStopSearchAudit Searched(string inspection, decimal percent, string cited) =>
        new("metropolitan", inspection, percent, null, From(cited, "2022-09-22"));

    public static ClaimRecordingAudit Recorded(string percent, string? halfWidth, string? sample, string cited) => new(
        "metropolitan", "PEEL 2021/22", "violent", Number(percent), halfWidth is null ? null : Number(halfWidth),
        sample is null ? null : int.Parse(sample, CultureInfo.InvariantCulture), From(cited, null));

    public static ClaimPhaseMove Moved(Phase phase, string effectiveOn, string cited, string? published = null) =>
        new("metropolitan", phase, $"{phase}", Date(effectiveOn), null, null, "", From(cited, published));

    /// <summary>Everything decided when the claims arrive one after the other in one stream.</summary>
    public static List<FactEvent> Events(params IEnumerable<FactCommand> claims)
    {
        var (fact, all) = (Fact.Initial, new List<FactEvent>());
        foreach (var claim in claims)
        {
            var events = Fact.Decide(claim, fact);
            fact = events.Aggregate(fact, Fact.Evolve);
            all.AddRange(events);
        }

        return all;
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
