using System.Diagnostics;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.EntryLinks;

/// <summary>How one entry of a timeline stands to another.</summary>
public enum Relation
{
    RelatesTo,
    FollowsUp,
    Contradicts,
}

/// <summary>A link as its source states it.</summary>
public sealed record LinkSaid(string Of, Relation Relation, string To);

/// <summary>Joins the entries of a timeline that a source puts together, both ways.</summary>
internal static class ClaimedLinks
{
    private const string Timeline = "timeline/";

    public static IReadOnlyList<HistoryEntry> Added(IReadOnlyList<HistoryEntry> entries, IEnumerable<Recorded> events, Viewpoint viewpoint)
    {
        var links = new List<(string Id, HistoryLink Link)>();
        foreach (var link in Said(events, viewpoint))
        {
            // An entry that is not to be seen from here is not told of either.
            if (Find(entries, link.Value.Of) is { } of && Find(entries, link.Value.To) is { } to && of.Id != to.Id)
            {
                string[] cited = [.. link.Evidence.Select(source => source.Provenance.Cited).Distinct().Order(StringComparer.Ordinal)];
                links.Add((of.Id, To(link.Value.Relation.Word, to, cited)));
                links.Add((to.Id, To(Back(link.Value.Relation), of, cited)));
            }
        }

        if (links.Count == 0)
        {
            return entries;
        }

        var more = links.OrderBy(link => link.Link.Relation, StringComparer.Ordinal).ThenBy(link => link.Link.On).ThenBy(link => link.Link.Id, StringComparer.Ordinal)
            .ToLookup(link => link.Id, link => link.Link);
        return [.. entries.Select(entry => more.Contains(entry.Id) ? entry with { Links = [.. entry.Links, .. more[entry.Id]] } : entry)];
    }

    /// <summary>The one entry that is meant; null when there is none or more than one.</summary>
    public static HistoryEntry? Find(IReadOnlyList<HistoryEntry> entries, string named)
    {
        if (entries.FirstOrDefault(entry => entry.Id == named) is { } byId)
        {
            return byId;
        }

        if (named.Split(' ', 2) is not [var date, var words] || !PartialDate.TryParse(date, out var on))
        {
            return null;
        }

        // Other matters repeat what a timeline tells; the timeline's own entry is meant.
        var fitting = entries.Where(entry => entry.On == on && HasAll(entry, words)).ToLookup(entry => entry.Id.StartsWith(Timeline, StringComparison.Ordinal));
        return fitting[true].Any() ? Only(fitting[true]) : Only(fitting[false]);

        static HistoryEntry? Only(IEnumerable<HistoryEntry> found) => found.Take(2).ToArray() is [var only] ? only : null;
    }

    private static IEnumerable<Seen<LinkSaid>> Said(IEnumerable<Recorded> events, Viewpoint viewpoint) => events
        .Aggregate<Recorded, IReadOnlyList<Backed<LinkSaid>>>([], (known, recorded) =>
            recorded.Event is BodyEvent.LinkNoted e ? known.And(new(e.Of, e.Relation, e.To), recorded.Said(e.Provenance)) : known)
        .SeenFrom(viewpoint, _ => null);

    private static bool HasAll(HistoryEntry entry, string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => entry.Title.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static HistoryLink To(string relation, HistoryEntry entry, string[] cited) => new(relation, entry.Id, entry.On, entry.Title, cited);

    private static string Back(Relation relation) => relation switch
    {
        Relation.RelatesTo => relation.Word,
        Relation.FollowsUp => "followed-up-by",
        Relation.Contradicts => "contradicted-by",
        _ => throw new UnreachableException(),
    };
}
