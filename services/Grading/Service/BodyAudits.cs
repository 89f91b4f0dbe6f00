using Marten;
using Oversight.Hosting;

namespace Oversight.Grading;

internal static class BodyAudits
{
    public static void MapBodyAudits(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/bodies/{body}/audits",
        async (string body, Moment moment, IQuerySession session, CancellationToken ct) =>
        {
            var claims = await session.Claims(body, programme: null, ct);
            var trails = await session.Trails(body, ct);
            return TypedResults.Ok(AuditsAnswer.Of(moment, claims.SelectMany(one => AuditList.Of(one, trails, moment.Viewpoint))));
        })
        .WithName("body-audits").WithTags("Audits").InThreeTimes()
        .WithSummary("What audits of one body found, as published, with sample and generation of method.");
}
