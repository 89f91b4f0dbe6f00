using System.Text.Json.Serialization;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Ingestion.Conflicts;
using Oversight.Ingestion.Facts;

namespace Oversight.Ingestion.Settlements;

/// <summary>What somebody says who settles a conflict.</summary>
/// <param name="Fact">The fact about which sources disagree.</param>
/// <param name="Claim">A claim on the side that is to count.</param>
/// <param name="Reason">Why.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SettlementAsked(string Fact, Guid Claim, string Reason);

internal static class SettleConflict
{
    public static void MapSettleConflict(this IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/conflicts/settle", async (
            SettlementAsked asked, Acting acting, IfMatch seen, IQuerySession session, Desk<Fact, SettlementCommand, FactEvent> desk, HttpResponse http, CancellationToken ct) =>
        {
            // The stream of a fact is the beginning of its id: a body's moves, or the steps of a cause, lie in one.
            var stream = await session.Query<FactConflicts>().Where(known => known.Disagreements.Any(one => one.FactId == asked.Fact)).Select(known => known.Id).FirstOrDefaultAsync(ct)
                ?? throw new RejectedException("conflict.unknown", $"No sources disagree about {Text.Shown.Of(asked.Fact)}, so there is nothing to settle.");
            var fact = await desk.Do(stream, new SettlementCommand.SettleByPerson(
                asked.Fact, asked.Claim, acting.By.Said(), asked.Reason, seen.Version, acting.Day), ct);
            var now = fact.Contentions[asked.Fact];
            http.Headers.ETag = IfMatch.ETag(now.Revision);
            return TypedResults.Ok(new SettledAnswer(now.Body, asked.Fact, now.About, now.Revision, now.Last!));
        })
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ByPerson("conflict.settle").IfSeen().WithName("settle-conflict").WithTags("Conflicts")
        .WithSummary("Says which side of a conflict counts, and why; all sides are kept, and it can be settled again.");
}

/// <summary>A conflict, and how it was settled.</summary>
public sealed record SettledAnswer(string Body, string FactId, string About, int Revision, Settling Settling);
