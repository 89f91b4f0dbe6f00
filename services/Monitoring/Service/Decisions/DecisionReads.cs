using System.ComponentModel;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Reads;

namespace Oversight.Monitoring.Decisions;

internal static class DecisionReads
{
    public static void MapDecisionReads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/decisions", async (Moment moment, IQuerySession session, CancellationToken ct,
            [Description("Proposed, OnHold, Confirmed, Declined, Withdrawn, Superseded or Expired; all by default.")] string? state = null) =>
        {
            state = Asked.OneOf("state", state, Enum.GetNames<DecisionState>());
            var records = await session.Query<DecisionRecord>().ToListAsync(ct);
            return DecisionList.Of(records.SelectMany(record => DecisionRead.All(record, moment.Viewpoint))
                .Where(decision => state is null || decision.State.ToString() == state)
                .OrderByDescending(decision => decision.Acts[0].At).ThenBy(decision => decision.Id, StringComparer.Ordinal), moment);
        })
        .ByPerson("decision.read").InThreeTimes().WithName("decisions").WithTags("Decisions")
        .WithSummary("The moves that people proposed, and what became of them, newest first.");

        routes.MapGet("/api/v1/bodies/{id}/decisions", async (string id, Moment moment, HttpResponse answer, IQuerySession session, DecisionStore decisions, CancellationToken ct) =>
        {
            var (body, problem) = await Reads.Bodies.Find(session, id, moment.Viewpoint, ct);
            if (body is null)
            {
                return problem!;
            }

            var record = await decisions.Of(body.Id, ct);
            answer.Headers.ETag = IfMatch.ETag(record.Version(moment.Viewpoint));
            return Results.Ok(DecisionList.Of(DecisionRead.All(record, moment.Viewpoint), moment));
        })
        .Produces<DecisionList>().ProducesProblem(StatusCodes.Status404NotFound)
        .ByPerson("decision.read").InThreeTimes().WithName("decisions-of-body").WithTags("Decisions")
        .WithSummary("The moves that people proposed for one body, newest first; ETag says which state that is.");

        routes.MapGet("/api/v1/decisions/{id}", async (string id, Moment moment, HttpResponse answer, DecisionStore decisions, CancellationToken ct) =>
            await Shown(id, moment.Viewpoint, answer, decisions, ct))
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ByPerson("decision.read").InThreeTimes().WithName("decision").WithTags("Decisions")
        .WithSummary("One proposed move with everything that was done about it; ETag says which state that is.");
    }

    /// <summary>The decision as it stands, with the ETag to act on it.</summary>
    public static async Task<DecisionShown> Shown(string id, Viewpoint viewpoint, HttpResponse answer, DecisionStore decisions, CancellationToken ct)
    {
        var record = await decisions.Of(DecisionStore.BodyOf(id), ct);
        var read = DecisionRead.All(record, viewpoint).FirstOrDefault(decision => decision.Id == id)
            ?? throw new RejectedException("decision.unknown", $"There is no decision '{Asked.Shown(id)}'.");
        answer.Headers.ETag = IfMatch.ETag(record.Version(viewpoint));
        return DecisionShown.Of(read);
    }
}
