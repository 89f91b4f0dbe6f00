using System.Text.Json.Serialization;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Reads;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Decisions;

/// <summary>A move that somebody proposes.</summary>
/// <param name="To"><c>engage</c> or <c>scan</c>.</param>
/// <param name="EffectiveOn">From when it is to hold: a day, a month or a year.</param>
/// <param name="Reason">Why.</param>
/// <param name="Evidence">The ids of facts or claims of this body.</param>
/// <param name="DecidedOn">When it was decided, where that was before it is confirmed here.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ProposedMove(string? To, string? EffectiveOn, string? Reason, IReadOnlyList<string>? Evidence, string? DecidedOn = null);

internal static class ProposeMove
{
    private const int UsualDaysOpen = 28;

    public static void MapProposeMove(this IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/bodies/{id}/decisions",
        async (string id, ProposedMove asked, Acting acting, IfMatch seen, HttpResponse answer, IQuerySession session, DecisionStore decisions,
            Desk<Body, BodyCommand, BodyEvent> desk, IConfiguration configuration, CancellationToken ct) =>
        {
            var (body, problem) = await Reads.Bodies.Find(session, id, Everything, ct);
            if (body is null)
            {
                // Said as a refusal, so that the attempt is noted like every other.
                throw new RejectedException("body.unknown", (problem as IValueHttpResult)?.Value is Microsoft.AspNetCore.Mvc.ProblemDetails { Detail: { } detail } ? detail : "There is no such body.");
            }

            var on = Date("effectiveOn", asked.EffectiveOn ?? throw new RejectedException("decision.date-missing", "Say from when the move is to hold: effectiveOn."));
            var phase = (asked.To ?? "").Trim().ToLowerInvariant();
            var command = new BodyCommand.ProposeMove(
                $"{body.Id}-{Guid.NewGuid().ToString("N")[..10]}", phase, on, asked.DecidedOn is { } text ? Date("decidedOn", text) : null,
                await decisions.Evidence(body.Id, [.. (asked.Evidence ?? []).Take(BodyDecisions.MostEvidence + 1)], ct), PhaseOn(body, on),
                acting.At.AddDays(configuration.GetValue("Oversight:Decisions:DaysOpen", UsualDaysOpen)), acting.Act(asked.Reason, seen));
            var after = await desk.Do(body.Id, command, ct);

            // Whoever proposes again what they have proposed gets what there is.
            var isNew = after.Decisions.All.ContainsKey(command.Decision);
            var decision = isNew ? command.Decision : after.Decisions.All.Values.Single(open => open.IsOpen).Id;
            var shown = await DecisionReads.Shown(decision, Everything, answer, decisions, ct);
            return isNew ? Results.Created($"/api/v1/decisions/{decision}", shown) : Results.Ok(shown);
        })
        .Produces<DecisionShown>(StatusCodes.Status201Created).Produces<DecisionShown>()
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ByPerson("decision.propose").IfSeen().WithName("propose-move").WithTags("Decisions")
        .WithSummary("Proposes a move of the body; somebody else has to confirm it. A newer proposal takes the place of an open one.");

    /// <summary>Everything there is, published or not: who decides has to see it.</summary>
    public static readonly Viewpoint Everything = new(DateOnly.MaxValue, DateOnly.MaxValue);

    public static PartialDate Date(string name, string text) => PartialDate.TryParse(text, out var date) ? date
        : throw new RejectedException("decision.date-malformed", $"{name} is {PartialDate.ADate}, not '{Asked.Shown(text)}'.");

    private static string? PhaseOn(BodyRecord body, PartialDate on)
    {
        var (first, last) = (PhaseAnswer.At(body, Everything with { AsOf = on.First }).Phase, PhaseAnswer.At(body, Everything with { AsOf = on.Last }).Phase);
        return first != last ? null : first switch { Phase.Engage => "engage", Phase.Scan => "scan", _ => null };
    }
}
