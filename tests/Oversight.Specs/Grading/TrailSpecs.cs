using Oversight.Core;
using Oversight.Grading;
using Oversight.Grading.Audits;
using Oversight.Grading.Judgments;
using Oversight.Grading.ProgrammeRecords;
using Xunit;
using static Oversight.Specs.Grading.Reported;

namespace Oversight.Specs.Grading;

/// <summary>Settlements, corrections, withdrawals and disputes beside grades and audits, in three times.</summary>
public sealed class TrailSpecs() : Spec<ProgrammeRecord, GradingCommand, GradingEvent>(ProgrammeRecord.Decider)
{
    private const string Area = "Investigating crime";

    private static readonly JudgmentClaim[] Differing = [Grade(Area, "good", "2022-09-22", "a"), Grade(Area, "adequate", "2022-09-22", "b")];
    private static readonly AuditClaim[] Roundings = [Rate(75, cited: "a"), Rate(76, cited: "b")];

    [Fact]
    public void A_step_of_settling_and_an_annotation_are_noted_once()
    {
        var (settling, annotation) = (Settled("good", "adequate"), Noted(AnnotationKind.Disputed, "2024-01-15"));
        When(new GradingCommand.NoteSettlement("kent", settling)).Then(new GradingEvent.SettlementNoted("kent", settling));
        When(new GradingCommand.NoteAnnotation("kent", annotation)).Then(new GradingEvent.AnnotationNoted("kent", annotation));
        Given(new GradingEvent.SettlementNoted("kent", settling)).When(new GradingCommand.NoteSettlement("kent", settling with { Round = 2 }))
            .Then(new GradingEvent.SettlementNoted("kent", settling with { Round = 2 }));
    }

    [Fact]
    public void The_side_that_was_settled_on_stands_and_the_other_stays_listed()
    {
        var grade = Judged(Trail([Settled("good", "adequate")]));

        Assert.Equal((Verdict.Stands, "good", "adequate"), (grade.Verdict, grade.Grade, Assert.Single(grade.Overruled).Grade));
        Assert.Equal([Mark.Settled], grade.Marks);
        Assert.Equal("Ann", Assert.Single(grade.Trail.Steps).Who);
    }

    [Fact]
    public void Before_it_was_recorded_or_when_it_is_open_again_it_is_conflicting()
    {
        var trail = Trail([Settled("good", "adequate"), Settled("good", "adequate") with { Round = 2, Side = null }]);
        Mark[] Marks(int minute) => [.. Judged(trail, Now with { RecordedAt = Imported.AddMinutes(minute) }).Marks];

        Assert.Equal([[Mark.Conflicting], [Mark.Settled], [Mark.Conflicting]], [Marks(0), Marks(1), Marks(2)]);
    }

    [Fact]
    public void A_side_that_came_after_the_settlement_is_shown_as_conflicting_with_it()
    {
        var grade = Judged(Trail([Settled("good", "inadequate")]));

        Assert.Equal((Verdict.Stands, "good"), (grade.Verdict, grade.Grade));
        Assert.Equal([Mark.Conflicting, Mark.Settled], grade.Marks);
    }

    [Fact]
    public void Of_two_figures_the_settled_one_stands_as_published_and_nothing_is_averaged()
    {
        var audit = Assert.Single(AuditReading.Stand(Roundings, Now, Trail([Settled("76%", "75%")])));

        Assert.Equal((Verdict.Stands, 76m, 75m), (audit.Verdict, Assert.Single(audit.Sides).Percent, Assert.Single(audit.Overruled).Percent));
    }

    [Fact]
    public void Whoever_can_know_of_one_side_only_sees_no_settlement()
    {
        JudgmentClaim[] claims = [Grade(Area, "good", "2023-06-01"), Grade(Area, "adequate", "2023-06-01") with { Source = Source("later page", "2023-09-01") }];
        var trail = Trail([Settled("adequate", "good")]);

        Assert.Empty(Judged(trail, From("2023-06-15", "2023-06-15"), claims).Trail.Steps);
        Assert.Single(Judged(trail, Now, claims).Trail.Steps);
    }

