using Marten;
using Oversight.Hosting;

namespace Oversight.Grading;

internal static class BodyAudits
{
    public static void MapBodyAudits(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/bodies/{body}/audits",
        async (string body, Moment moment, IQuerySession session, CancellationToken ct) =>
        {
            var claims = await session.Claims(body, programme: null, ct);
            var beside = await session.Beside(body, moment.Viewpoint, ct);
            return TypedResults.Ok(AuditsAnswer.Of(moment, claims.SelectMany(one => beside.Stand(one))));
        })
        .WithName("body-audits").WithTags("Audits").InThreeTimes()
        .WithSummary("What audits of one body found, as published, with sample and generation of method.");
}
