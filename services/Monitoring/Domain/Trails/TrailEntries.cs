using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Trails;

/// <summary>Settlements, corrections, withdrawals and disputes in a timeline, and beside what they are about.</summary>
public static class TrailEntries
{
    public static Trail Fold(string body, IEnumerable<Recorded> events) =>
        events.Aggregate(Trail.Empty(body, body), Evolve);

    public static Trail Evolve(Trail trail, Recorded recorded) => recorded.Event switch
    {
        BodyEvent.SettlementNoted e => trail.With(e.Settling, recorded.RecordedAt),
        BodyEvent.AnnotationNoted e => trail.With(e.Annotation, recorded.RecordedAt),
        _ => trail,
    };

    public static IEnumerable<HistoryEntry> Of(IReadOnlyCollection<Recorded> events, Viewpoint viewpoint)
    {
        var facts = events.Select(recorded => FactOf(recorded.Event)).OfType<string>().ToHashSet();
        return events.Select(recorded => recorded.Event switch
        {
            BodyEvent.SettlementNoted e when e.Settling.On <= viewpoint.KnownAt => Settled(e),
            BodyEvent.AnnotationNoted e => Annotated(e.Annotation, recorded, viewpoint, facts.Contains(e.Annotation.FactId) ? [] : [Mark.NothingSuchOnRecord]),
            _ => null,
        }).OfType<HistoryEntry>();
    }

    private static string? FactOf(BodyEvent said) => said switch
    {
        BodyEvent.AnnotationNoted => null,
        IClaimed claimed => claimed.Provenance.FactId,
        BodyEvent.GradeNoted e => e.Provenance.FactId,
        BodyEvent.AuditNoted e => e.Provenance.FactId,
        _ => null,
    };

    private static HistoryEntry Settled(BodyEvent.SettlementNoted e)
    {
        var (settling, who) = (e.Settling, e.Settling.Who ?? $"precedence {e.Settling.Precedence}");
        return new(
            $"settled/{settling.FactId}/{settling.Round}", PartialDate.On(settling.On), null, settling.Side is null ? "reopened" : "settled",
            settling.Side is { } side ? $"{e.About}: settled on {side.Value}" : $"{e.About}: open again",
            $"By {who}: {settling.Reason}{(settling.Side is { } on ? $" It rests on {on.Cited}." : "")}", [], [], []);
    }

    private static HistoryEntry? Annotated(Annotation annotation, Recorded recorded, Viewpoint viewpoint, Mark[] marks)
    {
        var (what, text) = (annotation.What.Word, $"{annotation.FactId} {annotation.By} {annotation.Detail} {annotation.Provenance.ClaimId}");
        var wording = annotation is { Before: null, After: null } ? "" : $" Before: {annotation.Before ?? "not known"}. After: {annotation.After ?? "not known"}.";
        return Seen<Annotation>.From(viewpoint, new(annotation, [recorded.Said(annotation.Provenance)]), annotation.On.First) is not { } seen ? null : new(
            $"{what}/{annotation.On}/{NameBasedId.Of(text).ToString("N", null)[..8]}", annotation.On, null, what,
            $"{char.ToUpperInvariant(what[0])}{what[1..]} by {annotation.By}: {annotation.FactId}", new Kept<Annotation>(annotation, recorded.RecordedAt).Words(viewpoint).Of(annotation.Detail) + wording, SourceShown.Of([seen], _ => null), [.. seen.Marks, .. marks], []);
    }
}
