using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Rulebooks.Rules;
using Oversight.Monitoring.ReportResponses;
using Oversight.Monitoring.Rulebooks;
using Xunit;
using static Oversight.Specs.Monitoring.Rulebooks.Signalling;
using Concerns = Oversight.Specs.Causes.Concerns;

namespace Oversight.Specs.Monitoring.Rulebooks;

public sealed class RuleSpecs
{
    private const string Responding = "Responding to the public";

    [Fact]
    public void An_inadequate_judgment_where_it_protects_people_prompts_from_the_day_it_is_public()
    {
        var sign = Assert.Single(Inadequate.Sees(Of(Grade(Responding, "inadequate", "2022-09-22"), Grade("Good use of resources", "inadequate", "2022-09-22")), "2022-09-22"));
        Assert.Equal("inadequate-where-it-protects/peel-2021-22/responding-to-the-public", sign.Key);
        Assert.Equal("Responding to the public was graded inadequate in PEEL 2021/22.", sign.Because);
        Assert.Equal("Responding to the public: inadequate", Assert.Single(sign.Evidence).Says);
        Assert.Empty(Inadequate.Sees(Of(Grade(Responding, "inadequate", "2022-09-22")), "2022-09-21"));
    }

    [Fact]
    public void It_lapses() => Assert.Equal(["2020-01-10/2022-01-10"], Inadequate.Prompts(Grade(Responding, "inadequate", "2020-01-10")));

    [Fact]
    public void A_better_judgment_of_the_same_area_clears_it() =>
        Assert.Equal(["2021-05-07/2022-05-12"], Inadequate.Prompts(Grade(Responding, "inadequate", "2021-05-07"), Grade(Responding, "adequate", "2022-05-12")));

    [Fact]
    public void The_next_programme_clears_it_without_comparing_grades() =>
        Assert.Equal(["2022-03-03/2023-10-01"], Inadequate.Prompts(Grade(Responding, "inadequate", "2022-03-03"), Grade("Investigating crime", "good", "2023-10-01", "PEEL 2023-25")));

    [Fact]
    public void A_judgment_that_nobody_dates_is_no_evidence_of_when_it_was_known()
    {
        var signals = Of(Grade(Responding, "inadequate", null));
        Assert.Empty(Inadequate.Sees(signals, "2026-01-01"));
        Assert.Equal(1, signals.Undated);
    }

    [Fact]
    public void What_was_published_in_a_month_was_surely_known_at_its_end() =>
        Assert.Equal(["2022-09-30/2024-09-30"], Inadequate.Prompts(Grade(Responding, "inadequate", "2022-09")));

    [Theory]
    [InlineData(90.0, 1.5, 85.0, 1.5, true)]
    [InlineData(88.0, 1.6, 86.0, 1.6, false)] // the intervals overlap
    [InlineData(85.0, 1.5, 90.0, 1.5, false)]
    public void A_recording_rate_counts_as_down_only_beyond_both_intervals(double before, double beforeWidth, double after, double afterWidth, bool prompts) =>
        Assert.Equal(prompts, new RecordingRateDown(36).Sees(Of(
            Recording((decimal)before, (decimal)beforeWidth, "2017-01-10"), Recording((decimal)after, (decimal)afterWidth, "2019-01-10")), "2019-02-01").Count == 1);

    [Fact]
    public void Audits_of_two_methods_or_without_an_interval_say_nothing_of_a_change()
    {
        Assert.Empty(new RecordingRateDown(36).Sees(Of(Recording(95, 1, "2017-01-10"), Recording(80, 1, "2021-01-10", "peel-since-2021")), "2021-02-01"));
        Assert.Empty(new RecordingRateDown(36).Sees(Of(Recording(95, null, "2017-01-10"), Recording(80, 1, "2019-01-10")), "2019-02-01"));
        Assert.Empty(new RecordingRateDown(36).Sees(Of(Recording(95, 1, "2017-01-10", "unknown"), Recording(80, 1, "2019-01-10", "unknown")), "2019-02-01"));
    }

