using CsCheck;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Phases;
using Xunit;
using static Oversight.Specs.Causes.Concerns;
using Acceleration = Oversight.Monitoring.Causes.Acceleration;
using CauseStep = Oversight.Monitoring.Causes.CauseStep;

namespace Oversight.Specs.Causes;

/// <summary>The real causes of concern, asked on many days; and what holds of any.</summary>
public sealed class PublicCauseSpecs
{
    private static readonly Gen<BodyEvent> Events =
        from kind in Gen.Int[0, 2] from day in Gen.Int[0, 1500] from precision in Gen.Int[0, 3] from title in Gen.OneOf("a", "b")
        from inspection in Gen.OneOf("PEEL 2021/22", "PEEL 2023-25") from step in Gen.Enum<CauseStep>() from published in Gen.OneOf<string?>(null, "2021-06", "2023-01-01", "2025")
        let date = precision == 3 ? null : PartialDate.On(new DateOnly(2021, 1, 1).AddDays(day)).ToString()[..(4 + (3 * precision))]
        select kind == 0 ? Raised(date, title, inspection, published, day % 3 == 0 ? null : day % 3)
            : (BodyEvent)Then(step, date, title, inspection, published, recommendation: day % 2 == 0 ? "1" : "2 of 3", due: "within a month", @by: "x", under: "PEEL 2023-25", grownFrom: title);

    private static readonly Gen<Viewpoint> Viewpoints = from asOf in Gen.Int[0, 2000] from knownAt in Gen.Int[0, 2000] from strict in Gen.Bool
        select new Viewpoint(new DateOnly(2021, 1, 1).AddDays(asOf), new DateOnly(2021, 1, 1).AddDays(knownAt), null, strict);

    [Fact]
    public async Task Every_row_is_taken_in_and_none_contradicts_another()
    {
        var file = await Ingestion.Samples.Import(Ingestion.Samples.Data("causes-of-concern.csv"));

        Assert.Equal((102, 0, 0, 0), file.Counts);
        Assert.Equal(102 + 37, file.Events.Count);
        Assert.Equal(35, file.Events.Select(e => e switch { Oversight.Ingestion.Facts.FactEvent.CauseClaimed c => c.Body, Oversight.Ingestion.Facts.FactEvent.CauseStepClaimed c => c.Body, _ => "" }).Distinct().Count());
        Assert.Equal((0, 102, 0, 0), (await Ingestion.Samples.Import(Ingestion.Samples.Data("causes-of-concern.csv"), facts: file.Facts)).Counts);
    }

    [Fact]
    public void In_January_2026_37_are_closed_9_superseded_and_of_the_rest_no_closure_is_found()
    {
        var all = PublicRecord.SelectMany(body => CauseReading.At(BodyCauses.Fold(body.Key, Monitoring.Claims.Recorded(body.Value)), Monitoring.Claims.On("2026-01-31", "2026-01-31"))).ToArray();

        Assert.Equal((102, 37, 9, 56), (all.Length, Count(CauseState.Closed), Count(CauseState.Superseded), Count(CauseState.NoClosureFound)));
        Assert.Equal(15, all.Count(cause => cause.Accelerated == Acceleration.Yes));

        int Count(CauseState state) => all.Count(cause => cause.State == state);
    }

    [Fact]
    public async Task What_became_of_them_is_taken_in_before_or_after()
    {
        var steps = await Ingestion.Samples.Import(Ingestion.Samples.Data("cause-steps.csv"));
        Assert.Equal((28, 0, 0, 0), steps.Counts);
        Assert.Equal((102, 0, 0, 0), (await Ingestion.Samples.Import(Ingestion.Samples.Data("causes-of-concern.csv"), facts: steps.Facts)).Counts);
        Assert.All(steps.Events, e => Assert.Contains(PublicRecord[((Oversight.Ingestion.Facts.FactEvent.CauseStepClaimed)e).Body].OfType<BodyEvent.CauseNoted>(), cause =>
            cause.Cause == ((Oversight.Ingestion.Facts.FactEvent.CauseStepClaimed)e).Cause));
    }

