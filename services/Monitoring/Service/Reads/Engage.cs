using System.ComponentModel;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Reads;

/// <summary>Every stay in Engage, and every move there or back that its publisher has taken back.</summary>
public sealed record EngageStays(
    DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, IReadOnlyList<BodyStay> Stays, IReadOnlyList<BodyWithdrawn> Withdrawn);

/// <summary>A stay, and whose.</summary>
public sealed record BodyStay(string Id, string Name, string? Service, StayShown Stay);

/// <summary>A move that was taken back, and whose.</summary>
public sealed record BodyWithdrawn(string Id, string Name, string? Service, Phase Phase, MoveShown Move);

internal static class Engage
{
    public static void MapEngage(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/engage",
        async (Moment moment, IQuerySession session, CancellationToken ct,
            [Description("police or fire; both by default.")] string? service = null) =>
        {
            service = Asked.OneOf("service", service, "police", "fire");
            var trails = await Bodies.Trails(session, ct);
            var all = await Bodies.All(session, ct);
            var withdrawn = all.SelectMany(record => Withdrawn(record, trails.GetValueOrDefault(record.Id), moment.Viewpoint))
                .Where(move => service is null || move.Service == service).OrderBy(move => move.Move.Earliest).ThenBy(move => move.Id, StringComparer.Ordinal);
            var stays = all.SelectMany(record => Of(record, trails.GetValueOrDefault(record.Id), moment.Viewpoint))
                .Where(stay => service is null || stay.Body.Service == service)
                .OrderBy(stay => stay.Begun).ThenBy(stay => stay.Body.Id, StringComparer.Ordinal);
            return new EngageStays(moment.AsOf, moment.KnownAt, moment.Until, moment.Strict, [.. stays.Select(stay => stay.Body)], [.. withdrawn]);
        })
        .WithName("engage").WithTags("Monitoring").InThreeTimes()
        .WithSummary("Every stay in Engage, oldest first: entry, exit, how long, why, and who says so.");

    private static IEnumerable<BodyWithdrawn> Withdrawn(BodyRecord record, Trail? trail, Viewpoint viewpoint)
    {
        var registered = BodyProfile.RegisteredBy(record, viewpoint);
        return Moves.Withdrawn(record, viewpoint, trail).Select(move =>
            new BodyWithdrawn(record.Id, registered?.Name ?? record.Id, registered?.Service, move.Phase, MoveShown.Of(move)));
    }

    private static IEnumerable<(DateOnly Begun, BodyStay Body)> Of(BodyRecord record, Trail? trail, Viewpoint viewpoint)
    {
        var registered = BodyProfile.RegisteredBy(record, viewpoint);
        return Stay.Known(record, viewpoint, trail).Select(stay =>
            (stay.Entry.Earliest, new BodyStay(record.Id, registered?.Name ?? record.Id, registered?.Service, StayShown.Of(stay))));
    }
}
