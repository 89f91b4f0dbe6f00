using System.ComponentModel;
using Marten;
using Oversight.Hosting;
using Oversight.Monitoring.Profiles;

namespace Oversight.Monitoring.Lineage;

/// <summary>The lineage of one body.</summary>
public sealed record LineageAnswer(DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, string Id, string Name, LineageShown Lineage);

internal static class LineageRead
{
    public static void MapLineage(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/bodies/{id}/lineage",
        async ([Description("Its id or any of its names.")] string id, Moment moment, IQuerySession session, CancellationToken ct) =>
        {
            var (record, problem) = await Reads.Bodies.Find(session, id, moment.Viewpoint, ct);
            return record is null ? problem! : Results.Ok(new LineageAnswer(
                moment.AsOf, moment.KnownAt, moment.Until, moment.Strict, record.Id, BodyProfile.RegisteredBy(record, moment.Viewpoint)?.Name ?? record.Id,
                await LineageShown.Of(session, record, await session.Lineage(record.Id, moment.Viewpoint, ct), moment.Viewpoint, ct)));
        })
        .Produces<LineageAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("lineage").WithTags("Monitoring").InThreeTimes()
        .WithSummary("Where a body comes from: its names in law and in use, its predecessors and successors, inspections with others as one.");
}
