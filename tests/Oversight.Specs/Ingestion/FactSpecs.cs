using Oversight.Core;
using Oversight.Ingestion.Facts;
using Xunit;
using static Oversight.Ingestion.Facts.FactCommand;
using static Oversight.Ingestion.Facts.FactEvent;
using static Oversight.Specs.Ingestion.Claims;

namespace Oversight.Specs.Ingestion;

public sealed class FactSpecs() : Spec<Fact, FactCommand, FactEvent>(Fact.Decider)
{
    [Fact]
    public void The_first_claim_makes_the_fact()
    {
        var claim = Graded(Grade.Good, "a", "2022-09-22");

        When(claim).Then(new GradeClaimed("metropolitan", "PEEL 2021/22", "Preventing crime", Grade.Good,
            new(FactIds.Claim(claim.Stream, claim.From, "good"), "grade/metropolitan/peel-2021-22/preventing-crime", 1, "a", "s1", 2, Date("2022-09-22")),
            Standing.First));
    }

    [Fact]
    public void The_same_statement_by_the_same_source_adds_nothing_whatever_file_or_line_brings_it()
    {
        var claim = Graded(Grade.Good, "a", null);

        Given(Fact.Decide(claim, Fact.Initial)).When(claim with { From = claim.From with { Submission = "s2", Line = 77 } }).ThenNothing();
    }

    [Theory]
    [InlineData("2022-09-22", "2022-09-22", Grade.Good, Standing.Supports)]
    [InlineData("2022-09-22", null, Grade.Good, Standing.Supports)]
    [InlineData("2022-09-22", "2023-01-10", Grade.Good, Standing.Supports)]
    [InlineData("2022-09-22", "2023-01-10", Grade.Inadequate, Standing.Succeeds)]
    [InlineData("2022-09-22", "2022-09-22", Grade.Inadequate, Standing.Differs)]
    [InlineData("2022-09-22", "2022", Grade.Inadequate, Standing.Differs)]
    [InlineData("2022-09-22", null, Grade.Inadequate, Standing.Differs)]
    public void A_second_grade_supports_succeeds_or_differs(string published, string? publishedThen, Grade then, Standing standing) =>
        Assert.Equal(standing, StandingOf(Graded(Grade.Good, "a", published), Graded(then, "b", publishedThen)));

    [Fact]
    public void A_grade_given_back_after_another_is_a_regrade_too() =>
        Assert.Equal(Standing.Succeeds, StandingOf(
            Graded(Grade.Good, "a", "2021-05-01"), Graded(Grade.Inadequate, "b", "2022-05-01"), Graded(Grade.Good, "c", "2023-05-01")));

    [Fact]
    public void The_two_readings_of_one_stop_and_search_audit_are_a_conflict_that_keeps_both()
    {
        var (first, second) = (Searched("PEEL 2021/22 (searches in 2021)", 76, "gg2"), Searched("PEEL 2021/22 (same audit, other press rounding)", 75, "rapidseek"));
        var known = Source(first, "76", 1);
        var found = Source(second, "75", 2);

        Given(Fact.Decide(first, Fact.Initial)).When(second).Then(
            new StopSearchAuditClaimed("metropolitan", "PEEL 2021/22 (same audit, other press rounding)", "PEEL 2021/22", 75, null, found, Standing.Differs),
            new ConflictFound("metropolitan", "stop-search/metropolitan/peel-2021-22", "PEEL 2021/22: stop and search records with reasonable grounds",
                [new("76%", known), new("75%", found)]));

        static Provenance Source(ClaimStopSearchAudit claim, string percent, int revision) => new(
            FactIds.Claim(claim.Stream, claim.From, percent, null), "stop-search/metropolitan/peel-2021-22", revision,
            claim.From.Cited, "s1", 2, claim.From.PublishedOn);
    }

    [Fact]
    public void Whoever_joins_one_side_of_a_conflict_is_named_in_it()
    {
        var events = Events(Searched("PEEL 2021/22", 76, "a"), Searched("PEEL 2021/22", 75, "b"), Searched("PEEL 2021/22", 76, "c"));

        Assert.Equal(["76%", "75%", "76%"], Assert.IsType<ConflictFound>(events[^1]).Claims.Select(claim => claim.Value));
        Assert.Equal(Standing.Supports, Assert.IsType<StopSearchAuditClaimed>(events[^2]).Standing);
    }