    [Theory] // hard case 27: the chief constable of West Midlands called the evidence a year old
    [InlineData("2024-01-14", "2026-01-01", false)]
    [InlineData("2024-01-15", "2024-01-14", false)]
    [InlineData("2024-01-15", "2024-01-15", true)]
    public void A_dispute_leaves_the_grade_as_it_is(string asOf, string knownAt, bool disputed)
    {
        var grade = Judged(Trail([], Noted(AnnotationKind.Disputed, "2024-01-15")), From(asOf, knownAt), Differing[..1]);

        Assert.Equal(("good", disputed), (grade.Grade, grade.Marks.Contains(Mark.Disputed)));
    }

    [Fact]
    public void A_correction_is_marked_and_keeps_both_wordings() // hard case 21
    {
        var grade = Judged(Trail([], Noted(AnnotationKind.Corrected, "2023-06-21") with { Before = "old", After = "new" }), Now, Differing[..1]);

        Assert.Equal(("good", Mark.Corrected), (grade.Grade, Assert.Single(grade.Marks)));
        Assert.Equal(("old", "new"), (Assert.Single(grade.Trail.Steps).Before, grade.Trail.Steps[0].After));
    }

    [Theory]
    [InlineData("2023-06-20", "2026-01-01", Verdict.Stands, "good")]
    [InlineData("2023-06-21", "2026-01-01", Verdict.Withdrawn, null)]
    [InlineData("2023-06-21", "2023-06-20", Verdict.Stands, "good")]
    public void A_withdrawal_ends_a_grade_from_its_date_on(string asOf, string knownAt, Verdict verdict, string? grade)
    {
        var judged = Judged(Trail([], Noted(AnnotationKind.Withdrawn, "2023-06-21")), From(asOf, knownAt), Differing[..1]);

        Assert.Equal((verdict, grade), (judged.Verdict, judged.Grade));
        Assert.Equal(verdict == Verdict.Stands, judged.IsGraded);
        Assert.Equal("good", Assert.Single(judged.Sides).Grade);
    }

    [Fact]
    public void What_is_given_after_a_withdrawal_stands()
    {
        var judged = Judged(Trail([], Noted(AnnotationKind.Withdrawn, "2023-06-21")), Now, [Differing[0], Grade(Area, "adequate", "2023-07-01")]);

        Assert.Equal(("adequate", Mark.Withdrawn), (judged.Grade, Assert.Single(judged.Marks)));
    }

    [Fact]
    public void A_withdrawn_figure_is_shown_as_withdrawn() => Assert.Equal(Verdict.Withdrawn,
        Assert.Single(AuditReading.Stand(Roundings, Now, Trail([], Noted(AnnotationKind.Withdrawn, "2023-06-21")))).Verdict);

    private static AreaJudgment Judged(Trail trail, Viewpoint? view = null, JudgmentClaim[]? claims = null) =>
        Assert.Single(JudgmentReading.Stand(claims ?? Differing, Peel2021, view ?? Now, trail));

    private static Trail Trail(Settling[] steps, params Annotation[] annotations) => new("kent/peel-2021-22", "kent",
        [.. steps.Select((step, minute) => new Kept<Settling>(step, Imported.AddMinutes(minute + 1)))], [.. annotations.Select(noted => new Kept<Annotation>(noted, Imported))]);

    // The claims of this folder are all of one fact.
    private static Settling Settled(string value, string overruled) =>
        new("fact", 1, new(value, Guid.Empty, "a", [], [overruled]), SettledBy.Person, null, "Ann", "because", new(2026, 11, 23));

    private static Annotation Noted(AnnotationKind what, string on) => new("fact", what, PartialDate.Parse(on), "somebody", "a detail", null, null, Source("note", on));
}