    [Fact]
    public void A_fall_in_stop_and_search_records_with_grounds_prompts()
    {
        var rule = new StopSearchShareDown(10, 24);
        Assert.Single(rule.Sees(Of(StopSearch(88, "2015", "2016-02-11"), StopSearch(66.5m, "2018/19", "2019-05-02")), "2019-05-02"));
        Assert.Empty(rule.Sees(Of(StopSearch(78, "2020", "2021-02-26"), StopSearch(75, "2021/22", "2022-09-22"), StopSearch(76, "2021/22", "2022-09-22")), "2022-09-22"));
    }

    [Fact]
    public void Two_roundings_of_one_figure_are_no_fall() =>
        Assert.Empty(new StopSearchShareDown(1, 24).Sees(Of(StopSearch(76, "2021/22", "2022-09-22"), StopSearch(75, "2021/22", "2022-09-23")), "2022-10-01"));

    [Fact]
    public void An_accelerated_cause_prompts_until_it_is_closed()
    {
        var rule = new CauseAccelerated(24);
        Assert.Single(rule.Sees(Causes(Cause("call handling", "2022-03-29", accelerated: true)), "2022-03-29"));
        Assert.Empty(rule.Sees(Causes(Cause("call handling", "2022-03-29")), "2022-03-29"));
        Assert.Empty(rule.Sees(Causes(Cause("call handling", "2022-03-29", accelerated: true)) with { Closures = Closed("call handling", "2022-09-01") }, "2022-09-01"));
    }

    [Fact]
    public void A_cause_that_a_later_inspection_raises_again_prompts_and_the_older_one_no_longer_counts()
    {
        var signals = Causes(Cause("prevention", "2021-08-06", inspection: "FRS 2021/22"), Cause("Prevention", "2023-10-31", inspection: "FRS 2023-25"));
        Assert.Equal(["cause-reissued/frs-2023-25/prevention"], new CauseReissued(24).Sees(signals, "2023-11-01").Select(sign => sign.Key));
        Assert.Empty(new CauseReissued(24).Sees(signals, "2023-10-30"));
        Assert.Empty(new CausesInSum(2, 24).Sees(signals, "2023-11-01"));
    }

    [Fact]
    public void Several_causes_prompt_in_sum()
    {
        var signals = Causes(Cause("a", "2022-01-10"), Cause("b", "2022-02-10"), Cause("c", "2022-03-10"));
        Assert.Empty(new CausesInSum(3, 24).Sees(signals, "2022-03-09"));
        Assert.Equal(3, Assert.Single(new CausesInSum(3, 24).Sees(signals, "2022-03-10")).Evidence.Count);
        Assert.Empty(new CausesInSum(3, 24).Sees(signals with { Closures = Closed("b", "2022-04-01") }, "2022-04-01"));
    }

    [Fact]
    public void A_missed_deadline_prompts_for_its_time()
    {
        var signals = Of(Claims.Answered(ResponseStep.Published, "2024-06-01", "2024-06-01", "The report of 1 June 2024"));
        Assert.Empty(new DeadlineWasMissed(12).Sees(signals, "2024-07-26"));
        Assert.Single(new DeadlineWasMissed(12).Sees(signals, "2024-07-27"));
        Assert.Empty(new DeadlineWasMissed(12).Sees(signals, "2025-07-27"));
    }

    [Fact]
    public void Whether_it_was_missed_follows_from_what_was_known_and_not_from_when_a_clock_noticed()
    {
        BodyEvent report = Claims.Answered(ResponseStep.Published, "2024-06-01", "2024-06-01"), late = Claims.Answered(ResponseStep.ResponsePublished, "2024-09-01", "2024-09-01");
        var noticed = new BodyEvent.DeadlineMissed("section-55", "cdi-2018", "Answer to CDI 2018", "the commissioner", new(2024, 7, 26), new(2026, 11, 23), [report is IClaimed claimed ? claimed.Provenance.ClaimId : Guid.Empty], PartialDate.Parse("2024-06-01"));
        string[] Prompts(params BodyEvent[] events) => [.. new DeadlineWasMissed(12).Prompts(events)];

        Assert.Equal(["2024-07-27/2025-07-27"], Prompts(report));
        Assert.Equal(Prompts(report), Prompts(report, noticed));
        Assert.Equal(Prompts(report), Prompts(report, late, noticed));
        Assert.Empty(Prompts(noticed));

        // That it had been answered in time came out only in September.
        Assert.Equal(["2024-07-27/2024-09-01"], Prompts(report, Claims.Answered(ResponseStep.ResponsePublished, "2024-07-01", "2024-09-01")));
    }