    [Theory]
    [InlineData("89.5", null, null, "89.50", null, null, Standing.Supports)]
    [InlineData("75", null, null, "76", null, null, Standing.Differs)]
    [InlineData("84", null, null, "84", "3", null, Standing.Refines)]
    [InlineData("84", "3", null, "84", null, "120", Standing.Refines)]
    [InlineData("84", "3", null, "84", null, null, Standing.Supports)]
    [InlineData("84", "3", null, "84", "4.5", null, Standing.Differs)]
    public void Rates_agree_as_numbers(string percent, string? width, string? sample, string then, string? thenWidth, string? thenSample, Standing standing) =>
        Assert.Equal(standing, StandingOf(Recorded(percent, width, sample, "a"), Recorded(then, thenWidth, thenSample, "b")));

    [Theory]
    [InlineData("2022-06", "2022-06-28", Standing.Refines, 1)]
    [InlineData("2022-06-28", "2022-06", Standing.Supports, 1)]
    [InlineData("2022-06-28", "2022-06-28", Standing.Supports, 1)]
    [InlineData("2022-06", "2022-07-06", Standing.Differs, 1)]
    [InlineData("2022-06-28", "2022-08-29", Standing.Differs, 1)]
    [InlineData("2022-06-28", "2022-08-30", Standing.First, 2)]
    [InlineData("2019", "2019-09-27", Standing.Refines, 1)]
    public void Dates_of_one_move_agree_refine_or_differ_and_far_apart_are_two_moves(string date, string then, Standing standing, int moves)
    {
        var events = Events(Moved(Phase.Engage, date, "a"), Moved(Phase.Engage, then, "b"));

        Assert.Equal(standing, events.OfType<PhaseMoveClaimed>().Last().Standing);
        Assert.Equal(moves, events.OfType<PhaseMoveClaimed>().Select(claim => claim.Provenance.FactId).Distinct().Count());
        Assert.Equal(standing == Standing.Differs, events.Any(e => e is ConflictFound));
    }

    [Fact]
    public void A_move_is_called_after_the_date_first_claimed() =>
        Assert.Equal(["phase/metropolitan/engage/2022-06", "phase/metropolitan/engage/2022-06", "phase/metropolitan/scan/2025-01-23"],
            Events(Moved(Phase.Engage, "2022-06", "a"), Moved(Phase.Engage, "2022-06-28", "b"), Moved(Phase.Scan, "2025-01-23", "a"))
                .OfType<PhaseMoveClaimed>().Select(claim => claim.Provenance.FactId));

    [Fact]
    public void A_label_that_is_no_phase_is_kept_as_a_label()
    {
        var claim = new ClaimPhaseMove("humberside", null, "special measures (press label)", Date("2015"), Date("2018"), null, "", From("a", null));

        Assert.Equal("phase/humberside/special-measures/2015", Assert.IsType<PhaseMoveClaimed>(Assert.Single(Fact.Decide(claim, Fact.Initial))).Provenance.FactId);
    }

    [Theory]
    [InlineData("PEEL 2021/22", "PEEL 2021/22")]
    [InlineData("PEEL 2021/22 (searches in year to 30 September 2021; press reports also round to 75)", "PEEL 2021/22")]
    [InlineData("Audit (2014) of records (first (dip) sample)", "Audit (2014) of records")]
    [InlineData("(2014)", "(2014)")]
    [InlineData("Audit 2014)", "Audit 2014)")]
    public void A_remark_in_brackets_is_no_part_of_the_programme(string inspection, string programme) =>
        Assert.Equal(programme, FactIds.Programme(inspection));

    [Fact]
    public void A_conflict_stops_growing_long_before_it_hurts()
    {
        var claims = Enumerable.Range(0, 300).Select(n => Searched("PEEL 2021/22", n / 4m, "a")).ToArray();
        var events = Events([.. claims]);

        Assert.Equal(300, events.OfType<StopSearchAuditClaimed>().Count());
        Assert.Equal(Fact.MostSides, events.OfType<ConflictFound>().Last().Claims.Count);
    }

    private static Standing StandingOf(params FactCommand[] claims) => Events(claims).Last(e => e is not ConflictFound) switch
    {
        GradeClaimed e => e.Standing,
        RecordingAuditClaimed e => e.Standing,
        StopSearchAuditClaimed e => e.Standing,
        var other => throw new InvalidOperationException($"{other}"),
    };
}
