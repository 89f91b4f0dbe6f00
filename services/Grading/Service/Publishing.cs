using System.Diagnostics;
using JasperFx.Events;
using Oversight.Contracts;
using Oversight.Core;
using Oversight.Grading.Audits;
using Oversight.Grading.ProgrammeRecords;
using Said = Oversight.Contracts.Grading.V1;
using static Oversight.Grading.ProgrammeRecords.GradingEvent;

namespace Oversight.Grading;

/// <summary>Which facts of this service the others hear of, and in what words.</summary>
internal static class Publishing
{
    public static IEnumerable<IContract> ToContracts(IEvent stored) => stored.Data is GradingEvent @event ? Contracts(@event) : [];

    public static IEnumerable<IContract> Contracts(GradingEvent @event) => @event switch
    {
        GradeAwarded e => [Grade(Standing.First, e.Body, e.Programme, e.Area, e.Grade, e.Source)],
        GradeSupported e => [Grade(Standing.Supports, e.Body, e.Programme, e.Area, e.Grade, e.Source)],
        GradeRevised e => [Grade(Standing.Succeeds, e.Body, e.Programme, e.Area, e.Grade, e.Source)],
        GradeContested e => [Grade(Standing.Differs, e.Body, e.Programme, e.Area, e.Grade, e.Source)],
        LeftUngraded e => [Grade(e.Standing, e.Body, e.Programme, e.Area, e.Grade, e.Source)],
        AuditAssessed e => [Audit(Standing.First, e.Body, e.Programme, e.Figure, e.Method, e.Source)],
        AuditSupported e => [Audit(Standing.Supports, e.Body, e.Programme, e.Figure, e.Method, e.Source)],
        AuditContested e => [Audit(Standing.Differs, e.Body, e.Programme, e.Figure, e.Method, e.Source)],
        PracticeRecorded e => [new Said.PracticeRecorded(e.Body, e.Practice, e.Label, e.Inspection, e.Programme, Sources.Say(e.Source, e.Standing))],
        PracticeAdopted e => [new Said.PracticeAdopted(e.Body, e.Practice, e.Inspection, e.Programme, e.AdoptedBy, e.On?.ToString(), Sources.Say(e.Source, e.Standing))],
        FindingRecorded e =>
            [new Said.FindingRecorded(e.Body, e.Inspection, e.Programme, e.Topic, e.Standard, e.Count, e.OutOf, e.Percent, e.Text, Sources.Say(e.Source, e.Standing))],
        SettlementNoted or AnnotationNoted or PredecessorNoted or ReportDated => [], // Ingestion said so itself.
        JudgmentSetAside => [], // No judgment, so nobody else's business.
        _ => throw new UnreachableException(),
    };

    private static IContract Grade(Standing standing, string body, string programme, string area, string grade, Provenance provenance)
    {
        var source = Sources.Say(provenance, standing);
        return standing switch
        {
            Standing.First => new Said.GradeAwarded(body, programme, area, grade, source),
            Standing.Supports => new Said.GradeSupported(body, programme, area, grade, source),
            Standing.Succeeds => new Said.GradeRevised(body, programme, area, grade, source),
            Standing.Differs => new Said.GradeContested(body, programme, area, grade, source),
            _ => throw new UnreachableException(),
        };
    }

    private static Said.AuditAssessed Audit(Standing standing, string body, string programme, AuditFigure figure, string method, Provenance provenance) => new(
        body, figure.Kind.Text, programme, figure.Inspection, figure.Category, method,
        figure.Percent, figure.HalfWidth, figure.Sample, Sources.Say(provenance, standing));
}
