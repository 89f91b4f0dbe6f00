using System.ComponentModel;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Lineage;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Stays;

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

            if (programme is not null)
            {
                InspectionNames.Insist(programme, (await session.Query<BodyCauses>().ToListAsync(ct)).SelectMany(causes => causes.Causes.SelectMany(cause => new[] { cause.Value.Programme, cause.Value.Inspection })
                    .Concat(causes.Steps.SelectMany(step => new[] { step.Value.Programme, step.Value.Inspection }))), "No cause of concern");
            }

            return Results.Ok(await Answer(moment, session, only, service, state, programme, ct));
        })
        .Produces<CauseRegister>().ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("causes").WithTags("Causes").InThreeTimes()
        .WithSummary("Every cause of concern: whose, since when, what it asks for, what became of it, and who says so; areas for improvement beside them.");

        routes.MapGet("/api/v1/bodies/{id}/causes", async (
            [Description("Its id or any of its names.")] string id, Moment moment, IQuerySession session, CancellationToken ct) =>
        {
            var (record, problem) = await Bodies.Find(session, id, moment.Viewpoint, ct);
            return record is null ? problem! : Results.Ok(await Answer(moment, session, record, null, null, null, ct));
        })
        .Produces<CauseRegister>().ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("body-causes").WithTags("Causes").InThreeTimes()
        .WithSummary("The causes of concern and areas for improvement of one body, those that it inherited among them.");
    }

    /// <summary>Those of one body that were neither closed nor superseded.</summary>
    public static IEnumerable<CauseShown> NotEnded(BodyCauses causes, BodyRecord record, Trail? trail, EngageRecord? engaged, Viewpoint viewpoint) =>
        Shown(causes, record, trail is null ? new() : new Dictionary<string, Trail> { [record.Id] = trail }, engaged, BodyProfile.RegisteredBy(record, viewpoint), viewpoint).Where(IsNotEnded);

    private static bool IsNotEnded(CauseShown cause) => cause.State is not (CauseState.Closed or CauseState.Superseded);

    // What a body left when it became part of another one goes on there; of itself it is told as on its last day.
    private sealed record Held(BodyCauses Causes, string Holder, BodyRecord? Record, Registration? Registered, Viewpoint Viewpoint, IReadOnlyList<string> PassedTo)
    {
        public string? InheritedFrom => Holder == Causes.Id ? null : Causes.Id;
    }

    private static async Task<CauseRegister> Answer(
        Moment moment, IQuerySession session, BodyRecord? only, string? service, string? state, string? programme, CancellationToken ct)
    {
        var (slug, trails) = (programme is null ? null : NameBasedId.Slug(programme), await Bodies.Trails(session, ct));
        var records = (only is null ? await Bodies.All(session, ct) : [only]).ToDictionary(record => record.Id);
        var lineages = await session.Lineages(trails, moment.Viewpoint, ct);
        var engaged = (await session.Query<EngageRecord>().ToListAsync(ct)).ToDictionary(record => record.Id);
        var bodies = (await session.Query<BodyCauses>().ToListAsync(ct)).SelectMany(Holding)
            .Where(held => service is null || held.Registered?.Service == service)
            .OrderBy(held => held.Registered?.Service, StringComparer.Ordinal).ThenBy(held => held.Registered?.Name, StringComparer.Ordinal)
            .ThenBy(held => held.InheritedFrom, StringComparer.Ordinal).ToArray();
        return new(
            moment.AsOf, moment.KnownAt, moment.Until, moment.Strict, Note,
            [
                .. bodies.SelectMany(held => Shown(held.Causes, held.Record, trails, engaged.GetValueOrDefault(held.Causes.Id), held.Registered, held.Viewpoint)
                    .Select(cause => cause with { Body = held.Holder, InheritedFrom = held.InheritedFrom, PassedTo = held.PassedTo })).Where(cause =>
                    (state is null || (state == NotClosed ? IsNotEnded(cause) : cause.State.ToString() == state)) && IsUnder(cause.Programme, cause.Inspection)),
            ],
            [
                .. bodies.SelectMany(held => Area.At(held.Causes, held.Viewpoint, trails.GetValueOrDefault(held.Causes.Id)).Select(area =>
                    AreaShown.Of(area, held.Holder, held.Registered) with { InheritedFrom = held.InheritedFrom }))
                    .Where(area => state is null && IsUnder(area.Inspection, area.Inspection)),
            ]);

        IEnumerable<Held> Holding(BodyCauses causes)
        {
            var heirs = Heirs.Of(causes.Id, lineages);
            foreach (var holder in heirs.Where(heir => only is null || heir == only.Id))
            {
                yield return Of(causes, holder, moment.Viewpoint, []);
            }

            if (only?.Id == causes.Id && !heirs.Contains(causes.Id) && lineages[causes.Id].Ended is { } ended)
            {
                yield return Of(causes, causes.Id, moment.Viewpoint with { AsOf = ended.Latest }, heirs);
            }
        }

        Held Of(BodyCauses causes, string holder, Viewpoint viewpoint, IReadOnlyList<string> passedTo)
        {
            var record = records.GetValueOrDefault(holder);
            return new(causes, holder, record, record is null ? null : BodyProfile.RegisteredBy(record, moment.Viewpoint), viewpoint, passedTo);
        }

        bool IsUnder(string its, string inspection) => slug is null || NameBasedId.Slug(its) == slug || NameBasedId.Slug(inspection) == slug;
    }

    private static IEnumerable<CauseShown> Shown(BodyCauses causes, BodyRecord? record, IReadOnlyDictionary<string, Trail> trails, EngageRecord? engaged, Registration? registered, Viewpoint viewpoint)
    {
        var phase = record is null ? Phase.Scan : PhaseAnswer.At(record, viewpoint, trails.GetValueOrDefault(record.Id)).Phase;
        var kept = causes.Missed.Count == 0 ? new HashSet<string>() : CauseDeadlines.Kept(causes, viewpoint, trails.GetValueOrDefault(causes.Id));
        var missed = causes.Missed.Where(miss => viewpoint.HasRecorded(miss.RecordedAt) && !kept.Contains(miss.Id)).ToArray();
        var steps = StaysInFull.Known(engaged, viewpoint).ToArray();
        var all = CauseReading.At(causes, viewpoint, trails.GetValueOrDefault(causes.Id), record);
        var ofStays = record is null ? [] : StaysInFull.Of(record, engaged, viewpoint, trails.GetValueOrDefault(record.Id), register: all).Stays.SelectMany(stay => stay.Steps).ToArray();
        return all.Select(cause => CauseShown.Of(cause, causes.Id, registered, phase, viewpoint.AsOf, missed) with { JoinedEngageOn = JoinedEngage.On(cause, steps, ofStays) });
    }
}
