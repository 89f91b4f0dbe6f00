using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.ReportResponses;

/// <summary>What section 55 of the Police Act 1996 asks for once a report about a force is published.</summary>
public enum ResponseStep
{
    Published,
    CommentsInvited,
    ChiefOfficerComments,
    ResponsePublished,
    CopiesSent,
}

/// <summary>What a source says of a step.</summary>
public sealed record ResponseSaid(string Report, ResponseStep Step, PartialDate On, string? By, string? SameFindingsAs);

/// <summary>That a deadline was noticed to have been missed.</summary>
public sealed record MissNoticed(string Report, DateOnly LastDay, DateOnly NoticedOn, DateTimeOffset RecordedAt);

/// <summary>All that sources state of the reports about a force and of the answers to them.</summary>
/// <param name="Id">The force.</param>
/// <param name="Steps">What they say of a report and of its answer.</param>
/// <param name="Missed">Which deadlines were noticed to have been missed.</param>
/// <param name="Named">Reports that are on record only as the source of grades and figures; nobody has looked for their answers.</param>
public sealed record ReportResponseRecord(string Id, IReadOnlyList<Backed<ResponseSaid>> Steps, IReadOnlyList<MissNoticed> Missed, IReadOnlyList<Backed<ResponseSaid>> Named)
{
    public static ReportResponseRecord Empty(string id) => new(id, [], [], []);

    public static ReportResponseRecord Evolve(ReportResponseRecord record, Recorded recorded) => recorded.Event switch
    {
        BodyEvent.ReportResponseNoted e => record with
        {
            Steps = record.Steps.And(new(e.Report, e.Step, e.On, e.By, e.SameFindingsAs), recorded.Said(e.Provenance)),
        },
        BodyEvent.DeadlineMissed { Kind: ReportResponse.Kind } e => record with
        {
            Missed = [.. record.Missed, new(e.Id, e.LastDay, e.NoticedOn, recorded.RecordedAt)],
        },
        BodyEvent.GradeNoted e => record.WithNamed(e.Programme, e.Provenance, recorded),
        BodyEvent.AuditNoted e => record.WithNamed(e.Inspection, e.Provenance, recorded),
        _ => record,
    };

    /// <summary>Folds a whole stream.</summary>
    public static ReportResponseRecord Fold(string body, IEnumerable<Recorded> events) => events.Aggregate(Empty(body), Evolve);

    // What others print of a report on another day says nothing of the day of the report itself.
    private ReportResponseRecord WithNamed(string report, Provenance provenance, Recorded recorded) =>
        provenance.PublishedOn is { Precision: 3 } on && IsAboutAForce(NameBasedId.Slug(report)) && Publishers.Known.Of(provenance.Cited)?.Class == "inspectorate"
            ? this with { Named = Named.And(new(report, ResponseStep.Published, on, null, null), recorded.Said(provenance)) } : this;

    private static bool IsAboutAForce(string report) => report.StartsWith("peel-", StringComparison.Ordinal) || report.StartsWith("crime-data-integrity", StringComparison.Ordinal);
}