    [Theory]
    [InlineData("dyfed-powys", "crime recording", "Crime Data Integrity inspection 2018", "2021-05-07")]
    [InlineData("devon-and-cornwall", "crime recording", "PEEL 2021/22", "2024-07-11")]
    [InlineData("buckinghamshire-fire", "prevention", "FRS 2021/22", "2023-10-19")]
    [InlineData("buckinghamshire-fire", "EDI", "FRS 2021/22", "2023-10-19")]
    [InlineData("gloucestershire-fire", "values and culture", "FRS 2021/22", "2024-05-03")]
    [InlineData("gloucestershire-fire", "EDI", "FRS 2021/22", "2024-05-03")]
    [InlineData("essex-county-fire", "protection resources", "FRS 2018/19", "2021")]
    [InlineData("warwickshire-fire", "risk-based inspection programme", "FRS 2021/22", "2023-09-13")]
    public void Those_issued_again(string body, string title, string inspection, string on)
    {
        var cause = Of(body).Single(cause => cause.Title == title && cause.Inspection == inspection);
        var link = Assert.Single(cause.Links);

        Assert.Equal((CauseState.Superseded, null, "re-issued-as", on), (cause.State, cause.Closed, link.Relation, $"{link.On}"));
        Assert.Equal([("re-issue-of", cause.Id)], Of(body).Single(later => later.Id == link.Cause).Links.Select(back => (back.Relation, back.Cause)));
    }

