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

/// <summary>A link that joins nothing.</summary>
/// <param name="From">An entry, as the source names it.</param>
/// <param name="Relation"><c>relates-to</c>, <c>follows-up</c> or <c>contradicts</c>.</param>
/// <param name="To">The other one.</param>
/// <param name="Missing">Which of the two names fits no entry, or more than one; none where both mean the same one.</param>
/// <param name="Cited">The sources that put them together.</param>
public sealed record UnmatchedLink(string From, string Relation, string To, IReadOnlyList<string> Missing, IReadOnlyList<string> Cited);

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
                var cited = Cited(link);
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

    /// <summary>The links that join nothing in these entries.</summary>
    public static IReadOnlyList<UnmatchedLink> Unmatched(IReadOnlyList<HistoryEntry> entries, IEnumerable<Recorded> events, Viewpoint viewpoint) =>
    [
        .. from link in Said(events, viewpoint)
           let of = Find(entries, link.Value.Of)
           let to = Find(entries, link.Value.To)
           where of is null || to is null || of.Id == to.Id
           orderby link.Value.Of, link.Value.To
           select new UnmatchedLink(link.Value.Of, link.Value.Relation.Word, link.Value.To,
               [.. of is null ? [link.Value.Of] : Array.Empty<string>(), .. to is null ? [link.Value.To] : Array.Empty<string>()], Cited(link)),
    ];

    /// <summary>The one entry that is meant; null when there is none or more than one.</summary>
    public static HistoryEntry? Find(IReadOnlyList<HistoryEntry> entries, string named)
    {
        if (entries.FirstOrDefault(entry => entry.Is(named)) is { } byId)
        {
            return byId;
        }

        if (named.Split(' ', 2) is not [var date, var words] || !PartialDate.TryParse(date, out var on))
        {
            return null;
        }

        // Other matters repeat what a timeline tells; the timeline's own entry is meant.
        var fitting = entries.Where(entry => entry.On == on && HasAll(entry, words)).ToLookup(entry => entry.Id.StartsWith(Timeline, StringComparison.Ordinal) || entry.Tells.Any(told => told.Id.StartsWith(Timeline, StringComparison.Ordinal)));
        return fitting[true].Any() ? Only(fitting[true]) : Only(fitting[false]);

        static HistoryEntry? Only(IEnumerable<HistoryEntry> found) => found.Take(2).ToArray() is [var only] ? only : null;
    }

    private static IEnumerable<Seen<LinkSaid>> Said(IEnumerable<Recorded> events, Viewpoint viewpoint) => events
        .Aggregate<Recorded, IReadOnlyList<Backed<LinkSaid>>>([], (known, recorded) =>
            recorded.Event is BodyEvent.LinkNoted e ? known.And(new(e.Of, e.Relation, e.To), recorded.Said(e.Provenance)) : known)
        .SeenFrom(viewpoint, link => DateOf(link.Of) > DateOf(link.To) || DateOf(link.To) is null ? DateOf(link.Of) : DateOf(link.To));

    // Nobody puts an entry beside another before both are there.
    private static DateOnly? DateOf(string named) => PartialDate.TryParse(named.Split(' ', 2)[0], out var on) ? on.First : null;

    private static string[] Cited(Seen<LinkSaid> link) => [.. link.Evidence.Select(source => source.Provenance.Cited).Distinct().Order(StringComparer.Ordinal)];

    private static bool HasAll(HistoryEntry entry, string words) =>
        entry.Tells.Select(told => told.Title).Prepend(entry.Title)
            .Any(title => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => title.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static HistoryLink To(string relation, HistoryEntry entry, string[] cited) => new(relation, entry.Id, entry.On, entry.Title, cited);

    private static string Back(Relation relation) => relation switch
    {
        Relation.RelatesTo => relation.Word,
        Relation.FollowsUp => "followed-up-by",
        Relation.Contradicts => "contradicted-by",
        _ => throw new UnreachableException(),
    };
}