    [Fact]
    public void One_thing_spelled_in_two_ways_or_said_of_two_days_is_one_prompt()
    {
        var events = new BodyEvent[]
        {
            Concerns.Raised("2026-01-10", "Call handling", published: "2026-01-10", accelerated: Acceleration.Yes),
            Concerns.Raised("2026-01-10", "call  Handling!", published: "2026-01-11", accelerated: Acceleration.Yes, cited: "another"),
            Claims.Answered(ResponseStep.Published, "2025-12-09", "2025-12-09"), Claims.Answered(ResponseStep.Published, "2025-12-10", "2025-12-10", cited: "another"),
            Recording(95, 1, "2025-01-10", "one"), Recording(95, 1, "2025-01-10", "other"),
            Recording(80, 1, "2026-01-10", "one"), Recording(80, 1, "2026-01-10", "other"),
        };
        var book = Book(new CauseAccelerated(24), new DeadlineWasMissed(24), new RecordingRateDown(36));

        var signs = book.Signs(Known.Ever(Of(events)).By(Day("2026-04-01")));

        Assert.Equal(["cause-accelerated", "deadline-missed", "recording-rate-down", "recording-rate-down"], signs.Select(sign => sign.Rule));
        Assert.Distinct(signs.Select(sign => sign.Key));
        Assert.Equal(2, signs[0].Evidence.Count);
        Assert.Equal(4, Oversight.Monitoring.Backtests.Standing.All(book, Of(events), new(2026, 4, 1)).Count);
    }

    [Fact]
    public void A_letter_that_spells_the_title_otherwise_closes_the_cause() => Assert.Equal(["2026-01-10/2026-05-02"], new CauseAccelerated(24).Prompts(
        Concerns.Raised("2026-01-10", "Call handling", published: "2026-01-10", accelerated: Acceleration.Yes),
        Concerns.Then(CauseStep.Closed, "2026-05-01", "call-handling", published: "2026-05-02")));

    [Fact]
    public void A_grade_that_was_withdrawn_prompts_no_longer()
    {
        var grade = Grade(Responding, "inadequate", "2022-03-03");
        Assert.Equal(["2022-03-03/2022-05-01"], Inadequate.Prompts(grade, Said(AnnotationKind.Withdrawn, grade, "2022-05-01")));
    }

    [Theory]
    [InlineData(AnnotationKind.Disputed, "Responding to the public: inadequate (disputed)")]
    [InlineData(AnnotationKind.Corrected, "Responding to the public: inadequate (corrected)")]
    public void A_dispute_or_a_correction_leaves_it_and_is_said_beside_it(AnnotationKind what, string says)
    {
        var grade = Grade(Responding, "inadequate", "2022-03-03");
        var signals = Of(grade, Said(what, grade, "2022-05-01"));
        Assert.Equal("Responding to the public: inadequate", Inadequate.Sees(signals, "2022-04-30")[0].Evidence[0].Says);
        Assert.Equal(says, Inadequate.Sees(signals, "2022-05-01")[0].Evidence[0].Says);
    }

    [Fact]
    public void The_side_that_lost_a_conflict_prompts_no_longer_until_it_is_open_again()
    {
        var (grade, other) = (Grade(Responding, "inadequate", "2022-03-03"), Grade(Responding, "good", "2022-03-03"));
        var side = new SettledSide("good", other.Provenance.ClaimId, "a report", [], ["inadequate"]);
        Assert.Equal(["2022-03-03/2022-05-01", "2022-06-01/2024-03-03"], Inadequate.Prompts(grade, other,
            Settled(side, 1, new(2022, 5, 1)), Settled(null, 2, new(2022, 6, 1))));

        BodyEvent Settled(SettledSide? side, int round, DateOnly on) =>
            new BodyEvent.SettlementNoted("a grade", new(grade.Provenance.FactId, round, side, SettledBy.Person, null, "Ana", "The report says so.", on));
    }

