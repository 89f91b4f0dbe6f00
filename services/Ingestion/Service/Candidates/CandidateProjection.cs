using JasperFx.Events;
using Marten.Events.Aggregation;
using Oversight.Hosting;
using static Oversight.Ingestion.Candidates.CandidateEvent;

namespace Oversight.Ingestion.Candidates;

/// <summary>The candidates of one document.</summary>
/// <param name="Id">The stream.</param>
/// <param name="ReadAt">When they were read.</param>
/// <param name="Document">What was read, and what became of it.</param>
public sealed record CandidatesView(string Id, DateTimeOffset ReadAt, CandidateDocument Document)
{
    internal static CandidatesView Evolve(CandidatesView? view, string id, CandidateEvent @event, DateTimeOffset recordedAt) =>
        new(id, view?.ReadAt ?? recordedAt.ToUniversalTime(), CandidateDocument.Evolve(view?.Document ?? CandidateDocument.Initial, @event));

    /// <summary>The document as it was on record by an instant.</summary>
    internal CandidateDocument By(DateTimeOffset? limit) =>
        limit is null ? Document : ReadAt > limit ? CandidateDocument.Initial : Document with { Outcomes = [.. Document.Outcomes.Where(outcome => outcome.At <= limit)] };
}

/// <summary>Keeps the list of candidates, a document for each submission.</summary>
public sealed partial class CandidateProjection : SingleStreamProjection<CandidatesView, string>
{
    public CandidateProjection()
    {
        IncludeType<CandidatesRead>();
        IncludeType<CandidateAccepted>();
        IncludeType<CandidateDeclined>();
    }

    public override CandidatesView? Evolve(CandidatesView? snapshot, string id, IEvent e)
    {
        Telemetry.Viewed(e, "candidates");
        return e.Data is CandidateEvent @event ? CandidatesView.Evolve(snapshot, id, @event, e.Timestamp) : snapshot;
    }
}
