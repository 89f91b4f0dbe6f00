using JasperFx.Events;
using Marten;
using Marten.Events.Aggregation;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Ingestion.Facts;

namespace Oversight.Ingestion.Conflicts;

/// <summary>Keeps what sources disagree about, a document for each stream of facts that has a disagreement.</summary>
public sealed partial class FactConflictsProjection : SingleStreamProjection<FactConflicts, string>
{
    public FactConflictsProjection() => IncludeType<FactEvent.ConflictFound>();

    public override FactConflicts? Evolve(FactConflicts? snapshot, string id, IEvent e)
    {
        Telemetry.Viewed(e, "conflicts");
        return e.Data is FactEvent.ConflictFound found ? FactConflicts.Evolve(snapshot, id, found, e.Timestamp.ToUniversalTime()) : snapshot;
    }
}

/// <summary>On what sources disagree, as it stood at three times.</summary>
public sealed record ConflictsAnswer(DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, IReadOnlyList<ConflictAnswer> Conflicts);

/// <summary>One fact about which sources disagree; nothing is settled.</summary>
public sealed record ConflictAnswer(string Body, string FactId, string About, IReadOnlyList<SideAnswer> Sides);

/// <summary>What one source says.</summary>
public sealed record SideAnswer(
    string Value, string Cited, string? PublishedOn, string? Mark, string Submission, int Line, Guid ClaimId, DateTimeOffset RecordedAt);

internal static class ConflictList
{
    public static void MapConflicts(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/conflicts",
        async (Moment moment, IQuerySession session, CancellationToken ct, string? body = null) =>
        {
            var documents = await session.Query<FactConflicts>().Where(known => body == null || known.Body == body).OrderBy(known => known.Id).ToListAsync(ct);
            return TypedResults.Ok(Answer(documents, moment));
        })
        .WithName("conflicts").WithTags("Conflicts").InThreeTimes().WithSummary("On what sources disagree, with every side; nothing is settled or averaged.");

    internal static ConflictsAnswer Answer(IEnumerable<FactConflicts> documents, Moment moment) => new(moment.AsOf, moment.KnownAt, moment.Until,
        [.. documents.SelectMany(document => document.Seen(moment.Viewpoint).Select(seen =>
            new ConflictAnswer(document.Body, seen.FactId, seen.About, [.. seen.Sides.Select(side => Say(side, moment.Viewpoint))])))]);

    private static SideAnswer Say(Side side, Viewpoint view) => new(
        side.Value, side.Provenance.Cited, side.Provenance.PublishedOn?.ToString(), FactConflicts.MarkOf(side, view)?.InWords,
        side.Provenance.Submission, side.Provenance.Line, side.Provenance.ClaimId, side.RecordedAt);
}
