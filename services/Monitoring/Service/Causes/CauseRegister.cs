using System.ComponentModel;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Reads;

/// <summary>The register of causes of concern, with areas for improvement beside them.</summary>
public sealed record CauseRegister(
    DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, string Note, IReadOnlyList<CauseShown> Causes, IReadOnlyList<AreaShown> AreasForImprovement);

internal static class CauseReads
{
    private const string Note = "No closure found is not the same as open: a cause is called open only where a source says so of that day or of a later one.";

    private const string NotClosed = "NotClosed";

    public static void MapCauses(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/causes", async (Moment moment, IQuerySession session, CancellationToken ct,
            [Description("Its id or any of its names; all by default.")] string? body = null,
            [Description("police or fire; both by default.")] string? service = null,
            [Description("Open, NoClosureFound, Closed, Superseded or CannotTell; NotClosed for all that are neither closed nor superseded; all by default.")] string? state = null,
            [Description("The inspection, such as PEEL 2021/22; all by default.")] string? programme = null) =>
        {
            service = Asked.OneOf("service", service, "police", "fire");
            state = Asked.OneOf("state", state, [.. Enum.GetNames<CauseState>(), NotClosed]);
            var (only, problem) = body is null ? default : await Bodies.Find(session, body, moment.Viewpoint, ct);
            if (problem is not null)
            {
                return problem;
            }

            var records = (only is null ? await Bodies.All(session, ct) : [only]).ToDictionary(record => record.Id);
            var causes = only is null ? await session.Query<BodyCauses>().OrderBy(one => one.Id).ToListAsync(ct) : await Of(session, only.Id, ct);
            return Results.Ok(Answer(moment, causes, records, await Bodies.Trails(session, ct), service, state, programme));
        })
        .Produces<CauseRegister>().ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("causes").WithTags("Causes").InThreeTimes()
        .WithSummary("Every cause of concern: whose, since when, what it asks for, what became of it, and who says so; areas for improvement beside them.");

        routes.MapGet("/api/v1/bodies/{id}/causes", async (
            [Description("Its id or any of its names.")] string id, Moment moment, IQuerySession session, CancellationToken ct) =>
        {
            var (record, problem) = await Bodies.Find(session, id, moment.Viewpoint, ct);
            return record is null ? problem! : Results.Ok(Answer(
                moment, await Of(session, record.Id, ct), new() { [record.Id] = record }, await Bodies.Trails(session, ct), null, null, null));
        })
        .Produces<CauseRegister>().ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("body-causes").WithTags("Causes").InThreeTimes()
        .WithSummary("The causes of concern and areas for improvement of one body.");
    }

    /// <summary>Those of one body that were neither closed nor superseded.</summary>
    public static IEnumerable<CauseShown> NotEnded(BodyCauses causes, BodyRecord record, Trail? trail, Viewpoint viewpoint) =>
        Of(causes, record, trail, BodyProfile.RegisteredBy(record, viewpoint), viewpoint).Where(IsNotEnded);

    private static bool IsNotEnded(CauseShown cause) => cause.State is not (CauseState.Closed or CauseState.Superseded);

    private static async Task<IReadOnlyList<BodyCauses>> Of(IQuerySession session, string body, CancellationToken ct) =>
        await session.LoadAsync<BodyCauses>(body, ct) is { } causes ? [causes] : [];

    private static CauseRegister Answer(
        Moment moment, IReadOnlyList<BodyCauses> all, Dictionary<string, BodyRecord> records, IReadOnlyDictionary<string, Trail> trails, string? service, string? state, string? programme)
    {
        var slug = programme is null ? null : NameBasedId.Slug(programme);
        var bodies = all.Select(causes => (causes, Record: records.GetValueOrDefault(causes.Id)))
            .Select(body => (body.causes, body.Record, Registered: body.Record is null ? null : BodyProfile.RegisteredBy(body.Record, moment.Viewpoint)))
            .Where(body => service is null || body.Registered?.Service == service)
            .OrderBy(body => body.Registered?.Service, StringComparer.Ordinal).ThenBy(body => body.Registered?.Name, StringComparer.Ordinal).ToArray();
        return new(
            moment.AsOf, moment.KnownAt, moment.Until, moment.Strict, Note,
            [
                .. bodies.SelectMany(body => Of(body.causes, body.Record, trails.GetValueOrDefault(body.causes.Id), body.Registered, moment.Viewpoint)).Where(cause =>
                    (state is null || (state == NotClosed ? IsNotEnded(cause) : cause.State.ToString() == state)) && IsUnder(cause.Programme, cause.Inspection)),
            ],
            [
                .. bodies.SelectMany(body => Area.At(body.causes, moment.Viewpoint, trails.GetValueOrDefault(body.causes.Id)).Select(area => AreaShown.Of(area, body.causes.Id, body.Registered)))
                    .Where(area => state is null && IsUnder(area.Inspection, area.Inspection)),
            ]);

        bool IsUnder(string its, string inspection) => slug is null || NameBasedId.Slug(its) == slug || NameBasedId.Slug(inspection) == slug;
    }

    private static IEnumerable<CauseShown> Of(BodyCauses causes, BodyRecord? record, Trail? trail, Registration? registered, Viewpoint viewpoint)
    {
        var phase = record is null ? Phase.Scan : PhaseAnswer.At(record, viewpoint, trail).Phase;
        var missed = causes.Missed.Where(miss => viewpoint.HasRecorded(miss.RecordedAt)).ToArray();
        return CauseReading.At(causes, viewpoint, trail).Select(cause => CauseShown.Of(cause, causes.Id, registered, phase, viewpoint.AsOf, missed));
    }
}
