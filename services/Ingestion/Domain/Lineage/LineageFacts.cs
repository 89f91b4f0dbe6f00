using Oversight.Core;
using Oversight.Ingestion.Facts;
using static Oversight.Ingestion.Facts.FactCommand;
using static Oversight.Ingestion.Facts.FactEvent;

namespace Oversight.Ingestion.Lineage;

/// <summary>Keeps what sources say about where bodies come from and what they were called.</summary>
public static class LineageFacts
{
    // A body is seldom renamed twice in a year, and sources seldom date one renaming alike.
    private const int MostDaysApart = 366;

    internal static string Stream(string body) => $"lineage/{body}";

    /// <summary>The second of the two bodies that a fact is about; null where it is about one.</summary>
    public static string? OtherBody(string factId) => factId.Split('/') is ["lineage", _, "into" or "jointly", var other, ..] ? other : null;

    internal static FactEvent[] Keep(ClaimSuccession c, Fact fact) => fact.Keep(
        c, $"{c.Stream}/into/{c.Successor}", $"{c.Body} became part of {c.Successor}", new Statement.IsChange(c.LawOn, c.InUseOn),
        FactIds.Claim($"{c.Stream}/into/{c.Successor}", c.From, c.Formed ? "formed" : null, c.LawOn.ToString(), c.InUseOn?.ToString(), c.Note),
        (source, standing) => new BodySucceeded(c.Body, c.Successor, c.Formed, c.LawOn, c.InUseOn, c.Note, source, standing));

    internal static FactEvent[] Keep(ClaimRename c, Fact fact)
    {
        var about = $"{c.Stream}/renamed/{NameBasedId.Slug(c.Name)}/";
        return fact.Keep(
            c, Nearest(fact, about, c.LawOn ?? c.InUseOn ?? throw new RejectedException("lineage.undated", "A renaming has a day in law or a day of use; neither is given.")), $"Renamed {c.Name}", new Statement.IsChange(c.LawOn, c.InUseOn),
            FactIds.Claim(about, c.From, c.FormerName, c.LawOn?.ToString(), c.InUseOn?.ToString(), c.Note),
            (source, standing) => new BodyRenamed(c.Body, c.FormerName, c.Name, c.LawOn, c.InUseOn, c.Note, source, standing));
    }

    internal static FactEvent[] Keep(ClaimJointInspection c, Fact fact)
    {
        var about = $"{c.Stream}/jointly/{c.Other}/{NameBasedId.Slug(c.Inspection)}/";
        return fact.Keep(
            c, Nearest(fact, about, c.On), $"Inspected jointly with {c.Other}: {c.Inspection}", new Statement.IsChange(c.On, null),
            FactIds.Claim(about, c.From, c.On.ToString(), c.Note),
            (source, standing) => new BodiesInspectedJointly(c.Body, c.Other, c.Inspection, c.On, c.Note, source, standing));
    }

    private static string Nearest(Fact fact, string about, PartialDate on) =>
        fact.Facts.Where(known => known.Key.StartsWith(about, StringComparison.Ordinal))
            .Select(known => (Id: known.Key, Apart: known.Value.Min(saying => ((Statement.IsChange)saying.Statement).On.DaysApart(on))))
            .Where(known => known.Apart <= MostDaysApart).OrderBy(known => known.Apart).Select(known => known.Id).FirstOrDefault()
        ?? about + on;
}
