using System.Diagnostics;
using Oversight.Grading.Audits;
using Oversight.Grading.Judgments;
using Oversight.Grading.Reports;
using static Oversight.Grading.ProgrammeRecords.GradingEvent;

namespace Oversight.Grading.ProgrammeRecords;

/// <summary>All that is needed to answer for a body in a programme at any three times: it grows with what differs, not with who repeats it.</summary>
/// <param name="Id">The stream, such as <c>metropolitan/peel-2021-22</c>.</param>
/// <param name="Body">The body.</param>
/// <param name="Programme">As its first source prints it.</param>
/// <param name="Judgments">What was stated about grades, in the order in which it was recorded.</param>
/// <param name="SetAside">What was stated and cannot be a judgment.</param>
/// <param name="Audits">What was stated about audits.</param>
public sealed record ProgrammeClaims(
    string Id, string Body, string Programme,
    IReadOnlyList<JudgmentClaim> Judgments, IReadOnlyList<SetAsideClaim> SetAside, IReadOnlyList<AuditClaim> Audits)
{
    /// <summary>What was stated about when its report came out.</summary>
    public IReadOnlyList<ReportDateClaim> ReportDates { get; init; } = [];

    /// <summary>After one more event, recorded at that time and position.</summary>
    public static ProgrammeClaims Evolve(ProgrammeClaims? claims, string id, GradingEvent @event, DateTimeOffset recordedAt, long sequence)
    {
        return @event switch
        {
            GradeAwarded e => Judged(e.Body, e.Programme, new(e.Area, e.Grade, e.Source, recordedAt, sequence)),
            GradeSupported e => Judged(e.Body, e.Programme, new(e.Area, e.Grade, e.Source, recordedAt, sequence)),
            GradeRevised e => Judged(e.Body, e.Programme, new(e.Area, e.Grade, e.Source, recordedAt, sequence)),
            GradeContested e => Judged(e.Body, e.Programme, new(e.Area, e.Grade, e.Source, recordedAt, sequence)),
            LeftUngraded e => Judged(e.Body, e.Programme, new(e.Area, e.Grade, e.Source, recordedAt, sequence)),
            JudgmentSetAside e => SetAside(e),
            AuditAssessed e => Audited(e.Body, new(e.Programme, e.Figure, e.Method, e.Source, recordedAt, sequence)),
            AuditSupported e => Audited(e.Body, new(e.Programme, e.Figure, e.Method, e.Source, recordedAt, sequence)),
            AuditContested e => Audited(e.Body, new(e.Programme, e.Figure, e.Method, e.Source, recordedAt, sequence)),
            ReportDated e => Dated(e.Body, e.Programme, new(e.On, e.Source, recordedAt, sequence)),
            _ => throw new UnreachableException(),
        };

        ProgrammeClaims Known(string body, string programme) => claims ?? new(id, body, programme, [], [], []);

        ProgrammeClaims Judged(string body, string programme, JudgmentClaim claim)
        {
            var known = Known(body, programme);
            return known with { Judgments = known.Judgments.With(claim, full => full with { MoreSince = recordedAt }) };
        }

        ProgrammeClaims SetAside(JudgmentSetAside e)
        {
            var known = Known(e.Body, e.Programme);
            var claim = new SetAsideClaim(e.Area, e.Grade, e.Rule, e.Because, e.Source, recordedAt, sequence);
            return known with { SetAside = known.SetAside.With(claim, full => full with { MoreSince = recordedAt }) };
        }

        ProgrammeClaims Dated(string body, string programme, ReportDateClaim claim)
        {
            var known = Known(body, programme);
            return known with { ReportDates = known.ReportDates.With(claim, full => full with { MoreSince = recordedAt }) };
        }

        ProgrammeClaims Audited(string body, AuditClaim claim)
        {
            var known = Known(body, claim.Programme);
            return known with { Audits = known.Audits.With(claim, full => full with { MoreSince = recordedAt }) };
        }
    }
}