    [Theory]
    [InlineData("devon-and-cornwall", "2025-07-30", "crime recording investigations")]
    [InlineData("west-midlands", "2024-09-18", "investigations")]
    [InlineData("gloucestershire", "2023-10-01", "call handling")]
    public void Causes_survive_the_exit_from_Engage(string body, string exit, string titles)
    {
        var record = Oversight.Monitoring.Records.BodyRecords.Fold(body, Monitoring.Claims.Recorded(PublicRecord[body]));
        Assert.Equal(Oversight.Monitoring.Phases.Phase.Scan, PhaseAnswer.At(record, Monitoring.Claims.On(exit)).Phase);

        var left = Of(body, exit).Where(cause => cause.State is not (CauseState.Closed or CauseState.Superseded or CauseState.CannotTell));
        Assert.Equal(titles, string.Join(' ', left.Select(cause => cause.Title).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("devon-and-cornwall", "2025-07-30", 2)]
    [InlineData("devon-and-cornwall", "2025-07-31", 0)]
    [InlineData("west-midlands", "2024-09-18", 1)]
    [InlineData("lincolnshire", "2024-12-06", 5)]
    public void Open_where_a_source_says_so(string body, string day, int open) => Assert.Equal(open, Of(body, day).Count(cause => cause.State == CauseState.Open));

    [Fact]
    public void Derbyshires_one_cause_has_a_deadline_of_each_kind_and_North_Yorkshires_one_before_its_letter()
    {
        Assert.Equal(["2019-03-07 ours", "2019-06-07 ours", "2019-09-07 ours"], Dues("derbyshire"));
        Assert.Equal(["2022-09", "2022-09"], Dues("north-yorkshire-fire"));

        IEnumerable<string> Dues(string body) => Of(body).SelectMany(cause => cause.Recommendations.Known).Select(one => $"{one.Due.On}{(one.Due.Computed ? " ours" : "")}");
    }

    [Theory]
    [InlineData("west-midlands", "investigations", 3, 5)]
    [InlineData("avon-fire", "prevention", 5, 6)]
    [InlineData("cornwall-fire", "gender-appropriate facilities and kit", 1, 3)]
    public void A_cause_is_met_by_instalments(string body, string title, int met, int total) => Assert.Equal(
        (met, total), Of(body).Single(cause => cause.Title == title).Recommendations is var asked ? (asked.Met, asked.Total!.Value) : default);

    [Fact]
    public void Raising_or_closing_a_cause_moves_nobody()
    {
        foreach (var (body, events) in PublicRecord)
        {
            var without = events.Where(e => e is not (BodyEvent.CauseNoted or BodyEvent.CauseStepNoted)).ToArray();
            Assert.Equal(Text(without), Text(events));

            string Text(BodyEvent[] heard) => string.Join(' ', PhaseAnswer.At(
                Oversight.Monitoring.Records.BodyRecords.Fold(body, Monitoring.Claims.Recorded(heard)), Monitoring.Claims.On("2024-01-01")) is var answer ? [$"{answer.Phase}", $"{answer.Since}"] : Array.Empty<string>());
        }
    }

    [Fact]
    public void The_mets_causes_about_child_exploitation_are_in_its_timeline_with_their_sources()
    {
        var history = History.Of("metropolitan", Monitoring.Claims.Recorded(PublicRecord["metropolitan"]), Monitoring.Claims.On("2026-01-01")).Where(entry => entry.Kind == "cause").ToArray();

        Assert.Equal(
            ["2025-01-23 Cause of concern closed: child exploitation: further cause (Child exploitation inspection 2023)",
                "2025-01-23 Cause of concern closed: child exploitation: investigations (Child exploitation inspection 2023)",
                "2025-01-23 Cause of concern closed: missing children: risk assessment and response (Child exploitation inspection 2023)",
                "2024-02-09 Cause of concern raised: child exploitation: further cause (Child exploitation inspection 2023)"],
            history.Take(4).Select(entry => $"{entry.On} {entry.Title}"));
        Assert.All(history, entry => Assert.NotEmpty(entry.Sources));
    }

    [Fact]
    public void No_order_of_arrival_changes_an_answer_and_no_two_entries_of_a_timeline_share_an_id() =>
        (from events in Events.Array[0, 12] from shuffled in Gen.Shuffle(events) from viewpoint in Viewpoints select (events, shuffled, viewpoint)).Sample(arrivals =>
        {
            var (one, other) = (Answer(arrivals.events, arrivals.viewpoint), Answer(arrivals.shuffled, arrivals.viewpoint));
            var ids = History.Of("metropolitan", Stamped(arrivals.events), arrivals.viewpoint).Select(entry => entry.Id).ToArray();
            return one == other && ids.Distinct().Count() == ids.Length;
        });

    private static string Answer(BodyEvent[] events, Viewpoint viewpoint)
    {
        var causes = BodyCauses.Fold("metropolitan", Stamped(events));
        var told = CauseReading.At(causes, viewpoint).Select(cause =>
            (object)new { cause.Id, cause.State, cause.Raised, cause.Closed, cause.Age, cause.OpenAt, cause.Accelerated, cause.Recommendations, cause.Links, cause.Marks, Steps = cause.Steps.Select(step => (step.Kind, step.When).ToString()) });
        var areas = Area.At(causes, viewpoint).Select(area => (object)new { area.Id, area.State, area.Since, area.Cause, area.Marks });
        return System.Text.Json.JsonSerializer.Serialize(told.Concat(areas), EventJson.Options)
            + System.Text.Json.JsonSerializer.Serialize(History.Of("metropolitan", Stamped(events), viewpoint), EventJson.Options);
    }

    // What the stream would refuse to take twice is not taken twice here.
    private static Oversight.Monitoring.Records.Recorded[] Stamped(BodyEvent[] events) =>
        [.. events.DistinctBy(e => ((IClaimed)e).Provenance.ClaimId).Select((e, i) => new Oversight.Monitoring.Records.Recorded(e, Monitoring.Claims.Start, i + 1))];

    private static IReadOnlyList<Cause> Of(string body, string asOf = "2026-01-01") =>
        CauseReading.At(BodyCauses.Fold(body, Monitoring.Claims.Recorded(PublicRecord[body])), Monitoring.Claims.On(asOf));
}
