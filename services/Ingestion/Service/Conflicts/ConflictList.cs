using System.ComponentModel;
using JasperFx.Events;
using Marten;
using Marten.Events.Aggregation;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Register;
using Oversight.Ingestion.Settlements;

namespace Oversight.Ingestion.Conflicts;

/// <summary>Keeps what sources disagree about, a document for each stream of facts that has a disagreement.</summary>
public sealed partial class FactConflictsProjection : SingleStreamProjection<FactConflicts, string>
{
    public FactConflictsProjection()
    {
        IncludeType<FactEvent.ConflictFound>();
        IncludeType<FactEvent.ConflictSettled>();
        IncludeType<FactEvent.ConflictReopened>();
    }

    public override FactConflicts? Evolve(FactConflicts? snapshot, string id, IEvent e)
    {
        Telemetry.Viewed(e, "conflicts");
        var recordedAt = e.Timestamp.ToUniversalTime();
        return e.Data switch
        {
            FactEvent.ConflictFound found => FactConflicts.Evolve(snapshot, id, found, recordedAt),
            FactEvent.ConflictSettled settled => FactConflicts.Evolve(snapshot, settled.Settling, recordedAt),
            FactEvent.ConflictReopened reopened => FactConflicts.Evolve(snapshot, reopened.Settling, recordedAt),
            _ => snapshot,
        };
    }
}

/// <summary>On what sources disagree, as it stood at three times.</summary>
public sealed record ConflictsAnswer(DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, IReadOnlyList<ConflictAnswer> Conflicts);

/// <summary>One fact about which sources disagree.</summary>
/// <param name="State"><c>settled</c> or <c>unsettled</c>.</param>
/// <param name="Value">What the side says that counts; null while it is unsettled.</param>
/// <param name="Revision">What whoever settles it gives as If-Match.</param>
/// <param name="Sides">All of them, those overruled included.</param>
/// <param name="Marks">What a reader must know beside it.</param>
/// <param name="Trail">Who settled, corrected, withdrew or disputed it, when, why and by which source.</param>
public sealed record ConflictAnswer(
    string Body, string FactId, string About, string State, string? Value, int Revision, IReadOnlyList<SideAnswer> Sides, IReadOnlyList<string> Marks,
    IReadOnlyList<TrailStep> Trail);

/// <summary>What one source says.</summary>
/// <param name="Stands">Yes where it counts, No where it is overruled, CannotTell where that is open or it came later.</param>
public sealed record SideAnswer(
    string Value, string Cited, string Publisher, string? PublishedOn, string? Mark, Answer Stands, string Submission, int Line, Guid ClaimId, DateTimeOffset RecordedAt)
{
    /// <summary>What its publisher was called when it was published, where that is on record.</summary>
    public string? PublisherName => Publishers.NameThen(Cited, PublishedOn is { } on ? PartialDate.Parse(on) : null);
}

internal static class ConflictList
{
    public static void MapConflicts(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/conflicts",
        async (Moment moment, IQuerySession session, Streams<BodyRegister, RegisterCommand, RegisterEvent> register, Writer writer, HttpResponse http, CancellationToken ct,
            [Description("Its id or any of its names.")] string? body = null, [Description("settled or unsettled; both by default.")] string? state = null,
            [Description("The id of one fact; its revision is then the ETag too.")] string? fact = null) =>
        {
            if (state is not (null or "settled" or "unsettled"))
            {
                throw new BadHttpRequestException("state is settled or unsettled.");
            }

            body = body is null ? null : await IdOf(body, register, writer, ct);
            var documents = await session.Query<FactConflicts>().Where(known => body == null || known.Body == body).OrderBy(known => known.Id).ToListAsync(ct);
            if (fact is not null && !documents.Any(document => document.Disagreements.Any(known => known.FactId == fact)))
            {
                throw new RejectedException("conflict.unknown", $"No sources disagree about {Text.Shown.Of(fact)}, so there is nothing to settle.");
            }

            var ids = documents.SelectMany(document => document.Disagreements).Select(known => FactIds.Annotations(known.FactId)).ToArray();
            var annotations = (await session.LoadManyAsync<Trail>(ct, ids)).ToDictionary(trail => trail.Id);
            var answer = Answer(documents, annotations, moment, state);
            if (fact is not null)
            {
                answer = answer with { Conflicts = [.. answer.Conflicts.Where(conflict => conflict.FactId == fact)] };
                http.Headers.ETag = answer.Conflicts is [var only] ? $"\"{only.Revision}\"" : default;
            }

            return TypedResults.Ok(answer);
        })
        .ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("conflicts").WithTags("Conflicts").InThreeTimes()
        .WithSummary("On what sources disagree, with every side, and which one counts where that is settled; nothing is averaged.");

    private static async Task<string> IdOf(string body, Streams<BodyRegister, RegisterCommand, RegisterEvent> register, Writer writer, CancellationToken ct)
    {
        using var turn = await writer.Turn(ct);
        var resolution = (await register.Fold(BodyRegister.Stream, ct)).Resolve(body, null);
        return resolution.Body ?? throw new RejectedException(resolution.Rule!, resolution.Because!);
    }

    internal static ConflictsAnswer Answer(
        IEnumerable<FactConflicts> documents, IReadOnlyDictionary<string, Trail> annotations, Moment moment, string? state = null) => new(moment.AsOf, moment.KnownAt, moment.Until, moment.Strict,
        [
            .. documents.SelectMany(document => document.Seen(moment.Viewpoint).Select(seen =>
                    Conflict(document.Body, seen.Seen, seen.Revision, annotations.GetValueOrDefault(FactIds.Annotations(seen.Seen.FactId)), moment.Viewpoint)))
                .Where(conflict => state is null || conflict.State == state),
        ]);

    private static ConflictAnswer Conflict(string body, Disagreement seen, int revision, Trail? annotations, Viewpoint view)
    {
        var trail = new Trail(seen.FactId, body, seen.Settlings, annotations?.Annotations ?? []).Of(seen.FactId, view)
            .Among(seen.Sides.Select(one => one.Value).Distinct().Count(), side => seen.Sides.Any(one => one.Value == side.Value));
        var settled = trail.Settled;
        return new(
            body, seen.FactId, seen.About, settled is null ? "unsettled" : "settled", settled?.Value, revision,
            [.. seen.Sides.Select(one => Say(one, settled, view))],
            ((IEnumerable<Mark>)[settled is null ? Mark.Conflicting : Mark.Settled, .. trail.Marks]).InWords, trail.Steps);
    }

    private static SideAnswer Say(Side side, SettledSide? settled, Viewpoint view) => new(
        side.Value, side.Provenance.Cited, OrderOfPublishers.InEffect.ClassOf(side.Provenance.Cited), side.Provenance.PublishedOn?.ToString(),
        FactConflicts.MarkOf(side, view)?.InWords, settled?.Says(side.Value) ?? Oversight.Core.Answer.CannotTell,
        side.Provenance.Submission, side.Provenance.Line, side.Provenance.ClaimId, side.RecordedAt);
}
