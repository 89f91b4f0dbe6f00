using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Stays;
using Oversight.Monitoring.Trails;

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
public sealed record ResponseSaid(string Report, ResponseStep Step, PartialDate On, string? By, string? SameFindingsAs) : ISaid<ResponseSaid>
{
    string ISaid<ResponseSaid>.InWords => On.ToString();

    bool ISaid<ResponseSaid>.Contradicts(ResponseSaid other) => Sides.Differ(On, other.On);

    /// <summary>What dates the report, where no source dates it in order to watch for an answer.</summary>
    public NamedBy NamedBy { get; init; }
}

/// <summary>What the day of a report is taken from.</summary>
public enum NamedBy
{
    /// <summary>A source says when it was published.</summary>
    Itself,

    /// <summary>A source that tells of a stay in Engage says when it was published.</summary>
    Step,

    /// <summary>Its grades are on record with the day on which they were published.</summary>
    Grades,

    /// <summary>Its figures are.</summary>
    Figures,

    /// <summary>Its causes of concern are.</summary>
    Causes,
}

/// <summary>That a deadline was noticed to have been missed.</summary>
public sealed record MissNoticed(string Report, DateOnly LastDay, DateOnly NoticedOn, DateTimeOffset RecordedAt);

/// <summary>All that sources state of the reports about a force and of the answers to them.</summary>
/// <param name="Id">The force.</param>
/// <param name="Steps">What they say of a report and of its answer.</param>
/// <param name="Missed">Which deadlines were noticed to have been missed.</param>
/// <param name="Named">Reports that are on record by what they say only; nobody has looked for their answers.</param>
public sealed record ReportResponseRecord(string Id, IReadOnlyList<Backed<ResponseSaid>> Steps, IReadOnlyList<MissNoticed> Missed, IReadOnlyList<Backed<ResponseSaid>> Named)
{
    /// <summary>No fire and rescue service has a local policing body.</summary>
    public bool IsFire { get; init; }

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
        BodyEvent.GradeNoted e => record.WithNamed(e.Programme, NamedBy.Grades, e.Provenance, recorded),
        // What another report quotes was published with that one.
        BodyEvent.AuditNoted e => e.Inspection.Contains("as quoted by", StringComparison.Ordinal) ? record : record.WithNamed(e.Inspection, NamedBy.Figures, e.Provenance, recorded),
        BodyEvent.CauseNoted { Accelerated: Acceleration.No } e => record.WithNamed(e.Inspection, NamedBy.Causes, e.Provenance, recorded),
        BodyEvent.EngageStepNoted { Step: EngageStep.ReportPublished } e => record.WithNamed(e.Detail.Split(',')[0], NamedBy.Step, e.Provenance with { PublishedOn = e.On }, recorded),
        BodyEvent.BodyRegistered e => record with { IsFire = e.Service == "fire" },
        _ => record,
    };

    /// <summary>Folds a whole stream.</summary>
    public static ReportResponseRecord Fold(string body, IEnumerable<Recorded> events) => events.Aggregate(Empty(body), Evolve);

    // What was accelerated was told before its report. Fire and rescue services have nobody who has to answer.
    private ReportResponseRecord WithNamed(string report, NamedBy by, Provenance provenance, Recorded recorded) =>
        provenance.PublishedOn is { Precision: 3 } on && IsAboutAForce(NameBasedId.Slug(report), by)
            ? this with { Named = Named.And(new(report, ResponseStep.Published, on, null, null) { NamedBy = by }, recorded.Said(provenance)) } : this;

    private static bool IsAboutAForce(string report, NamedBy by) => report.StartsWith("peel-", StringComparison.Ordinal) || report.StartsWith("crime-data-integrity", StringComparison.Ordinal)
        || (by == NamedBy.Causes && report.Contains("inspection", StringComparison.Ordinal));
}
