using System.Collections.Immutable;
using System.Diagnostics;
using Oversight.Core;
using Oversight.Grading.Audits;
using Oversight.Grading.Judgments;
using Oversight.Grading.Programmes;
using static Oversight.Grading.ProgrammeRecords.GradingCommand;
using static Oversight.Grading.ProgrammeRecords.GradingEvent;

namespace Oversight.Grading.ProgrammeRecords;

/// <summary>What sources say that one body was given in one programme.</summary>
/// <param name="Taken">The claims that are on record, those set aside included.</param>
/// <param name="Areas">The grades stated for each area, by its slug.</param>
/// <param name="Audits">The figures stated of each subject.</param>
public sealed partial record ProgrammeRecord(
    ImmutableHashSet<Guid> Taken,
    ImmutableDictionary<string, ImmutableHashSet<StatedGrade>> Areas,
    ImmutableDictionary<string, ImmutableHashSet<AuditFigure>> Audits)
{
    public static readonly ProgrammeRecord Initial = new(
        [], ImmutableDictionary<string, ImmutableHashSet<StatedGrade>>.Empty, ImmutableDictionary<string, ImmutableHashSet<AuditFigure>>.Empty);

    public static readonly Decider<ProgrammeRecord, GradingCommand, GradingEvent> Decider = new(Initial, Decide, Evolve);

    /// <summary>The stream of a body in a programme, such as <c>metropolitan/peel-2021-22</c>.</summary>
    public static string Stream(string body, string programme) => $"{body}/{NameBasedId.Slug(programme)}";

    public static GradingEvent[] Decide(GradingCommand command, ProgrammeRecord record) => command switch
    {
        IBringsClaim c when record.Taken.Contains(c.Source.ClaimId) => [],
        NoteSettlement c => record.Note(c),
        NoteAnnotation c => record.Note(c),
        Judge judge => [Judged(judge, record)],
        Assess assess => [Assessed(assess, record)],
        RecordPractice c => [new PracticeRecorded(c.Body, c.Practice, c.Label, c.Inspection, c.Programme, c.Standing, c.Source)],
        RecordAdoption c => [new PracticeAdopted(c.Body, c.Practice, c.Inspection, c.Programme, c.AdoptedBy, c.On, c.Standing, c.Source)],
        RecordFinding c =>
            [new FindingRecorded(c.Body, c.Inspection, c.Programme, c.Topic, c.Standard, c.Count, c.OutOf, c.Percent, c.Text, c.Standing, c.Source)],
        DateReport c => [new ReportDated(c.Body, c.Programme, c.On, c.Source)],
        NotePredecessor c => [new PredecessorNoted(c.Body, c.Predecessor, c.Formed, c.LawOn, c.Source)],
        _ => throw new UnreachableException(),
    };

    public static ProgrammeRecord Evolve(ProgrammeRecord record, GradingEvent @event) => @event switch
    {
        GradeAwarded e => record.Stated(e.Area, e.Grade, e.Source),
        GradeSupported e => record.Stated(e.Area, e.Grade, e.Source),
        GradeRevised e => record.Stated(e.Area, e.Grade, e.Source),
        GradeContested e => record.Stated(e.Area, e.Grade, e.Source),
        LeftUngraded e => record.Stated(e.Area, e.Grade, e.Source),
        JudgmentSetAside e => record with { Taken = record.Taken.Add(e.Source.ClaimId) },
        IFinding e => record with { Taken = record.Taken.Add(e.Source.ClaimId) },
        ReportDated e => record with { Taken = record.Taken.Add(e.Source.ClaimId) },
        PredecessorNoted e => record with { Taken = record.Taken.Add(e.Source.ClaimId) },
        SettlementNoted e => record with { Taken = record.Taken.Add(Key(e.Settling)) },
        AnnotationNoted e => record with { Taken = record.Taken.Add(e.Annotation.Provenance.ClaimId) },
        AuditAssessed e => record.Stated(e.Figure, e.Source),
        AuditSupported e => record.Stated(e.Figure, e.Source),
        AuditContested e => record.Stated(e.Figure, e.Source),
        _ => throw new UnreachableException(),
    };

    private static GradingEvent Judged(Judge judge, ProgrammeRecord record)
    {
        var (body, programme, area, grade, source) = judge;
        if (Catalogue.Find(programme) is not { } known)
        {
            return new JudgmentSetAside(body, programme, area, grade, "programme.unknown",
                $"'{programme}' is not a programme of the catalogue, so nobody can say on which scale '{grade}' is.", source);
        }

        if (!known.Knows(grade))
        {
            return new JudgmentSetAside(body, programme, area, grade, "grade.off-scale", known.Scale is { } scale
                ? $"'{grade}' is not on the {scale.Name} scale of {known.Name}: {string.Join(", ", scale.Grades)}."
                : $"{known.Name} publishes figures and no grades.", source);
        }

        var standing = StandingOf(new(grade, source.PublishedOn), record.Areas.GetValueOrDefault(NameBasedId.Slug(area), []));
        return Scale.Ungraded.Contains(grade) ? new LeftUngraded(body, programme, area, grade, standing, source) : standing switch
        {
            Standing.First => new GradeAwarded(body, programme, area, grade, source),
            Standing.Supports => new GradeSupported(body, programme, area, grade, source),
            Standing.Succeeds => new GradeRevised(body, programme, area, grade, source),
            Standing.Differs => new GradeContested(body, programme, area, grade, source),
            _ => throw new UnreachableException(),
        };
    }

    private static Standing StandingOf(StatedGrade stated, ImmutableHashSet<StatedGrade> held)
    {
        var before = Settlement.Of(held);
        var after = Settlement.Of(held.Add(stated));
        var stoodBefore = before.Standing.Any(term => term.Grade == stated.Grade);
        var standsAfter = after.Standing.Any(term => term.Grade == stated.Grade);
        return held.IsEmpty ? Standing.First
            : standsAfter && !stoodBefore ? after.Standing.Length > 1 ? Standing.Differs : Standing.Succeeds
            : held.Any(other => other.Grade == stated.Grade) ? Standing.Supports
            : Standing.Succeeds;
    }

    private static GradingEvent Assessed(Assess assess, ProgrammeRecord record)
    {
        var (body, programme, figure, source) = assess;
        if (figure is not { Percent: >= 0 and <= 100, HalfWidth: null or >= 0, Sample: null or > 0 })
        {
            throw new RejectedException("audit.impossible-figure",
                $"A rate lies between 0 and 100, a half-width is not negative and a sample holds something; read {figure.Percent}, {figure.HalfWidth}, {figure.Sample}.");
        }

        var method = Catalogue.MethodOf(figure.Kind, figure.Inspection);
        var held = record.Audits.GetValueOrDefault(figure.Subject, []);
        return held.IsEmpty ? new AuditAssessed(body, programme, figure, method, source)
            : AddsNoContradiction(figure, held) ? new AuditSupported(body, programme, figure, method, source)
            : new AuditContested(body, programme, figure, method, source);
    }

    private static bool AddsNoContradiction(AuditFigure figure, ImmutableHashSet<AuditFigure> held) =>
        held.Any(known => known.AgreesWith(figure) && held.All(other => other.AgreesWith(figure) || !other.AgreesWith(known)));

    private ProgrammeRecord Stated(string area, string grade, Provenance source)
    {
        var slug = NameBasedId.Slug(area);
        return this with
        {
            Taken = Taken.Add(source.ClaimId),
            Areas = Areas.SetItem(slug, Areas.GetValueOrDefault(slug, []).Add(new(grade, source.PublishedOn))),
        };
    }

    private ProgrammeRecord Stated(AuditFigure figure, Provenance source) => this with
    {
        Taken = Taken.Add(source.ClaimId),
        Audits = Audits.SetItem(figure.Subject, Audits.GetValueOrDefault(figure.Subject, []).Add(figure)),
    };
}
