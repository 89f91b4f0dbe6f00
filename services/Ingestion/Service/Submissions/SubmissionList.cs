using JasperFx.Events;
using Marten;
using Marten.Events.Aggregation;
using Oversight.Hosting;
using static Oversight.Ingestion.Submissions.SubmissionEvent;

namespace Oversight.Ingestion.Submissions;

/// <summary>How far a submission is.</summary>
public enum SubmissionState
{
    Reading,
    Read,
    Refused,
}

/// <summary>A submission on the list of submissions.</summary>
/// <param name="Id">The stream.</param>
/// <param name="Submission">The id by which it is asked for.</param>
public sealed record SubmissionView(
    string Id, string Submission, string Name, string MediaType, string Sha256, long Length, string? Body, string? By, DateTimeOffset ReceivedAt,
    SubmissionState State, int ReadToLine, int Accepted, int Unchanged, int Conflicting, int Refused, string? Rule, string? Because, int? Line);

/// <summary>Keeps the list of submissions.</summary>
public sealed partial class SubmissionProjection : SingleStreamProjection<SubmissionView, string>
{
    public SubmissionProjection()
    {
        IncludeType<SubmissionReceived>();
        IncludeType<RowsRead>();
        IncludeType<SubmissionRead>();
        IncludeType<SubmissionRefused>();
    }

    public override SubmissionView? Evolve(SubmissionView? snapshot, string id, IEvent e)
    {
        Telemetry.Viewed(e, "submissions");
        return e.Data switch
        {
            SubmissionReceived received => new(id, Submissions.Submission.IdIn(id), received.Name, received.MediaType, received.Sha256, received.Length,
                received.Body, received.By, e.Timestamp.ToUniversalTime(), SubmissionState.Reading, 0, 0, 0, 0, 0, null, null, null),
            RowsRead rows => snapshot! with { State = SubmissionState.Reading, ReadToLine = rows.ToLine, Rule = null, Because = null, Line = null },
            SubmissionRead read => snapshot! with
            {
                State = SubmissionState.Read, Accepted = read.Accepted, Unchanged = read.Unchanged, Conflicting = read.Conflicting, Refused = read.Refused,
            },
            SubmissionRefused refused => snapshot! with { State = SubmissionState.Refused, Rule = refused.Rule, Because = refused.Because, Line = refused.Line },
            _ => snapshot,
        };
    }
}

/// <summary>What was sent, newest first.</summary>
public sealed record SubmissionsAnswer(IReadOnlyList<SubmissionSummary> Submissions);

/// <summary>One submission, and what came of it; the rows refused are with the submission itself.</summary>
public sealed record SubmissionSummary(
    string Submission, string Name, string MediaType, string Sha256, long Length, string? Body, string? By, DateTimeOffset ReceivedAt,
    SubmissionState State, int ReadToLine, int Accepted, int Unchanged, int Conflicting, int Refused, string? Rule, string? Because, int? Line);

internal static class SubmissionList
{
    private const int Most = 500;

    public static void MapSubmissionList(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/submissions",
        async (IQuerySession session, CancellationToken ct) =>
        {
            var views = await session.Query<SubmissionView>().OrderByDescending(view => view.ReceivedAt).ThenBy(view => view.Id).Take(Most).ToListAsync(ct);
            return TypedResults.Ok(new SubmissionsAnswer([.. views.Select(Say)]));
        })
        .WithName("submissions").WithTags("Submissions").WithSummary("What was sent, newest first, and what came of it.");

    private static SubmissionSummary Say(SubmissionView view) => new(
        view.Submission, view.Name, view.MediaType, view.Sha256, view.Length, view.Body, view.By, view.ReceivedAt, view.State, view.ReadToLine,
        view.Accepted, view.Unchanged, view.Conflicting, view.Refused, view.Rule, view.Because, view.Line);
}
