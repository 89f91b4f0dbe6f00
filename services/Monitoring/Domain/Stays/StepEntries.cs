using Oversight.Core;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Stays;

/// <summary>How steps of Engage read in a timeline.</summary>
internal static class StepEntries
{
    public static IEnumerable<HistoryEntry> Of(StaysInFull stays, Viewpoint viewpoint) =>
        stays.Stays.SelectMany(stay => stay.Steps).Concat(stays.Apart).Where(step => step.When.HappenedBy(viewpoint.AsOf) != Answer.No).Select(step => new HistoryEntry(
            IdOf(step), step.When.On, null, "engage-step", step.Title, step.Detail, SourceShown.Of(step.When.Claims, said => said.On.ToString()), [.. step.Marks], []));

    /// <summary>Joins a return to Scan to the steps that led to it and told of it, both ways.</summary>
    public static IReadOnlyList<HistoryEntry> Linked(IReadOnlyList<HistoryEntry> entries, StaysInFull stays)
    {
        var more = new List<(string Id, HistoryLink Link)>();
        foreach (var stay in stays.Stays)
        {
            if (stay.Stay.Exit is { } exit && Find(EntryOf.IdOf(exit)) is { } returned)
            {
                foreach (var step in stay.WayOut.Select(step => Find(IdOf(step))).OfType<HistoryEntry>().Where(step => step != returned).Distinct())
                {
                    more.Add((returned.Id, new("step", step.Id, step.On, step.Title, [])));
                    more.Add((step.Id, new("step-of", returned.Id, returned.On, returned.Title, [])));
                }
            }
        }

        var links = more.ToLookup(one => one.Id, one => one.Link);
        return more.Count == 0 ? entries : [.. entries.Select(entry => links.Contains(entry.Id) ? entry with { Links = [.. entry.Links, .. links[entry.Id]] } : entry)];

        HistoryEntry? Find(string id) => entries.FirstOrDefault(entry => entry.Is(id));
    }

    private static string IdOf(StepTaken step) => $"engage-step/{step.Step.Word}/{step.When.Dates[0]}{(step.Cause is null ? "" : $"/{NameBasedId.Slug(step.Cause)}")}";
}
