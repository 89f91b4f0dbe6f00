using System.ComponentModel;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Lineage;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Reads;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Prompts;

/// <summary>What rules suggest to look at; none of it decides anything.</summary>
public sealed record PromptsAnswer(DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, IReadOnlyList<PromptAnswer> Prompts);

/// <summary>One prompt, of whom, and in which phase that body was.</summary>
public sealed record PromptAnswer(string Body, string Name, Phase Phase, bool Standing, Prompt Prompt);

internal static class PromptList
{
    public static void MapPrompts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/prompts", async (Moment moment, IQuerySession session, CancellationToken ct,
            [Description("standing, cleared or all; standing by default.")] string? state = null) =>
            Answer(await session.Query<BodyPrompts>().OrderBy(body => body.Id).ToListAsync(ct), await Reads.Bodies.All(session, ct), await Shown(session, moment, ct), State(state), moment))
            .WithName("prompts").WithTags("Rulebooks").InThreeTimes()
            .WithSummary("What the rules in effect suggest to look at, why, on which evidence, and what would clear it.");

        routes.MapGet("/api/v1/bodies/{id}/prompts", async (
            [Description("Its id or any of its names.")] string id, Moment moment, IQuerySession session, CancellationToken ct,
            [Description("standing, cleared or all; standing by default.")] string? state = null) =>
        {
            var (record, problem) = await Reads.Bodies.Find(session, id, moment.Viewpoint, ct);
            return record is null ? problem!
                : Results.Ok(Answer([await session.LoadAsync<BodyPrompts>(record.Id, ct) ?? new(record.Id, [])], [record], await Shown(session, moment, ct), State(state), moment));
        })
            .Produces<PromptsAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("body-prompts").WithTags("Rulebooks").InThreeTimes().WithSummary("The same for one body.");
    }

    private static string State(string? state) => Asked.OneOf("state", state, "standing", "cleared", "all") ?? "standing";

    private static async Task<(IReadOnlyDictionary<string, Trail> Trails, IReadOnlyDictionary<string, LineageReading> Lineages)> Shown(IQuerySession session, Moment moment, CancellationToken ct)
    {
        var trails = await Reads.Bodies.Trails(session, ct);
        return (trails, await session.Lineages(trails, moment.Viewpoint, ct));
    }

    private static PromptsAnswer Answer(IReadOnlyList<BodyPrompts> prompts, IReadOnlyList<BodyRecord> records, (IReadOnlyDictionary<string, Trail> Trails, IReadOnlyDictionary<string, LineageReading> Lineages) shown, string state, Moment moment)
    {
        var of = records.ToDictionary(record => record.Id);
        return new(moment.AsOf, moment.KnownAt, moment.Until, moment.Strict,
        [
            .. from body in prompts
               let record = of.GetValueOrDefault(body.Id) ?? BodyRecord.Empty(body.Id)
               from prompt in body.Seen(moment.Viewpoint)
               let standing = prompt.Cleared is null
               where state == "all" || standing == (state == "standing")
               orderby prompt.RaisedOn descending, body.Id, prompt.Rule, prompt.PromptId
               select new PromptAnswer(body.Id, BodyProfile.RegisteredBy(record, moment.Viewpoint)?.Name ?? body.Id,
                   PhaseAnswer.Then(record, moment.Viewpoint, shown.Trails.GetValueOrDefault(body.Id), shown.Lineages.GetValueOrDefault(body.Id)).Phase, standing, prompt),
        ]);
    }
}
