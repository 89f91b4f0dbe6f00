using System.ComponentModel;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Investigations;
using Oversight.Monitoring.Lineage;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.ReportResponses;
using Oversight.Monitoring.Stays;

namespace Oversight.Monitoring.Reads;

internal static class BodyRead
{
    public static void MapBody(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/bodies/{id}",
        async ([Description("Its id or any of its names, such as metropolitan or the Met.")] string id, Moment moment, IQuerySession session, CancellationToken ct) =>
        {
            var (record, problem) = await Bodies.Find(session, id, moment.Viewpoint, ct);
            if (record is null)
            {
                return problem!;
            }

            var (lineage, trail) = (await session.Lineage(record.Id, moment.Viewpoint, ct), await session.LoadAsync<Trail>(record.Id, ct));
            var causes = await session.LoadAsync<BodyCauses>(record.Id, ct) is { } known ? CauseReads.NotEnded(known, record, trail, await session.LoadAsync<EngageRecord>(record.Id, ct), moment.Viewpoint) : [];
            return Results.Ok(ProfileShown.Of(
                BodyProfile.Of(record, moment.Viewpoint, trail, lineage), moment, await LineageShown.Of(session, record, lineage, moment.Viewpoint, ct), causes,
                InvestigationTally.Of(await session.LoadAsync<InvestigationRecord>(record.Id, ct), record, moment.Viewpoint, trail),
                ReportResponseTally.Of(await session.LoadAsync<ReportResponseRecord>(record.Id, ct), record, moment.Viewpoint, trail)));
        })
        .Produces<ProfileShown>().ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("body").WithTags("Monitoring").InThreeTimes()
        .WithSummary("A body by its id or any of its names: phase, stays in Engage, causes of concern, investigations, answers to reports, conflicts; at the public address with its grades and audits.");
}
