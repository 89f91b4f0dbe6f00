using System.ComponentModel;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Lineage;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Reads;

/// <summary>The board: the phase of every body that existed then.</summary>
public sealed record StatusBoard(DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, IReadOnlyList<StatusLine> Bodies);

/// <summary>One body on the board.</summary>
/// <param name="Id">As in the register, such as <c>metropolitan</c>.</param>
/// <param name="Name">What it was called in law on the day asked about.</param>
/// <param name="Service"><c>police</c> or <c>fire</c>.</param>
/// <param name="Phase">Scan, Engage, CannotTell or SchemeNotBegun; a body that did not exist is not on the board.</param>
/// <param name="Since">As precisely as known; null for a body that never moved.</param>
/// <param name="Sources">Who says so.</param>
/// <param name="MoreSources">Are there more sources than are listed?</param>
/// <param name="Marks">What a reader must know beside it.</param>
/// <param name="Trail">Who settled, corrected, withdrew or disputed what it rests on, when, why and by which source.</param>
/// <param name="Because">Why it is no phase, where the sources of its moves are not the reason.</param>
/// <param name="Ahead">Moves that were known on that day to be still to come.</param>
public sealed record StatusLine(
    string Id, string Name, string Service, Phase Phase, PartialDate? Since,
    IReadOnlyList<SourceShown> Sources, bool MoreSources, IReadOnlyList<string> Marks, IReadOnlyList<TrailStep> Trail,
    string? Because, IReadOnlyList<AheadShown> Ahead);

internal static class Status
{
    public static void MapStatus(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/status",
        async (Moment moment, IQuerySession session, CancellationToken ct,
            [Description("police or fire; both by default.")] string? service = null,
            [Description("Scan, Engage, CannotTell or SchemeNotBegun; all by default.")] string? phase = null) =>
        {
            service = Asked.OneOf("service", service, "police", "fire");
            phase = Asked.OneOf("phase", phase, Enum.GetNames<Phase>());
            var trails = await Bodies.Trails(session, ct);
            var lineages = await session.Lineages(trails, moment.Viewpoint, ct);
            var lines = (await Bodies.All(session, ct)).Select(record => Line(record, lineages.GetValueOrDefault(record.Id), trails.GetValueOrDefault(record.Id), moment.Viewpoint)).OfType<StatusLine>()
                .Where(line => service is null || line.Service == service)
                .Where(line => phase is null || line.Phase.ToString() == phase)
                .OrderBy(line => line.Service, StringComparer.Ordinal).ThenBy(line => line.Name, StringComparer.Ordinal);
            return new StatusBoard(moment.AsOf, moment.KnownAt, moment.Until, moment.Strict, [.. lines]);
        })
        .WithName("status").WithTags("Monitoring").InThreeTimes()
        .WithSummary("The board: the phase of every body that existed then, since when, and who says so; filtered by service and phase.");

    private static StatusLine? Line(BodyRecord record, LineageReading? lineage, Trail? trail, Viewpoint viewpoint)
    {
        if (BodyProfile.RegisteredBy(record, viewpoint) is not { } registered || lineage?.Existed == Answer.No)
        {
            return null;
        }

        var answer = PhaseAnswer.Then(record, viewpoint, trail, lineage);
        return new(
            record.Id, BodyProfile.CalledThen(record, viewpoint, lineage), registered.Service, answer.Phase, answer.Since,
            answer.Claims.Sources(), answer.Claims.HasMore(), answer.Marks.InWords, answer.Trail, answer.Because, AheadShown.Of(answer));
    }
}
