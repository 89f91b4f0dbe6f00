using System.ComponentModel;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Investigations;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Reads;

/// <summary>Investigations by the police complaints body. They stand beside the status of a force and never change it.</summary>
public sealed record InvestigationList(DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, IReadOnlyList<InvestigationShown> Investigations);

/// <summary>One investigation.</summary>
/// <param name="Stage">Referred, ReturnedToForce, Investigating, Concluded, Proceedings, Decided or CannotTell; null where nothing of its course is known.</param>
/// <param name="Route">How it was referred: mandatory, voluntary or called-in.</param>
/// <param name="Form">The latest form that is known.</param>
/// <param name="Conclusions">What it came to.</param>
/// <param name="ReviewedOn">When that was last looked at again.</param>
/// <param name="Overruled">Sources that a settlement has set aside.</param>
/// <param name="Trail">Who settled, corrected, withdrew or disputed one of its steps, when, why and by which source.</param>
public sealed record InvestigationShown(
    string Body, string Name, string Id, string Case, Stage? Stage, string? Route, string? Form, IReadOnlyList<string> Conclusions, IReadOnlyList<string> CombinedWith,
    PartialDate? ReviewedOn, IReadOnlyList<InvestigationStepShown> Steps, IReadOnlyList<string> Marks, IReadOnlyList<SourceShown> Overruled, IReadOnlyList<TrailStep> Trail);

/// <summary>One step.</summary>
public sealed record InvestigationStepShown(
    string Step, PartialDate? On, string? Value, string? With, string? Note, IReadOnlyList<SourceShown> Sources, bool MoreSources, IReadOnlyList<string> Marks);

/// <summary>How many investigations concern a force, and the one of which the latest step is known.</summary>
/// <param name="At">Where all of them are told; ask there in the same three times.</param>
public sealed record InvestigationTally(int Count, InvestigationShown? Latest, string At)
{
    internal static InvestigationTally Of(InvestigationRecord? record, BodyRecord body, Viewpoint viewpoint, Trail? trail)
    {
        var all = record is null ? [] : Investigation.All(record, viewpoint, trail);
        return new(all.Count, Investigation.Latest(all) is { } latest ? InvestigationsRead.Shown(latest, body.Id, body, viewpoint) : null,
            $"/api/v1/bodies/{body.Id}/investigations");
    }
}

internal static class InvestigationsRead
{
    public static void MapInvestigations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/investigations", async (Moment moment, IQuerySession session, CancellationToken ct) =>
            {
                var names = (await Bodies.All(session, ct)).ToDictionary(record => record.Id);
                var records = await session.Query<InvestigationRecord>().OrderBy(record => record.Id).ToListAsync(ct);
                var trails = await Bodies.Trails(session, ct);
                return Of(records.SelectMany(record => Shown(record, names.GetValueOrDefault(record.Id), moment.Viewpoint, trails.GetValueOrDefault(record.Id))), moment);
            })
            .WithName("investigations").WithTags("Monitoring").InThreeTimes()
            .WithSummary("Every investigation by the police complaints body: how it was referred, in what form, how far it had come, and who says so.");

        routes.MapGet("/api/v1/bodies/{id}/investigations",
            async ([Description("Its id or any of its names.")] string id, Moment moment, IQuerySession session, CancellationToken ct) =>
            {
                var (record, problem) = await Bodies.Find(session, id, moment.Viewpoint, ct);
                return record is null ? problem!
                    : Results.Ok(Of(await session.LoadAsync<InvestigationRecord>(record.Id, ct) is { } known ? Shown(known, record, moment.Viewpoint, await session.LoadAsync<Trail>(record.Id, ct)) : [], moment));
            })
            .Produces<InvestigationList>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("body-investigations").WithTags("Monitoring").InThreeTimes()
            .WithSummary("The investigations that concern one force; they stand beside its status and never change it.");
    }

    private static InvestigationList Of(IEnumerable<InvestigationShown> found, Moment moment) =>
        new(moment.AsOf, moment.KnownAt, moment.Until, moment.Strict, [.. found]);

    private static IEnumerable<InvestigationShown> Shown(InvestigationRecord record, BodyRecord? body, Viewpoint viewpoint, Trail? trail) =>
        Investigation.All(record, viewpoint, trail).Select(found => Shown(found, record.Id, body, viewpoint));

    internal static InvestigationShown Shown(Investigation found, string id, BodyRecord? body, Viewpoint viewpoint) => new(
        id, (body is null ? null : BodyProfile.RegisteredBy(body, viewpoint)?.Name) ?? id,
        found.Id, found.Case, found.Stage, found.Route, found.Form, found.Conclusions, found.CombinedWith, found.ReviewedOn,
        [.. found.Steps.Select(step => new InvestigationStepShown(
            step.Step.Word, step.When.On, step.Value, step.With, step.Note,
            SourceShown.Of(step.When.Claims, said => said.On.ToString()), step.When.Claims.HasMore(), step.Marks.InWords))],
        found.Marks.InWords, SourceShown.Of(found.Overruled, said => $"{said.On}{(said.Value is null ? "" : $", {said.Value}")}"), found.Trail.Steps);
}
