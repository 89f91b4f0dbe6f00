using System.ComponentModel;
using System.Text.Json.Serialization;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.EntryLinks;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Lineage;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Reads;

/// <summary>A page of what happened to and around a body, newest first.</summary>
/// <param name="Total">How many entries there are on all pages.</param>
/// <param name="Next">What to give as <c>before</c> to read on; null on the last page.</param>
/// <param name="UnmatchedLinks">Links that sources state and that fit no two entries, whichever page or kind is asked for.</param>
public sealed record BodyHistory(
    DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, string Id, string Name, int Total, IReadOnlyList<EntryShown> Entries, string? Next,
    IReadOnlyList<UnmatchedLink> UnmatchedLinks);

/// <summary>One entry; what a predecessor left names it in <paramref name="InheritedFrom"/>.</summary>
public sealed record EntryShown(
    string Id, PartialDate? On, PartialDate? Until, string Kind, string Title, string? Detail,
    IReadOnlyList<SourceShown> Sources, IReadOnlyList<string> Marks, IReadOnlyList<HistoryLink> Links,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? InheritedFrom = null)
{
    /// <summary>What else tells the same, and is not told again; left out where nothing does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ToldToo>? Tells { get; init; }

    /// <summary>Who settled, corrected, withdrew or disputed what it rests on, when, why and by which source.</summary>
    public IReadOnlyList<TrailStep> Trail { get; init; } = [];

    internal static EntryShown Of(HistoryEntry entry) => new(
        entry.Id, entry.On, entry.Until, entry.Kind, entry.Title, entry.Detail, entry.Sources, entry.Marks.InWords, entry.Links, entry.InheritedFrom) { Tells = entry.Tells.Count == 0 ? null : entry.Tells, Trail = entry.Trail };
}

internal static class History
{
    private const int Usual = 100, Most = 1_000;

    public static void MapHistory(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/bodies/{id}/history",
        async ([Description("Its id or any of its names.")] string id, Moment moment, IQuerySession session, CancellationToken ct,
            [Description("Only entries of this kind, such as engage, scan, grades, audit or iopc.")] string? kind = null,
            [Description("How many entries; 100 by default, 1000 at most.")] string? limit = null,
            [Description("Read on after the entry of this id: the next of the page before.")] string? before = null) =>
        {
            var most = Asked.Number("limit", limit, Usual, Most);
            var (record, problem) = await Bodies.Find(session, id, moment.Viewpoint, ct);
            if (record is null)
            {
                return problem!;
            }

            var (all, unmatched) = await session.HistoryWithInherited(record.Id, moment.Viewpoint, ct);
            if (kind is not null && !TimelineKinds.Known.Contains(kind) && !TimelineKinds.OfTheRecord.Contains(kind) && !all.Any(entry => entry.IsOf(kind)))
            {
                throw new BadHttpRequestException($"kind is {string.Join(", ", TimelineKinds.OfTheRecord.Concat(TimelineKinds.Known).Order(StringComparer.Ordinal))} or one that this history has, not '{Asked.Shown(kind)}'.");
            }

            var entries = all.Where(entry => kind is null || entry.IsOf(kind)).ToArray();
            var start = before is null ? 0 : Array.FindIndex(entries, entry => entry.Id == before) + 1;
            if (before is not null && start == 0)
            {
                throw new BadHttpRequestException($"before is the id of an entry of this history, not '{Asked.Shown(before)}'.");
            }

            var page = entries[start..Math.Min(entries.Length, start + most)];
            return Results.Ok(new BodyHistory(
                moment.AsOf, moment.KnownAt, moment.Until, moment.Strict, record.Id, Profiles.BodyProfile.RegisteredBy(record, moment.Viewpoint)?.Name ?? record.Id,
                entries.Length, [.. page.Select(EntryShown.Of)], start + most < entries.Length ? page[^1].Id : null, unmatched));
        })
        .Produces<BodyHistory>().ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("history").WithTags("Monitoring").InThreeTimes()
        .WithSummary("What happened to and around a body, newest first, each entry with its sources; filtered by kind, in pages.");
}
