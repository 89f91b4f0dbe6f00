using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Trails;
using Xunit;
using static Oversight.Monitoring.Bodies.BodyEvent;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Monitoring;

/// <summary>Settlements, corrections, withdrawals and disputes, read in three times beside what they are about.</summary>
public sealed class TrailSpecs
{
    private const string Fact = "phase/staffordshire/engage/2022-06";

    // As it is: the inspectorate's news says June, its letter of 21 May 2024 says 6 July.
    private static readonly BodyEvent[] Staffordshire =
    [
        new MovedToEngage(PartialDate.Parse("2022-06"), null, "", Standing.First, From("news", "2022-06-29", Fact)),
        new MovedToEngage(PartialDate.Parse("2022-07-06"), null, "", Standing.Differs, From("letter", "2024-05-21", Fact)),
        new ConflictNoted(Fact, "Move to Engage", [new("2022-06", From("news", "2022-06-29", Fact)), new("2022-07-06", From("letter", "2024-05-21", Fact))]),
    ];

    private static readonly SettlementNoted June = Settled(1, "2022-06", "2022-07-06"), July = Settled(2, "2022-07-06", "2022-06");

    [Fact]
    public void A_settled_date_is_the_one_that_the_phase_follows_from()
    {
        Assert.Equal((Phase.CannotTell, "Conflicting"), Answer(Staffordshire, "2022-07-01"));
        Assert.Equal((Phase.Engage, "Settled"), Answer([.. Staffordshire, June], "2022-07-01"));
        Assert.Equal((Phase.Scan, ""), Answer([.. Staffordshire, June], "2022-05-31"));
        Assert.Equal((Phase.Scan, ""), Answer([.. Staffordshire, June, July], "2022-07-05"));
        Assert.Equal((Phase.Engage, "Settled"), Answer([.. Staffordshire, June, July], "2022-07-06"));
    }

    [Fact]
    public void Before_the_settlement_was_recorded_it_is_conflicting_as_it_was()
    {
        var recorded = Recorded([.. Staffordshire, June, July]);
        (Phase, string) At(int events) => Answer(recorded, On("2022-07-01") with { RecordedAt = recorded[events - 1].RecordedAt });

        Assert.Equal([(Phase.CannotTell, "Conflicting"), (Phase.Engage, "Settled"), (Phase.Scan, "")], [At(3), At(4), At(5)]);
    }

    [Fact]
    public void Whoever_knows_of_one_side_only_sees_no_conflict_and_no_settlement_for_the_other()
    {
        Assert.Equal((Phase.CannotTell, "DateImprecise"), Answer([.. Staffordshire, July], "2022-06-15", "2022-07-15"));
        Assert.Equal((Phase.Engage, ""), Answer([.. Staffordshire, July], "2022-07-01", "2022-07-15"));
    }

    [Theory]
    [InlineData("2022-08-01", "")]
    [InlineData("2024-05-20", "")]
    [InlineData("2024-05-21", "settled 2022-06, settled 2022-07-06")]
    public void The_trail_of_a_settlement_is_shown_only_to_whom_its_side_can_be_known(string knownAt, string steps)
    {
        var recorded = Recorded([.. Staffordshire, June, July]);
        var (trail, record, view) = (TrailEntries.Fold("staffordshire", recorded), BodyRecords.Fold("staffordshire", recorded), On("2022-07-07", knownAt));
        string InWords(IEnumerable<TrailStep> told) => string.Join(", ", told.Select(step => $"{step.What} {step.Says}"));

        var profile = BodyProfile.Of(record, view, trail);
        Assert.Equal((steps, steps), (InWords(profile.Status.Trail), InWords(Assert.Single(profile.Stays).Entry.Trail.Steps)));
        Assert.Equal(steps == "" ? [] : [steps], profile.Conflicts.Select(conflict => InWords(conflict.Trail.Steps)));
    }

    [Fact]
    public void A_cause_shows_no_settlement_on_what_nobody_could_know()
    {
        var (early, late) = (Causes.Concerns.Raised("2022-06-28", published: "2022-06-28"), Causes.Concerns.Raised("2022-07-01", published: "2024-01-01"));
        var settled = new SettlementNoted("a cause", new(early.Provenance.FactId, 1, new("raised 2022-07-01", late.Provenance.ClaimId, "a letter", [], ["raised 2022-06-28"]), SettledBy.Person, null, "Ann", "because", new(2026, 1, 5)));
        var recorded = Recorded(early, late, settled);
        var (causes, trail) = (Oversight.Monitoring.Causes.BodyCauses.Fold("metropolitan", recorded), TrailEntries.Fold("metropolitan", recorded));
        int StepsAt(string day) => Assert.Single(Oversight.Monitoring.Causes.CauseReading.At(causes, On("2024-06-01", day), trail)).Trail.Steps.Count;

        Assert.Equal((0, 1), (StepsAt("2023-12-31"), StepsAt("2024-01-01")));
    }

