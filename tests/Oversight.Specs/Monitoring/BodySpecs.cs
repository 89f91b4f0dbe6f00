using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Xunit;
using static Oversight.Monitoring.Bodies.BodyCommand;
using static Oversight.Monitoring.Bodies.BodyEvent;

namespace Oversight.Specs.Monitoring;

public sealed class BodySpecs() : Spec<Body, BodyCommand, BodyEvent>(Body.Decider)
{
    private static readonly PartialDate June28 = PartialDate.Parse("2022-06-28"), January23 = PartialDate.Parse("2025-01-23");
    private static readonly Provenance Letter = Claims.From("a letter", "2022-06-28"), Newspaper = Claims.From("a newspaper", "2022-06-29");

    private static readonly BodyRegistered Met = new("Metropolitan Police Service", "police", "England", "E23000001", null);
    private static readonly MovedToEngage Moved = new(June28, null, "call handling", Standing.First, Letter);

    [Fact]
    public void A_body_is_registered() =>
        When(new Register(Met.Name, Met.Service, Met.Country, Met.OnsCode, null)).Then(Met);

    [Fact]
    public void A_body_registered_with_the_same_particulars_stays_as_it_is() =>
        Given(Met).When(new Register(Met.Name, Met.Service, Met.Country, Met.OnsCode, null)).ThenNothing();

    [Fact]
    public void A_body_is_registered_anew_under_a_new_name() =>
        Given(Met).When(new Register("Met Police", "police", null, null, null)).Then(new BodyRegistered("Met Police", "police", null, null, null));

    [Fact]
    public void A_body_has_other_names() =>
        Given(Met).When(new AddName("the Met", "alias", null, null, null)).Then(new BodyNamed("the Met", "alias", null, null, null));

    [Fact]
    public void A_body_is_moved_to_engage() =>
        Given(Met).When(Move("engage", June28, Letter)).Then(Moved);

    [Fact]
    public void A_body_returns_to_scan() =>
        Given(Met, Moved).When(Move("scan", January23, Newspaper)).Then(new ReturnedToScan(January23, null, "call handling", Standing.First, Newspaper));

    [Fact]
    public void The_same_claim_counts_once() => Given(Met, Moved).When(Move("engage", June28, Letter)).ThenNothing();

    [Fact]
    public void Another_source_of_the_same_move_is_kept() =>
        Given(Met, Moved).When(Move("engage", June28, Newspaper)).Then(Moved with { Provenance = Newspaper });

    [Fact]
    public void A_label_that_is_no_phase_is_quoted() =>
        Given(Met).When(Move(null, June28, Letter) with { Label = "special measures", Until = January23 })
            .Then(new PhaseQuoted("special measures", June28, January23, "call handling", Letter));

    [Fact]
    public void A_phase_that_nobody_knows_is_refused() =>
        Given(Met).When(Move("intervene", June28, Letter)).ThenRejected("monitoring.phase-unknown");

    [Fact]
    public void A_grade_may_come_before_the_register() =>
        When(Inadequate(GradeRuling.Awarded)).Then(new GradeNoted("PEEL 2021/22", "Responding to the public", "inadequate", GradeRuling.Awarded, Letter));

    [Fact]
    public void The_same_grade_told_twice_counts_once() =>
        Given(new GradeNoted("PEEL 2021/22", "Responding to the public", "inadequate", GradeRuling.Awarded, Letter))
            .When(Inadequate(GradeRuling.Awarded)).ThenNothing();

    [Fact]
    public void Another_ruling_on_the_same_grade_is_news() =>
        Given(new GradeNoted("PEEL 2021/22", "Responding to the public", "inadequate", GradeRuling.Awarded, Letter))
            .When(Inadequate(GradeRuling.Contested))
            .Then(new GradeNoted("PEEL 2021/22", "Responding to the public", "inadequate", GradeRuling.Contested, Letter));

    [Fact]
    public void An_audit_is_noted() =>
        When(new NoteAudit("stop-search", "PEEL 2021/22", "PEEL 2021/22", "all", "2021", 75, null, 100, Standing.First, Letter))
            .Then(new AuditNoted("stop-search", "PEEL 2021/22", "PEEL 2021/22", "all", "2021", 75, null, 100, Standing.First, Letter));

    [Fact]
    public void The_timeline_is_noted() =>
        When(new NoteTimeline(June28, "monitoring", "Met moved from Scan to Engage", Letter))
            .Then(new TimelineNoted(June28, "monitoring", "Met moved from Scan to Engage", Letter));

    [Fact]
    public void A_conflict_is_noted_with_every_side() =>
        When(Conflict(("75", Letter), ("76", Newspaper))).Then(Noted(("75", Letter), ("76", Newspaper)));

    [Fact]
    public void A_conflict_is_noted_again_only_when_a_side_is_new()
    {
        Given(Noted(("75", Letter), ("76", Newspaper))).When(Conflict(("75", Letter), ("76", Newspaper))).ThenNothing();

        var third = Claims.From("a third");
        When(Conflict(("75", Letter), ("76", Newspaper), ("77", third))).Then(Noted(("75", Letter), ("76", Newspaper), ("77", third)));
    }

    private static NoteMove Move(string? phase, PartialDate on, Provenance source) =>
        new(phase, "Engage", on, null, null, "call handling", Standing.First, source);

    private static NoteGrade Inadequate(GradeRuling ruling) => new("PEEL 2021/22", "Responding to the public", "inadequate", ruling, Letter);

    private static NoteConflict Conflict(params (string Value, Provenance Source)[] sides) =>
        new("stop-search/metropolitan/peel-2021-22", "stop and search records", [.. sides.Select(side => new Side(side.Value, side.Source))]);

    private static ConflictNoted Noted(params (string Value, Provenance Source)[] sides) =>
        new("stop-search/metropolitan/peel-2021-22", "stop and search records", [.. sides.Select(side => new Side(side.Value, side.Source))]);
}