    [Theory]
    [InlineData("2026-01-12", "2026-01-10/2026-05-01")] // Once it is settled that it was no accelerated one,
    [InlineData(null, "2026-01-10/2026-05-01")] // also where nobody dates the source that is right,
    [InlineData("2026-06-01", "2026-01-10/2026-05-01")] // or it is published after that;
    public void An_acceleration_that_lost_a_conflict_prompts_no_longer(string? published, string prompts)
    {
        var (article, letter) = (Accelerated("an article", "2026-01-10"), Concerns.Raised("2026-01-10", published: published, accelerated: Acceleration.No, cited: "a letter"));
        Assert.Equal([prompts], new CauseAccelerated(24).Prompts(article, letter, Settled(article, letter, 1, "2026-05-01")));
        Assert.Equal([prompts, "2026-07-01/2028-01-10"], new CauseAccelerated(24).Prompts(article, letter,
            Settled(article, letter, 1, "2026-05-01"), new BodyEvent.SettlementNoted("a cause", new(article.Provenance.FactId, 2, null, SettledBy.Precedence, "2026-1", null, "Open again.", new(2026, 7, 1)))));
        Assert.Equal(["2026-01-10/2028-01-10"], new CausesInSum(1, 24).Prompts(article, Settled(article, letter, 1, "2026-05-01"))); // but a cause it is.
    }

    [Fact]
    public void An_acceleration_that_won_a_conflict_prompts_and_what_contradicts_it_later_changes_nothing()
    {
        var (article, letter) = (Concerns.Raised("2026-01-10", published: "2026-01-10", accelerated: Acceleration.No, cited: "an article"), Accelerated("a letter", "2026-02-10"));
        var sign = Assert.Single(new CauseAccelerated(24).Sees(Of(article, letter, Settled(article, letter, 1, "2026-03-01")), "2026-03-01"));
        Assert.Equal(letter.Provenance.ClaimId, Assert.Single(sign.Evidence).ClaimId);

        var late = Accelerated("a paper", "2026-04-01", on: "2025");
        Assert.Empty(new CauseAccelerated(24).Sees(Of(letter, article, Settled(letter, article, 1, "2026-03-01"), late), "2026-05-01"));
    }

    private static BodyEvent.CauseNoted Accelerated(string cited, string? published, string on = "2026-01-10") =>
        Concerns.Raised(on, published: published, accelerated: Acceleration.Yes, cited: cited);

    private static BodyEvent.SettlementNoted Settled(BodyEvent.CauseNoted lost, BodyEvent.CauseNoted won, int round, string on) => new("a cause", new(
        won.Provenance.FactId, round, new(InWords(won), won.Provenance.ClaimId, won.Provenance.Cited, [], [InWords(lost)]), SettledBy.Person, null, "Ana", "The letter says so.", Day(on)));

    private static string InWords(BodyEvent.CauseNoted said) => $"raised {said.RaisedOn}{(said.Accelerated == Acceleration.Yes ? ", accelerated" : ", not accelerated")}";

    [Fact]
    public void A_cause_that_another_followed_prompts_no_longer_and_the_later_one_was_issued_again()
    {
        BodyEvent[] events =
        [
            Concerns.Raised("2021-01-10", published: "2021-01-10", accelerated: Acceleration.Yes, inspection: "PEEL 2021/22"),
            Concerns.Then(CauseStep.ReIssued, "2023-02-01", published: "2023-02-01", under: "PEEL 2023-25"),
        ];
        Assert.Equal(["2021-01-10/2023-01-10"], new CauseAccelerated(24).Prompts(events));
        Assert.Equal(["2021-01-10/2023-02-01"], new CauseAccelerated(36).Prompts(events));
        Assert.Equal(["2023-02-01/2025-02-01"], new CauseReissued(24).Prompts(events));
        Assert.Equal(["2023-02-01/2025-03-01"], new CauseReissued(24).Prompts(
            [.. events, Concerns.Raised("2023-03-01", published: "2023-03-01", inspection: "PEEL 2023-25", title: "Crime recording")]));
    }