    [Fact]
    public void What_is_overruled_stays_listed_with_who_settled_it_and_why()
    {
        var recorded = Recorded([.. Staffordshire, June]);
        var (trail, record) = (TrailEntries.Fold("staffordshire", recorded), BodyRecords.Fold("staffordshire", recorded));
        var profile = BodyProfile.Of(record, On("2024-06-01"), trail);

        var entry = Assert.Single(profile.Stays).Entry;
        Assert.Equal(("2022-06", "2022-07-06"), ($"{entry.On}", $"{Assert.Single(entry.Overruled).Value.On}"));
        var step = Assert.Single(entry.Trail.Steps);
        Assert.Equal(("settled", "Ann", "because", "2022-06"), (step.What, step.Who, step.Why, step.Says));
        var conflict = Assert.Single(profile.Conflicts);
        Assert.Equal(("2022-06", 2), (conflict.Settled?.Value, conflict.Sides.Count));
        Assert.Contains(History.Of("staffordshire", recorded, On("2026-02-01", "2026-02-01")), line => line is { Kind: "settled", Title: "Move to Engage: settled on 2022-06" });
    }

    [Fact]
    public void A_claim_that_contradicts_a_settlement_later_is_shown_and_changes_nothing()
    {
        var later = new MovedToEngage(PartialDate.Parse("2022-07-20"), null, "", Standing.Differs, From("paper", "2024-06-01", Fact));

        Assert.Equal((Phase.Engage, "Conflicting, Settled"), Answer([.. Staffordshire, June, later], "2022-07-01"));
    }

    [Fact]
    public void Open_again_is_conflicting_again()
    {
        var reopened = new SettlementNoted("Move to Engage", new(Fact, 2, null, SettledBy.Precedence, "2026-1", null, "because", new(2026, 1, 6)));

        Assert.Equal((Phase.CannotTell, "Conflicting"), Answer([.. Staffordshire, June, reopened], "2022-07-01"));
    }

    [Fact]
    public void The_fact_may_be_named_after_a_date_that_another_source_gives()
    {
        BodyEvent[] claimed = [Engage("2022-06", "2022-06-29"), Engage("2022-07-06", "2024-05-21"), June];

        Assert.Equal((Phase.Engage, "Settled"), Answer(claimed, "2022-07-01"));
        Assert.Equal((Phase.Engage, "Settled"), Answer([.. claimed.Reverse()], "2022-07-01"));
    }

    [Theory] // hard cases 27 and 28
    [InlineData("2024-01-14", "2026-01-01", "")]
    [InlineData("2024-01-15", "2026-01-01", "Disputed")]
    [InlineData("2024-01-15", "2024-01-14", "")]
    [InlineData("2024-03-01", "2026-01-01", "")]
    public void A_dispute_leaves_the_phase_as_it_is(string asOf, string knownAt, string marks) => Assert.Equal((Phase.Engage, marks), Answer(
        [
            Engage("2022-06-28"), Annotated(AnnotationKind.Disputed, "2024-01-15", "the chief constable"),
            Annotated(AnnotationKind.DisputeWithdrawn, "2024-02-01", "somebody else"), Annotated(AnnotationKind.DisputeWithdrawn, "2024-03-01", "the chief constable"),
        ],
        asOf, knownAt));

    [Theory]
    [InlineData("2023-01-09", "2026-01-01", Phase.Engage, "")]
    [InlineData("2023-01-10", "2026-01-01", Phase.Scan, "Withdrawn")]
    [InlineData("2023-01-10", "2023-01-09", Phase.Engage, "")]
    public void A_withdrawn_move_holds_until_it_is_withdrawn(string asOf, string knownAt, Phase phase, string marks) => Assert.Equal((phase, marks), Answer(
        [Engage("2022-06-28"), Annotated(AnnotationKind.Withdrawn, "2023-01-10", "HMICFRS")], asOf, knownAt));

    [Fact]
    public void A_withdrawn_stay_is_told_with_who_withdrew_it_and_when()
    {
        var recorded = Recorded(Engage("2022-06-28"), Annotated(AnnotationKind.Withdrawn, "2023-01-10", "HMICFRS"));
        BodyProfile At(string day) => BodyProfile.Of(BodyRecords.Fold("metropolitan", recorded), On(day), TrailEntries.Fold("metropolitan", recorded));

        Assert.Equal((1, 0), (At("2023-01-09").Stays.Count, At("2023-01-09").Withdrawn.Count));
        Assert.Empty(At("2023-01-10").Stays);
        var withdrawn = Assert.Single(At("2023-01-10").Withdrawn);
        Assert.Equal(("2022-06-28", "withdrawn", "2023-01-10", "HMICFRS", "a detail"), withdrawn.Trail.Steps.Single() is var step ? ($"{withdrawn.On}", step.What, step.On, step.Who, step.Why) : default);
    }

