using System.ComponentModel;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Stays;

namespace Oversight.Monitoring.Reads;

/// <summary>The stays of one body in Engage, each with everything that was done about it.</summary>
/// <param name="MonitoringGroup">Where the inspectors discuss it; null where no source names the group.</param>
/// <param name="OversightGroup">To whom it presents while it is in Engage.</param>
/// <param name="Withdrawn">Moves that their publisher has taken back.</param>
/// <param name="StepsApart">Steps that belong to no stay that is known, or of which nobody can tell to which.</param>
/// <param name="ReturnsWithoutEntry">Returns to Scan from stays of which no source says when they began.</param>
public sealed record BodyStays(
    DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, string Id, string Name, string? Service,
    string? MonitoringGroup, string OversightGroup, IReadOnlyList<StayInFullShown> Stays, IReadOnlyList<WithdrawnShown> Withdrawn, IReadOnlyList<StepShown> StepsApart,
    IReadOnlyList<MoveShown> ReturnsWithoutEntry);

/// <summary>One stay.</summary>
/// <param name="AlsoCalled">Labels that others give it; they are no phases.</param>
/// <param name="Steps">In the order of their dates.</param>
public sealed record StayInFullShown(StayShown Stay, IReadOnlyList<AliasShown> AlsoCalled, IReadOnlyList<StepShown> Steps);

/// <summary>What somebody calls a phase.</summary>
public sealed record AliasShown(string Label, string By);

/// <summary>One step.</summary>
/// <param name="Step">Such as <c>decided</c>, <c>letter-sent</c> or <c>ppog</c>.</param>
/// <param name="On">As precisely as its sources agree; null where they do not agree even on the year.</param>
/// <param name="Title">In words.</param>
/// <param name="Detail">Who, and more about it.</param>
/// <param name="Cause">The cause of concern that was added or closed.</param>
public sealed record StepShown(
    string Step, PartialDate? On, string Title, string? Detail, string? Cause, IReadOnlyList<SourceShown> Sources, bool MoreSources, IReadOnlyList<string> Marks)
{
    internal static StepShown Of(StepTaken step) => new(
        step.Step.Word, step.When.On, step.Title, step.Detail, step.Cause,
        SourceShown.Of(step.When.Claims, said => said.On.ToString()), step.When.Claims.HasMore(), step.Marks.InWords);
}

internal static class StaysRead
{
    private static readonly AliasShown[] Aliases = [new("special measures", "press")];

    public static void MapStays(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/bodies/{id}/stays",
        async ([Description("Its id or any of its names.")] string id, Moment moment, IQuerySession session, CancellationToken ct) =>
        {
            var (record, problem) = await Bodies.Find(session, id, moment.Viewpoint, ct);
            return record is null ? problem! : Results.Ok(Of(
                record, await session.LoadAsync<EngageRecord>(record.Id, ct), await session.LoadAsync<Trail>(record.Id, ct), await session.LoadAsync<BodyCauses>(record.Id, ct), moment));
        })
        .Produces<BodyStays>().ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("stays").WithTags("Monitoring").InThreeTimes()
        .WithSummary("A body's stays in Engage in full: recommended, decided, letters, plans, meetings, causes added and closed, exit; each step with its sources.");

    private static BodyStays Of(BodyRecord record, EngageRecord? steps, Trail? trail, BodyCauses? causes, Moment moment)
    {
        var (registered, full) = (BodyProfile.RegisteredBy(record, moment.Viewpoint), StaysInFull.Of(record, steps, moment.Viewpoint, trail, causes?.Titles(moment.Viewpoint) ?? [],
            causes is null ? [] : CauseReading.At(causes, moment.Viewpoint, trail, record)));
        var isFire = registered?.Service == "fire";
        return new(
            moment.AsOf, moment.KnownAt, moment.Until, moment.Strict, record.Id, registered?.Name ?? record.Id, registered?.Service,
            isFire ? null : "HMI Monitoring Group", isFire ? "Fire Performance Oversight Group" : "Policing Performance Oversight Group",
            [.. full.Stays.Select(stay => new StayInFullShown(StayShown.Of(stay.Stay), Aliases, [.. stay.Steps.Select(StepShown.Of)]))],
            [.. Moves.Withdrawn(record, moment.Viewpoint, trail).Select(WithdrawnShown.Of)],
            [.. full.Apart.Select(StepShown.Of)],
            [.. full.ReturnsWithoutEntry.Select(MoveShown.Of)]);
    }
}