    [Fact]
    public void A_cause_that_its_source_calls_a_re_issue_was_issued_again_whenever_the_earlier_one_was_published() =>
        Assert.Equal(["2021-05-07/2023-05-07"], new CauseReissued(24).Prompts(
            Concerns.Raised("2021-05-07", published: "2021-05-07") with { Note = "re-issue of the 2018 cause; discharged after a 2022 revisit" },
            Concerns.Raised("2018", published: null, inspection: "CDI 2018") with { Note = "not fixed by 2021; issued again that year as an accelerated cause" }));

    // Lincolnshire: the register calls each of five accelerated, and the steps say that none of them is by itself.
    [Fact]
    public void Causes_accelerated_only_together_are_one_prompt_in_its_own_words()
    {
        BodyEvent[] events = [.. new[] { "attendance times", "strategic plans" }.SelectMany(title => new BodyEvent[]
        {
            Concerns.Raised("2024-12-06", title, "PEEL 2023-25", "2024-12-06", accelerated: Acceleration.Yes), Concerns.Then(CauseStep.AcceleratedInSum, "2024-12-06", title, "PEEL 2023-25", "2024-12-06"),
        })];

        var sign = Assert.Single(new CauseAccelerated(24).Sees(Signalling.Of(events), "2024-12-06"));
        Assert.Equal("Causes of concern were accelerated by their combined weight, none of them by itself: attendance times; strategic plans (PEEL 2023-25).", sign.Because);
        Assert.Equal("cause-accelerated/in-sum/peel-2023-25", sign.Key);
        Assert.Equal(["2024-12-06/2026-12-06"], new CauseAccelerated(24).Prompts(events));

        BodyEvent[] closed = [.. events, Concerns.Then(CauseStep.Closed, "2025-02-01", "strategic plans", "PEEL 2023-25", "2025-02-01")];
        Assert.EndsWith("itself: attendance times (PEEL 2023-25).", Assert.Single(new CauseAccelerated(24).Sees(Signalling.Of(closed), "2025-02-01")).Because, StringComparison.Ordinal);
    }

    [Fact]
    public void One_accelerated_by_itself_beside_them_is_a_prompt_of_its_own() => Assert.Equal(
        ["cause-accelerated/in-sum/peel-2023-25", "cause-accelerated/peel-2023-25/demand"],
        new CauseAccelerated(24).Sees(Signalling.Of(
            Concerns.Then(CauseStep.AcceleratedInSum, "2024-12-06", "plans", "PEEL 2023-25", "2024-12-06"), Concerns.Then(CauseStep.RaisedEarly, "2024-12-06", "demand", "PEEL 2023-25", "2024-12-06")),
            "2024-12-06").Select(sign => sign.Key));

    private static BodyEvent.AnnotationNoted Said(AnnotationKind what, BodyEvent.GradeNoted of, string on) => new(new(
        of.Provenance.FactId, what, PartialDate.Parse(on), "the inspectorate", "detail", null, null, Claims.From($"a notice {what}", on, $"{of.Provenance.FactId}/{what}")));

    private static Signals Causes(params (CauseRaised, PartialDate?)[] causes) => Signals.None with
    {
        Causes = causes.ToImmutableDictionary(cause => cause, cause => Claims.From(cause.Item1.Cause.Title, cause.Item2.ToString())),
    };

    private static (CauseRaised, PartialDate?) Cause(string title, string published, bool accelerated = false, string inspection = "PEEL 2021/22") =>
        (new(Named(title, inspection), accelerated), PartialDate.Parse(published));

    private static CauseNamed Named(string title, string inspection) => new($"{NameBasedId.Slug(inspection)}/{NameBasedId.Slug(title)}", title, inspection);

    private static ImmutableDictionary<(CauseNamed, PartialDate?), Provenance> Closed(string title, string published) =>
        Signals.None.Closures.Add((Named(title, "PEEL 2021/22"), PartialDate.Parse(published)), Claims.From("a letter", published));
}
