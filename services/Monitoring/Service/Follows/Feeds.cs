using System.Collections.Concurrent;
using System.ComponentModel;
using System.Security.Cryptography;
using Marten;
using Microsoft.Net.Http.Headers;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Changes;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Follows;

/// <summary>Finds the newest entries that a feed shows; what was read of a body is kept until something is learned of it or the day changes.</summary>
internal sealed class FeedReader(ChangeReader changes)
{
    public const int MostEntries = 50;

    private readonly ConcurrentDictionary<string, (DateTimeOffset LastAt, DateOnly Day, string? Service, IReadOnlyList<FeedEntry> Entries)> _read = [];

    public async Task<IReadOnlyList<FeedEntry>> Newest(IQuerySession session, FollowFilter filter, DateOnly today, CancellationToken ct)
    {
        var found = new List<FeedEntry>();
        foreach (var touched in await changes.Touched(0, await changes.Position(ct), ct))
        {
            // Nothing of a body is newer than what was learned of it last.
            if (found.Count >= MostEntries && touched.LastAt < found[MostEntries - 1].Updated)
            {
                break;
            }

            if (filter.Admits(touched.Body) && await Read(session, touched, today, ct) is var read && filter.AdmitsService(read.Service))
            {
                found = [.. found.Concat(read.Entries.Where(entry => filter.Admits(entry.Entry))).OrderByDescending(entry => entry.Updated)
                    .ThenBy(entry => entry.Body, StringComparer.Ordinal).ThenBy(entry => entry.Entry.Id, StringComparer.Ordinal).Take(MostEntries)];
            }
        }

        return found;
    }

    private async Task<(string? Service, IReadOnlyList<FeedEntry> Entries)> Read(IQuerySession session, TouchedBody touched, DateOnly today, CancellationToken ct)
    {
        if (_read.TryGetValue(touched.Body, out var kept) && kept.LastAt == touched.LastAt && kept.Day == today)
        {
            return (kept.Service, kept.Entries);
        }

        var events = (await session.Events.FetchStreamAsync(touched.Body, token: ct)).Select(BodyRecordProjection.Stored).OfType<Recorded>().ToArray();
        var registered = BodyProfile.RegisteredBy(BodyRecords.Fold(touched.Body, events), Digests.From(today));
        IReadOnlyList<FeedEntry> entries = [.. History.Of(touched.Body, events, Digests.From(today)).Select(entry => FeedEntry.Of(touched.Body, registered?.Name ?? touched.Body, entry)).OfType<FeedEntry>()];
        _read[touched.Body] = (touched.LastAt, today, registered?.Service, entries);
        return (registered?.Service, entries);
    }
}

internal static class Feeds
{
    private const string Atom = "application/atom+xml; charset=utf-8";

    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/feeds/{token}", async (string token, HttpContext http, FollowLinks links, FollowStore store, FeedReader feeds, MailSettings settings, IQuerySession session, TimeProvider clock, CancellationToken ct) =>
        {
            var follow = await links.OfFeed(token, ct) is { } id ? await store.Find(id, ct) : null;
            return follow is null
                ? throw new RejectedException("feed.unknown", "There is no such feed, or no longer: whoever had it follows it no more.")
                : Answer(http, AtomFeed.Write($"urn:oversight:follow:{follow.Id}", follow.Name, http.Request.Path, $"/following/{follow.Id}", settings.Public, follow.StartedAt,
                    await feeds.Newest(session, follow.Filter, Moment.DayOf(clock.GetUtcNow()), ct)));
        })
        .Produces(StatusCodes.Status200OK, contentType: "application/atom+xml").Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("feed").WithTags("Follows").WithSummary("The newest 50 entries of what somebody follows, as Atom; its address is in the follow, and whoever has it can read it.");

        routes.MapGet("/api/v1/changes.atom", async (HttpContext http, FeedReader feeds, MailSettings settings, IQuerySession session, TimeProvider clock, CancellationToken ct,
            [Description("Only of this body, by its id or any of its names; may be given more than once.")] string[]? body = null,
            [Description("Only entries of this kind, such as engage or grades; may be given more than once.")] string[]? kind = null,
            [Description("Only of bodies of this service: police or fire.")] string? service = null) =>
        {
            var filter = await ChangeReads.Filter(session, body, kind, service, ct);
            var entries = await feeds.Newest(session, filter, Moment.DayOf(clock.GetUtcNow()), ct);
            var query = QueryString.Create([.. filter.Bodies.Select(one => KeyValuePair.Create("body", (string?)one)), .. filter.Kinds.Select(one => KeyValuePair.Create("kind", (string?)one)),
                .. filter.Service is null ? [] : new[] { KeyValuePair.Create("service", (string?)filter.Service) }]);
            return Answer(http, AtomFeed.Write($"urn:oversight:changes{query}", Title(filter), $"/api/v1/changes.atom{query}", $"/changes{query}", settings.Public, DateTimeOffset.UnixEpoch, entries));
        })
        .Produces(StatusCodes.Status200OK, contentType: "application/atom+xml").Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithName("changes-feed").WithTags("Follows").WithSummary("The newest 50 entries of the timelines of all bodies, or of some, as Atom.");
    }

    private static string Title(FollowFilter filter) =>
        $"Oversight: {(filter.Kinds.Count == 0 ? "what changed" : string.Join(", ", filter.Kinds))}{(filter.Bodies.Count == 0 ? "" : $" of {string.Join(", ", filter.Bodies)}")}{(filter.Service is null ? "" : $" ({filter.Service})")}";

    // A reader that has it already is told so in a line.
    private static IResult Answer(HttpContext http, byte[] feed)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(feed, Atom, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(feed))[..32]}\""));
    }
}

internal static class FollowServices
{
    /// <summary>All that following takes.</summary>
    public static void AddFollows(this WebApplicationBuilder builder)
    {
        builder.AddStreams(Following.Decider);
        builder.Services.AddSingleton(MailSettings.Of(builder.Configuration));
        builder.Services.AddSingleton<ChangeReader>().AddSingleton<FollowStore>().AddSingleton<Mailboxes>().AddSingleton<FollowLinks>().AddSingleton<FollowDesk>().AddSingleton<FeedReader>();
        builder.Services.AddSingleton<MailState>().AddHostedService<Teller>().AddHealthChecks().AddCheck<MailState>("mail");
    }
}
