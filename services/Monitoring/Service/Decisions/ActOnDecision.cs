using System.Text.Json.Serialization;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Decisions;

/// <summary>What somebody says when they act.</summary>
/// <param name="Reason">Why; confirming, declining and interrupting are refused without it.</param>
/// <param name="PublishedOn">When it is made public; only on confirm and publish.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ActAsked(string? Reason = null, string? PublishedOn = null);

internal static class ActOnDecision
{
    public static void MapActsOnDecisions(this IEndpointRouteBuilder routes)
    {
        routes.Map("confirm", "Confirms a proposed move, with a reason; never by whoever proposed it.", (id, act, published) => new BodyCommand.ConfirmMove(id, published, act), publishes: true);
        routes.Map("decline", "Declines a proposed move; never by whoever proposed it.", (id, act, _) => new BodyCommand.DeclineMove(id, act));
        routes.Map("withdraw", "Takes a proposal back; only by whoever proposed it.", (id, act, _) => new BodyCommand.WithdrawMove(id, act));
        routes.Map("interrupt", "Puts a proposal on hold, so that nobody can confirm it; by whoever proposed it or a chief inspector.", (id, act, _) => new BodyCommand.InterruptMove(id, act));
        routes.Map("resume", "Lifts the hold.", (id, act, _) => new BodyCommand.ResumeMove(id, act));
        routes.Map("publish", "Says when a confirmed move was made public.", (id, act, published) => new BodyCommand.PublishMove(id, published
            ?? throw new RejectedException("decision.date-missing", "Say when it is published: publishedOn."), act), publishes: true);
    }

    private static void Map(this IEndpointRouteBuilder routes, string verb, string summary, Func<string, Act, PartialDate?, BodyCommand> command, bool publishes = false) =>
        routes.MapPost($"/api/v1/decisions/{{id}}/{verb}", async (
            string id, ActAsked? asked, Acting acting, IfMatch seen, HttpResponse answer, DecisionStore decisions, Desk<Body, BodyCommand, BodyEvent> desk, CancellationToken ct) =>
        {
            if (asked?.PublishedOn is not null && !publishes)
            {
                throw new RejectedException("decision.date-misplaced", $"publishedOn is no part of {verb}.");
            }

            var published = asked?.PublishedOn is { } text ? ProposeMove.Date("publishedOn", text) : (PartialDate?)null;
            await desk.Do(DecisionStore.BodyOf(id), command(id, acting.Act(asked?.Reason, seen), published), ct);
            return await DecisionReads.Shown(id, ProposeMove.Everything, answer, decisions, ct);
        })
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ByPerson($"decision.{verb}").IfSeen().WithName($"{verb}-move").WithTags("Decisions").WithSummary(summary);
}