    [Fact]
    public void A_withdrawn_grade_is_not_told_as_standing_and_each_says_what_became_of_it()
    {
        AnnotationNoted Note(AnnotationKind what, string area, string on) => new(new($"grade/PEEL 2018/19/{area}", what, PartialDate.Parse(on), "HMICFRS", "a detail", null, null, From($"{what} {area}", on)));
        var recorded = Recorded(
            Grade("PEEL 2018/19", "Efficiency", "outstanding", "2019-05-02"), Grade("PEEL 2018/19", "Effectiveness", "good", "2019-05-02"), Grade("PEEL 2018/19", "Legitimacy", "good", "2019-05-02"),
            Note(AnnotationKind.Withdrawn, "Efficiency", "2020-01-10"), Note(AnnotationKind.Disputed, "Legitimacy", "2020-01-10"));
        HistoryEntry At(string day) => Assert.Single(History.Of("kent", recorded, On(day)), entry => entry.Kind == "grades");

        Assert.Equal(("PEEL 2018/19: 3 grades", ""), (At("2020-01-09").Title, string.Join(", ", At("2020-01-09").Marks)));
        var after = At("2020-01-10");
        Assert.Equal(("PEEL 2018/19: 2 grades; 1 withdrawn", "Effectiveness: good; Efficiency: outstanding (withdrawn); Legitimacy: good (disputed)"), (after.Title, after.Detail));
        Assert.Equal([Mark.Disputed, Mark.Withdrawn], after.Marks);
        Assert.Equal(["disputed", "withdrawn"], after.Trail.Select(step => step.What).Order());
    }

    [Fact]
    public void Two_figures_of_one_audit_are_conflicting_until_one_is_settled_on()
    {
        const string Audited = "audit/metropolitan/stop-search";
        AuditNoted Figure(decimal percent) => new("stop-search", "PEEL 2021/22", "PEEL 2021/22", "records", "sampled", percent, null, null, Standing.Differs, From($"paper {percent}", "2022-09-22", Audited));
        BodyEvent[] said = [Figure(75), Figure(76), new ConflictNoted(Audited, "Stop and search", [new("75%", From("paper 75", "2022-09-22", Audited)), new("76%", From("paper 76", "2022-09-22", Audited))])];
        var settled = new SettlementNoted("Stop and search", new(Audited, 1, new("76%", Guid.Empty, "paper 76", [], ["75%"]), SettledBy.Person, null, "Ann", "because", new(2026, 1, 5)));
        string[] Told(params BodyEvent[] events) => [.. History.Of("metropolitan", Recorded(events), On("2023-01-01")).Where(entry => entry.Kind == "audit").OrderBy(entry => entry.Title)
            .Select(entry => $"{entry.Title.Split(' ')[^1]} {string.Join(", ", entry.Marks.Where(mark => mark != Mark.DenominatorUnknown))} {entry.Trail.Count}")];

        Assert.Equal(["75% Conflicting 0", "76% Conflicting 0"], Told(said));
        Assert.Equal(["75% Overruled 1", "76% Settled 1"], Told([.. said, settled]));
    }

    [Fact]
    public void A_correction_is_told_with_both_wordings() // hard case 21
    {
        var corrected = new AnnotationNoted(new("timeline/2019-05-02-x", AnnotationKind.Corrected, PartialDate.Parse("2019-06-21"), "HMICFRS", "page 45", "old", "new", From("note", "2019-06-21")));

        var entry = Assert.Single(History.Of("gloucestershire", Recorded(corrected), On("2020-01-01")));
        Assert.Equal(("corrected", "page 45 Before: old. After: new.", "note"), (entry.Kind, entry.Detail, Assert.Single(entry.Sources).Cited));
    }

    [Fact]
    public void A_correction_of_what_is_not_on_record_says_so_until_it_is()
    {
        var corrected = new AnnotationNoted(new("timeline/metropolitan/vigil", AnnotationKind.Corrected, PartialDate.Parse("2021-06-21"), "HMICFRS", "page 45", "old", "new", From("note", "2021-06-21")));
        var report = new TimelineNoted(PartialDate.Parse("2021-03-30"), "inspection", "The vigil report", From("report", "2021-03-30", "timeline/metropolitan/vigil"));

        Assert.Equal([Mark.NothingSuchOnRecord], Assert.Single(History.Of("metropolitan", Recorded(corrected), On("2022-01-01"))).Marks);
        Assert.Empty(History.Of("metropolitan", Recorded(corrected, report), On("2022-01-01")).Single(entry => entry.Kind == "corrected").Marks);
    }

