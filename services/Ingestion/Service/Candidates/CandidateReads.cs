using System.ComponentModel;
using Marten;
using Oversight.Core;
using Oversight.Hosting;

namespace Oversight.Ingestion.Candidates;

/// <summary>Candidates, those of the newest document first.</summary>
/// <param name="RecordedAt">As this system had recorded by then.</param>
/// <param name="Candidates">No more than a thousand; ask by submission, body or state for others.</param>
/// <param name="IsCut">Are there more?</param>
public sealed record CandidatesAnswer(DateTimeOffset RecordedAt, IReadOnlyList<CandidateAnswer> Candidates, bool IsCut);

/// <summary>What a document seems to say, with its very words, and what became of it.</summary>
/// <param name="Candidate">The id by which it is asked for.</param>
/// <param name="Submission">The document.</param>
/// <param name="As">What was corrected or added when it was accepted.</param>
/// <param name="Claimed">The stream of facts to which its claim went.</param>
public sealed record CandidateAnswer(
    string Candidate, string Submission, string Cited, PartialDate? PublishedOn, CandidateState State, string Kind, string Rule, decimal Confidence,
    string Quote, int Start, int End, int Line, string? Body, string? Programme, string? Area, string? Grade, string? Phase, PartialDate? Date, decimal? Percent,
    int? Count, int? OutOf, string? Speaker, string? Role, Corrections? As, string? Claimed, Actor? By, DateTimeOffset? At, string? Why)
{
    internal static IEnumerable<CandidateAnswer> All(CandidateDocument document)
    {
        var outcomes = document.Outcomes.ToDictionary(outcome => outcome.Candidate);
        return (document.Found?.Candidates ?? []).Select(read => Of(document.Found!, read, outcomes.GetValueOrDefault(read.Number)));
    }

    private static CandidateAnswer Of(CandidateEvent.CandidatesRead found, Proposal read, Outcome? done) => new(
        CandidateDocument.IdOf(found.Submission, read.Number), found.Submission, found.Cited, found.PublishedOn, done?.State ?? CandidateState.Waiting,
        read.Kind.ToString().ToLowerInvariant(), read.Rule, read.Confidence, read.Quote, read.Start, read.End, read.Line,
        read.Body, read.Programme, read.Area, read.Grade, read.Phase, read.Date, read.Percent, read.Count, read.OutOf, read.Speaker, read.Role,
        done?.As, done?.Claimed, done?.By, done?.At, done?.Why);
}

internal static class CandidateReads
{
    private const int Most = 1_000;

    public static void MapCandidateReads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/candidates", async (Until until, IQuerySession session, CancellationToken ct,
            [Description("waiting, accepted or declined; all by default.")] string? state = null,
            [Description("Only those of this document.")] string? submission = null,
            [Description("Only those about this body, by its id.")] string? body = null) =>
        {
            CandidateState? wanted = state is null ? null
                : Enum.GetValues<CandidateState>().Where(known => known.ToString().Equals(state, StringComparison.OrdinalIgnoreCase)).Select(known => (CandidateState?)known).FirstOrDefault()
                    ?? throw new BadHttpRequestException($"state is waiting, accepted or declined, not {Text.Shown.Of(state)}.");
            var stream = submission is null ? null : CandidateDocument.StreamOf(submission);
            var found = new List<CandidateAnswer>();
            var views = session.Query<CandidatesView>().Where(view => stream == null || view.Id == stream);
            await foreach (var view in (until.Limit is { } limit ? views.Where(view => view.ReadAt <= limit) : views).OrderByDescending(view => view.ReadAt).ThenBy(view => view.Id).ToAsyncEnumerable(ct))
            {
                found.AddRange(CandidateAnswer.All(view.By(until.Limit))
                    .Where(candidate => (wanted is null || candidate.State == wanted) && (body is null || (candidate.As?.Body ?? candidate.Body) == body)));
                if (found.Count > Most)
                {
                    break;
                }
            }

            return TypedResults.Ok(new CandidatesAnswer(until.RecordedAt, [.. found.Take(Most)], found.Count > Most));
        })
        .AsRecorded()
        .WithName("candidates").WithTags("Candidates").WithSummary("What documents seem to say, and what people made of it; none of it is a fact before somebody accepts it.");

        routes.MapGet("/api/v1/candidates/{id}", async (string id, Until until, HttpResponse answer, CandidateStore candidates, CancellationToken ct) =>
        {
            var (submission, _) = CandidateDocument.In(id);
            return Shown(id, await candidates.Of(submission, until.Limit, ct), answer);
        })
        .Produces<CandidateAnswer>().ProducesProblem(StatusCodes.Status404NotFound).AsRecorded()
        .WithName("candidate").WithTags("Candidates").WithSummary("One candidate; ETag says which state that is.");
    }

    /// <summary>The candidate as it stands, with the ETag to act on it.</summary>
    public static CandidateAnswer Shown(string id, CandidateDocument document, HttpResponse answer)
    {
        var shown = CandidateAnswer.All(document).FirstOrDefault(candidate => candidate.Candidate == id)
            ?? throw new RejectedException("candidate.unknown", $"There is no candidate {Text.Shown.Of(id)}.");
        answer.Headers.ETag = IfMatch.ETag(shown.State == CandidateState.Waiting ? CandidateDocument.Waits : CandidateDocument.IsDone);
        return shown;
    }
}
