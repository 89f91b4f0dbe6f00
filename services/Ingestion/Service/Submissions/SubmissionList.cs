using System.Diagnostics;
using JasperFx.Events;
using Marten;
using Marten.Events.Aggregation;
using Npgsql;
using Oversight.Core;
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
    SubmissionState State, int ReadToLine, int Accepted, int Unchanged, int Conflicting, int Refused, string? Rule, string? Because, int? Line)
{
    internal static SubmissionView Evolve(SubmissionView? view, string id, SubmissionEvent @event, DateTimeOffset recordedAt) => @event switch
    {
        SubmissionReceived received => new(id, Submissions.Submission.IdIn(id), received.Name, received.MediaType, received.Sha256, received.Length,
            received.Body, received.By, recordedAt.ToUniversalTime(), SubmissionState.Reading, 0, 0, 0, 0, 0, null, null, null),
        RowsRead rows => view! with { State = SubmissionState.Reading, ReadToLine = rows.ToLine, Rule = null, Because = null, Line = null },
        SubmissionRead read => view! with
        {
            State = SubmissionState.Read, Accepted = read.Accepted, Unchanged = read.Unchanged, Conflicting = read.Conflicting, Refused = read.Refused,
        },
        SubmissionRefused refused => view! with { State = SubmissionState.Refused, Rule = refused.Rule, Because = refused.Because, Line = refused.Line },
        _ => throw new UnreachableException(),
    };
}

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
        return e.Data is SubmissionEvent @event ? SubmissionView.Evolve(snapshot, id, @event, e.Timestamp) : snapshot;
    }
}

/// <summary>What was sent, newest first.</summary>
/// <param name="RecordedAt">As this system had recorded by then.</param>
public sealed record SubmissionsAnswer(DateTimeOffset RecordedAt, IReadOnlyList<SubmissionSummary> Submissions);

/// <summary>One submission, and what came of it; the rows refused are with the submission itself.</summary>
public sealed record SubmissionSummary(
    string Submission, string Name, string MediaType, string Sha256, long Length, string? Body, string? By, DateTimeOffset ReceivedAt,
    SubmissionState State, int ReadToLine, int Accepted, int Unchanged, int Conflicting, int Refused, string? Rule, string? Because, int? Line);

internal static class SubmissionList
{
    private const int Most = 500;

    public static void MapSubmissionList(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/submissions",
        async (Until until, IQuerySession session, NpgsqlDataSource postgres, CancellationToken ct) =>
        {
            var views = until.Limit is { } limit ? await By(limit, postgres, ct)
                : await session.Query<SubmissionView>().OrderByDescending(view => view.ReceivedAt).ThenBy(view => view.Id).Take(Most).ToListAsync(ct);
            return TypedResults.Ok(new SubmissionsAnswer(until.RecordedAt, [.. views.Select(Say)]));
        })
        .AsRecorded().WithName("submissions").WithTags("Submissions").WithSummary("What was sent, newest first, and what came of it.");

    // The view knows how each of them stands now, and so which there are; how they stood is in their events.
    private static async Task<IReadOnlyList<SubmissionView>> By(DateTimeOffset limit, NpgsqlDataSource postgres, CancellationToken ct)
    {
        await using var select = postgres.CreateCommand(
            $"""
            with sent as (
              select stream_id, max(timestamp) as at from {ServiceHost.Schema}.mt_events
              where stream_id in (select id from {ServiceHost.Schema}.mt_doc_submissionview) and type = 'ingestion.submission-received.v1' and timestamp <= $1
              group by stream_id order by at desc, stream_id limit {Most})
            select stream_id, type, {OnRecord.WithoutRefusedRows}, timestamp
            from sent join {ServiceHost.Schema}.mt_events using (stream_id) where timestamp <= $1 order by sent.at desc, stream_id, version
            """);
        select.Parameters.Add(new() { Value = limit });
        await using var reader = await select.ExecuteReaderAsync(ct);
        var views = new List<SubmissionView>();
        while (await reader.ReadAsync(ct))
        {
            var (id, @event) = (reader.GetString(0), EventNames<SubmissionEvent>.Read(reader.GetString(1), reader.GetString(2)));
            if (views is [.., var last] && last.Id == id)
            {
                views[^1] = SubmissionView.Evolve(last, id, @event, reader.GetFieldValue<DateTimeOffset>(3));
            }
            else
            {
                views.Add(SubmissionView.Evolve(null, id, @event, reader.GetFieldValue<DateTimeOffset>(3)));
            }
        }

        return views;
    }

    private static SubmissionSummary Say(SubmissionView view) => new(
        view.Submission, view.Name, view.MediaType, view.Sha256, view.Length, view.Body, view.By, view.ReceivedAt, view.State, view.ReadToLine,
        view.Accepted, view.Unchanged, view.Conflicting, view.Refused, view.Rule, view.Because, view.Line);
}