    [Fact]
    public void A_court_that_contradicts_a_report_withdraws_nothing() // hard case 29
    {
        var report = new TimelineNoted(PartialDate.Parse("2021-03-30"), "inspection", "The vigil report", From("report", "2021-03-30", "timeline/metropolitan/vigil"));
        var court = new AnnotationNoted(new("timeline/metropolitan/vigil", AnnotationKind.Disputed, PartialDate.Parse("2022-03-11"), "High Court", "breached rights", null, null, From("judgment", "2022-03-11")));

        var entry = History.Of("metropolitan", Recorded(report, court), On("2022-04-01")).Single(line => line.Kind == "inspection");
        Assert.Equal(("The vigil report", Mark.Disputed), (entry.Title, Assert.Single(entry.Marks)));
        Assert.Empty(History.Of("metropolitan", Recorded(report, court), On("2022-03-10")).Single(line => line.Kind == "inspection").Marks);
    }

    [Fact]
    public void What_is_said_of_a_cause_or_of_a_step_of_it_stands_beside_the_cause_and_closes_nothing()
    {
        var raised = Causes.Concerns.Raised("2022-06-28");
        var met = Causes.Concerns.Then(Oversight.Monitoring.Causes.CauseStep.Revisited, "2023-01-01");
        AnnotationNoted Note(AnnotationKind what, string fact, string on) => new(new(fact, what, PartialDate.Parse(on), "the chief constable", "a detail", null, null, From($"{what}", on)));
        var recorded = Recorded(raised, met, Note(AnnotationKind.Disputed, raised.Provenance.FactId, "2022-07-01"), Note(AnnotationKind.Withdrawn, met.Provenance.FactId, "2023-02-01"));
        var (causes, trail) = (Oversight.Monitoring.Causes.BodyCauses.Fold("metropolitan", recorded), TrailEntries.Fold("metropolitan", recorded));
        string At(string day) => Assert.Single(Oversight.Monitoring.Causes.CauseReading.At(causes, On(day), trail)) is var cause
            ? $"{cause.State} {string.Join(", ", cause.Marks)}; {string.Join(", ", cause.Trail.Steps.Select(step => step.What))}" : "";

        Assert.Equal(["Open ; ", "Open Disputed; disputed", "NoClosureFound Disputed, Withdrawn; disputed, withdrawn"], new[] { "2022-06-30", "2022-07-01", "2023-02-01" }.Select(At));
        Assert.Equal([Mark.Disputed], History.Of("metropolitan", recorded, On("2022-08-01")).Single(entry => entry.Kind == "cause").Marks);
    }

    [Fact]
    public void What_is_said_of_a_label_stands_beside_it()
    {
        var label = new PhaseQuoted("special measures", PartialDate.Parse("2015"), null, "", From("a newspaper", "2015-01-01", "phase/humberside/special-measures/2015"));
        var noted = new AnnotationNoted(new("phase/humberside/special-measures/2015", AnnotationKind.Disputed, PartialDate.Parse("2016"), "the commissioner", "misleading", null, null, From("a reply", "2016")));
        var recorded = Recorded(label, noted);

        var read = Assert.Single(BodyProfile.Of(BodyRecords.Fold("humberside", recorded), On("2017-01-01"), TrailEntries.Fold("humberside", recorded)).Labels);
        Assert.Equal((Mark.Disputed, "misleading"), (Assert.Single(read.Marks), Assert.Single(read.Trail.Steps).Why));
    }

    private static (Phase, string) Answer(BodyEvent[] events, string asOf, string knownAt = "2026-01-01") =>
        Answer(Recorded(events), On(asOf, knownAt));

    private static (Phase, string) Answer(Recorded[] events, Viewpoint view)
    {
        var answer = PhaseAnswer.At(BodyRecords.Fold("staffordshire", events), view, TrailEntries.Fold("staffordshire", events));
        return (answer.Phase, string.Join(", ", answer.Marks));
    }

    private static SettlementNoted Settled(int round, string value, string overruled) =>
        new("Move to Engage", new(Fact, round, new(value, Guid.Empty, "news", [], [overruled]), SettledBy.Person, null, "Ann", "because", new(2026, 1, 5)));

    private static AnnotationNoted Annotated(AnnotationKind what, string on, string by) =>
        new(new("phase/metropolitan/engage/2022-06-28", what, PartialDate.Parse(on), by, "a detail", null, null, From($"{what} {by}", on)));
}
