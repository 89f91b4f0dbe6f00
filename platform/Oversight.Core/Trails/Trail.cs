namespace Oversight.Core;

/// <summary>Something that is on record, and since when.</summary>
public sealed record Kept<T>(T Value, DateTimeOffset RecordedAt)
{
    /// <summary>How words that came with it are read from a viewpoint.</summary>
    public Wording Words(Viewpoint view) => new(view.KnownAt, DateOnly.FromDateTime(RecordedAt.UtcDateTime));
}

/// <summary>How conflicts were settled and what was said of facts later, all of it.</summary>
/// <param name="Id">The stream that it is kept of.</param>
/// <param name="Body">The body that it is about.</param>
/// <param name="Settlings">In the order in which they were recorded.</param>
/// <param name="Annotations">In the order in which they were recorded.</param>
public sealed record Trail(string Id, string Body, IReadOnlyList<Kept<Settling>> Settlings, IReadOnlyList<Kept<Annotation>> Annotations)
{
    /// <summary>Of what nobody has said anything of.</summary>
    public static Trail Empty(string id, string body) => new(id, body, [], []);

    /// <summary>After one more step.</summary>
    public Trail With(Settling settling, DateTimeOffset recordedAt) => this with { Settlings = [.. Settlings, new(settling, recordedAt)] };

    /// <summary>After one more annotation.</summary>
    public Trail With(Annotation annotation, DateTimeOffset recordedAt) => this with { Annotations = [.. Annotations, new(annotation, recordedAt)] };

    /// <summary>Several as one; fact ids are the same everywhere.</summary>
    public static Trail Joined(string body, IEnumerable<Trail> trails) => trails.Aggregate(Empty(body, body), (all, one) =>
        all with { Settlings = [.. all.Settlings, .. one.Settlings], Annotations = [.. all.Annotations, .. one.Annotations] });

    /// <summary>What of it is about one fact.</summary>
    public FactTrail Of(string factId, Viewpoint view) => Of(id => id == factId, view);

    /// <summary>What of it is about some fact, is on record, could be known and had begun.</summary>
    public FactTrail Of(Predicate<string> isFact, Viewpoint view) => new(
        [.. Settlings.Where(step => isFact(step.Value.FactId) && view.HasRecorded(step.RecordedAt))
            .Select(step => step with { Value = step.Value with { Reason = step.Words(view).Of(step.Value.Reason) } }).OrderBy(step => step.Value.Round).ThenBy(step => step.Value.FactId, StringComparer.Ordinal)],
        [
            .. Annotations.Where(noted => isFact(noted.Value.FactId) && view.HasRecorded(noted.RecordedAt)
                    && view.Knew(noted.Value.Provenance.PublishedOn, noted.Value.On.First) != Answer.No && noted.Value.On.OnOrBefore(view.AsOf) != Answer.No)
                .Select(noted => noted with { Value = noted.Value with { Detail = noted.Words(view).Of(noted.Value.Detail) } })
                .OrderBy(noted => noted.Value.On).ThenBy(noted => noted.Value.What).ThenBy(noted => noted.Value.By, StringComparer.Ordinal)
                .ThenBy(noted => noted.Value.Provenance.ClaimId),
        ]);
}

/// <summary>What of a <see cref="Trail"/> is about one fact and can be seen from a viewpoint.</summary>
/// <param name="Settlings">In the order in which they were recorded.</param>
/// <param name="Annotations">By their date.</param>
public sealed record FactTrail(IReadOnlyList<Kept<Settling>> Settlings, IReadOnlyList<Kept<Annotation>> Annotations)
{
    /// <summary>Nothing.</summary>
    public static FactTrail None { get; } = new([], []);

    /// <summary>The same for somebody who sees only some sides: where the one that counts is none of them, or there is only one, nothing is settled for them.</summary>
    /// <param name="sides">How many they see.</param>
    /// <param name="sees">Do they see the one that was settled on?</param>
    public FactTrail Among(int sides, Func<SettledSide, bool> sees) =>
        Settlings is not [.., var last] ? this
        : sides > 1 && (last.Value.Side is not { } counts || sees(counts)) ? this with { Settlings = [.. Settlings.Where(step => step.Value.Side is not { } side || sees(side))] }
        : this with { Settlings = [] };

    /// <summary>The side that counts; null where nothing was settled, or it is open again.</summary>
    public SettledSide? Settled => Settlings is [.., var last] ? last.Value.Side : null;

    /// <summary>Was it taken back by the end of <paramref name="day"/>?</summary>
    public Answer WithdrawnBy(DateOnly day) => Annotations.Where(noted => noted.Value.What == AnnotationKind.Withdrawn)
        .Select(noted => noted.Value.On.OnOrBefore(day)).DefaultIfEmpty(Answer.No).Max();

    /// <summary>What annotations ask to be said beside the fact. Whether it is settled depends on the sides that are seen.</summary>
    public IEnumerable<Mark> Marks => Annotations.Where(noted => noted.Value.What != AnnotationKind.DisputeWithdrawn && !IsOver(noted.Value))
        .Select(noted => noted.Value.What switch
        {
            AnnotationKind.Corrected => Mark.Corrected,
            AnnotationKind.Withdrawn => Mark.Withdrawn,
            _ => Mark.Disputed,
        })
        .Distinct().Order();

    /// <summary>Who said or did what to it, when, why, and by which source.</summary>
    public IReadOnlyList<TrailStep> Steps => [.. Annotations.Select(TrailStep.Of), .. Settlings.Select(TrailStep.Of)];

    private bool IsOver(Annotation dispute) => dispute.What == AnnotationKind.Disputed && Annotations.Any(later =>
        later.Value.What == AnnotationKind.DisputeWithdrawn && later.Value.By == dispute.By && later.Value.On >= dispute.On);
}

/// <summary>One step of a trail, as it is shown.</summary>
/// <param name="What"><c>settled</c>, <c>reopened</c>, <c>corrected</c>, <c>withdrawn</c>, <c>disputed</c> or <c>dispute-withdrawn</c>.</param>
/// <param name="On">When.</param>
/// <param name="Who">Who did: a publisher, a person, or the order of publishers.</param>
/// <param name="Why">The reason or the detail.</param>
/// <param name="Says">The value that was settled on.</param>
/// <param name="Before">The wording before a correction.</param>
/// <param name="After">The wording after it.</param>
/// <param name="Cited">The source.</param>
/// <param name="PublishedOn">When that was published.</param>
/// <param name="ClaimId">The claim it rests on.</param>
/// <param name="RecordedAt">Since when this system has it.</param>
public sealed record TrailStep(
    string What, string On, string Who, string Why, string? Says, string? Before, string? After, string? Cited, string? PublishedOn, Guid? ClaimId,
    DateTimeOffset RecordedAt)
{
    internal static TrailStep Of(Kept<Settling> step) => new(
        step.Value.Side is null ? "reopened" : "settled", PartialDate.On(step.Value.On).ToString(),
        step.Value.Who ?? $"precedence {step.Value.Precedence}", step.Value.Reason, step.Value.Side?.Value, null, null,
        step.Value.Side?.Cited, null, step.Value.Side?.ClaimId, step.RecordedAt);

    internal static TrailStep Of(Kept<Annotation> noted) => new(
        noted.Value.What.Word, noted.Value.On.ToString(), noted.Value.By, noted.Value.Detail, null, noted.Value.Before, noted.Value.After,
        noted.Value.Provenance.Cited, noted.Value.Provenance.PublishedOn?.ToString(), noted.Value.Provenance.ClaimId, noted.RecordedAt);
}
