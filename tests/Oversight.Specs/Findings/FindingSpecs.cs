using System.Text;
using CsCheck;
using Oversight.Core;
using Oversight.Grading;
using Oversight.Grading.Findings;
using Oversight.Grading.ProgrammeRecords;
using Oversight.Ingestion.Facts;
using Xunit;
using static Oversight.Grading.ProgrammeRecords.GradingEvent;
using static Oversight.Specs.Ingestion.Samples;

namespace Oversight.Specs.Findings;

/// <summary>What inspections found without grading it: praised practice, words, counts.</summary>
public sealed class FindingSpecs
{
    private const string Practice = "body,practice,inspection,published_on,source_url";
    private const string Adopted = "body,practice,inspection,adopted_by,on,published_on,source_url";
    private const string Found = "body,inspection,topic,published_on,finding,count,out_of,percent,standard,source_url";

    private static readonly DateTimeOffset Imported = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static readonly Gen<FindingRecorded> Some =
        from count in Gen.OneOf<int?>(null, 5, 6) from of in Gen.OneOf<int?>(null, 7, 40) from percent in Gen.OneOf<decimal?>(null, 71.4m) from text in Gen.OneOf("", "so")
        from published in Gen.OneOf<string?>(null, "2023", "2024-10-16") from cited in Gen.OneOf("https://a", "https://b") select Finding("N100", count, of, percent, null, text, published, cited);

    [Fact]
    public async Task Every_praised_practice_is_taken_in_with_the_inspectorates_label_where_it_has_one()
    {
        var file = await Import(Data("positive-practice.csv"));

        Assert.Equal((27, 0, 0, 0), file.Counts);
        var labels = file.Events.Cast<FactEvent.PracticeClaimed>().Where(practice => practice.Label is not null).Select(practice => (practice.Practice, practice.Label));
        Assert.Equal(
            [
                ("primary authority work with businesses", "listed as promising practice"), ("volunteers in prevention work", "listed as promising practice"),
                ("multi-agency targeted enforcement team", "called possible notable practice"),
            ], labels);
        Assert.Equal((0, 27, 0, 0), (await Import(Data("positive-practice.csv"), facts: file.Facts)).Counts);
    }

    [Theory]
    [InlineData(Practice, "Kent Police,,PEEL 2021/22,2022,https://a", "text.missing", "practice")]
    [InlineData(Practice, "Loamshire,a team,PEEL 2021/22,2022,https://a", "body.unknown", "body")]
    [InlineData(Practice, "Kent Police,a team,PEEL 2021/22,2022,", "source.missing", "source_url")]
    [InlineData(Adopted, "Kent Police,a team,PEEL 2021/22,,2022,,https://a", "text.missing", "adopted_by")]
    [InlineData(Adopted, "Kent Police,a team,PEEL 2021/22,Essex Police,June,,https://a", "date.not-a-date", "on")]
    [InlineData(Adopted, "Kent Police,a team,PEEL 2021/22,kent,2023,,https://a", "practice.own", "adopted_by")]
    [InlineData("body,from,relation,to,source_url", "Kent Police,2021-03-30 vigil,follows-up,2021-03-30 Vigil,https://a", "link.to-itself", "to")]
    [InlineData("body,from,relation,to,source_url", "Kent Police,2021-03-30 vigil,follows-up,2021-03-29 vigil,https://a", null, null)]
    [InlineData(Found, "Kent Police,PEEL 2021/22,workload,2022,,,,,,https://a", "finding.empty", "finding")]
    [InlineData(Found, "Kent Police,PEEL 2021/22,N100,2022,,8,7,,,https://a", "number.more-than-all", "count")]
    [InlineData(Found, "Kent Police,PEEL 2021/22,N100,2022,,-1,7,,,https://a", "number.out-of-range", "count")]
    [InlineData(Found, "Kent Police,PEEL 2021/22,N100,2022,,0,0,,,https://a", "number.out-of-range", "out_of")]
    [InlineData(Found, "Kent Police,PEEL 2021/22,N100,2022,,,,100.5,,https://a", "number.out-of-range", "percent")]
    [InlineData(Found, "Kent Police,PEEL 2021/22,N100,2022,,0,7,,,https://a", null, null)]
    [InlineData(Found, "Kent Police,PEEL 2021/22,workload,2022,overtime,,,,,https://a", null, null)]
    public async Task A_row_is_taken_or_refused(string header, string row, string? rule, string? field)
    {
        var flaw = await FlawOf(header, row);
        Assert.Equal((rule, field), (flaw?.Rule, flaw?.Field));
    }

    [Fact]
    public async Task Two_counts_of_one_thing_conflict_and_those_of_two_standards_do_not()
    {
        var file = await Import(Encoding.UTF8.GetBytes($"""
            {Found}
            Kent Police,CDI 2014,rape in time,2014,,19,62,,72 hours,https://a
            Kent Police,CDI 2014,rape in time,2014,,30,62,,24 hours,https://a
            Kent Police,CDI 2014,rape in time,2014,,20,62,,72 hours,https://b
            Kent Police,CDI 2014,workload,2014,too much,,,,,https://a
            Kent Police,CDI 2014,workload,2014,overtime,,,,,https://b
            """));

        Assert.Equal((4, 0, 1, 0), file.Counts);
        Assert.Equal(["19 of 62", "20 of 62"], Assert.Single(file.Events.OfType<FactEvent.ConflictFound>()).Claims.Select(side => side.Value));
    }

    [Fact]
    public void A_small_denominator_is_flagged_and_no_percentage_is_worked_out()
    {
        var finding = Assert.Single(Read("2024-12-01", Finding("N100", 5, 7)));

        Assert.Equal((Verdict.Stands, new(5, 7, null)), (finding.Verdict, finding.Sides[0].Figure));
        Assert.Equal([Mark.TinyDenominator], finding.Marks);
        Assert.Empty(Assert.Single(Read("2024-12-01", Finding("N100", 43, 62))).Marks);
        Assert.Equal([Mark.DenominatorUnknown], Assert.Single(Read("2024-12-01", Finding("N100", null, null, 93.7m))).Marks);
        Assert.Empty(Assert.Single(Read("2024-12-01", Finding("workload", text: "overtime"))).Marks);
    }

    [Fact]
    public void Standards_are_never_joined() => Assert.Equal(
        [("24 hours", 93.7m), ("72 hours", 69.4m)],
        Read("2024-12-01", Finding("rape in time", percent: 69.4m, standard: "72 hours"), Finding("rape in time", percent: 93.7m, standard: "24 hours"))
            .Select(finding => (finding.Standard!, finding.Sides.Single().Figure.Percent!.Value)));

    [Fact]
    public void A_source_that_says_less_supports_and_one_that_says_otherwise_is_a_side()
    {
        var supported = Assert.Single(Read("2024-12-01", Finding("N100", 5, 7), Finding("N100", 5, cited: "https://b")));
        Assert.Equal((Verdict.Stands, 2), (supported.Verdict, supported.Support!.Sources));

        var differing = Assert.Single(Read("2024-12-01", Finding("N100", 5, 7), Finding("N100", 6, 7, cited: "https://b")));
        Assert.Equal((Verdict.Conflicting, 2), (differing.Verdict, differing.Sides.Length));
        Assert.Contains(Mark.Conflicting, differing.Marks);
    }

    [Theory]
    [InlineData("7,10,", ",,95", true)]
    [InlineData(",,95", "7,10,", true)]
    [InlineData("7,10,", ",10,95", true)]
    [InlineData("7,10,", ",,70", false)]
    [InlineData("5,7,", ",,71.4", false)]
    [InlineData("5,7,", ",,71", false)]
    [InlineData("5,7,", ",,73", true)]
    [InlineData("0,7,", ",,0", false)]
    public async Task A_count_and_a_percentage_that_cannot_both_be_right_conflict(string one, string other, bool conflict)
    {
        var file = await Import(Encoding.UTF8.GetBytes($"{Found}\nKent Police,CDI 2014,workload,2014,,{one},,https://a\nKent Police,CDI 2014,workload,2014,,{other},,https://b\n"));
        Assert.Equal(conflict ? 1 : 0, file.Events.OfType<FactEvent.ConflictFound>().Count());

        var (first, second) = (Figure(one), Figure(other));
        var finding = Assert.Single(Read("2024-12-01", Finding("N100", first.Count, first.OutOf, first.Percent), Finding("N100", second.Count, second.OutOf, second.Percent, cited: "https://b")));
        Assert.Equal(conflict ? (Verdict.Conflicting, 2) : (Verdict.Stands, 1), (finding.Verdict, finding.Sides.Length));

        static FindingFigure Figure(string cells) => cells.Split(',') is [var count, var of, var percent]
            ? new(count == "" ? null : int.Parse(count, null), of == "" ? null : int.Parse(of, null), percent == "" ? null : decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture)) : throw new ArgumentException(cells);
    }

    [Theory]
    [InlineData("2024-10-15", 0)]
    [InlineData("2024-10-16", 1)]
    public void A_finding_is_one_from_the_day_of_its_report(string day, int findings) =>
        Assert.Equal(findings, Read(day, Finding("N100", 5, 7)).Length);

    [Fact]
    public void A_practice_is_adopted_by_others_from_the_day_they_did()
    {
        IFinding[] events =
        [
            new PracticeRecorded("metropolitan", "a rapid test kit", null, "PEEL 2021/22", "PEEL 2021/22", Standing.First, From("practice", "https://a", "2022-09-22")),
            new PracticeAdopted("metropolitan", "A rapid test kit", "PEEL 2021/22", "PEEL 2021/22", "kent", Date("2024-01"), Standing.First, From("adopted", "https://b", "2024-03-01")),
        ];

        Assert.Empty(Practices("2023-12-31", events).AdoptedBy);
        Assert.Equal([Mark.DateImprecise], Assert.Single(Practices("2024-01-15", events).AdoptedBy).Marks);
        Assert.Equal(("kent", "2024-01"), Assert.Single(Practices("2024-02-01", events).AdoptedBy) is var adoption ? (adoption.By, $"{adoption.On}") : default);
        Assert.Empty(Assert.Single(FindingReading.Practices(Fold(events), new(new(2025, 1, 1), new(2024, 2, 29)))).AdoptedBy);
    }

    [Theory]
    [InlineData("2021-01-01", "2022-09-22", true)]
    [InlineData("2022-09-21", "2022-09-22", true)]
    [InlineData("2022-09-22", "2022-09-22", false)]
    [InlineData("2022-09", "2022-09-22", false)]
    [InlineData("2022", "2022-09-22", false)]
    [InlineData("2022-08", "2022-09", true)]
    [InlineData("2021", null, false)]
    [InlineData(null, "2022-09-22", false)]
    public void Taken_over_before_it_was_praised_is_out_of_order(string? adopted, string? praised, bool marked)
    {
        var practice = Practices("2024-06-01",
        [
            new PracticeRecorded("metropolitan", "a rapid test kit", null, "PEEL 2021/22", "PEEL 2021/22", Standing.First, From("practice", "https://a", praised)),
            new PracticeAdopted("metropolitan", "A rapid test kit", "PEEL 2021/22", "PEEL 2021/22", "kent", adopted is null ? null : Date(adopted), Standing.First, From("adopted", "https://b", "2024-03-01")),
        ]);

        Assert.Equal((marked, marked), (practice.Marks.Contains(Mark.OutOfOrder), Assert.Single(practice.AdoptedBy).Marks.Contains(Mark.OutOfOrder)));
    }

    [Theory]
    [InlineData(2, 21, "90", "", true)]
    [InlineData(19, 21, "90", "", false)] // 90.47
    [InlineData(19, 21, "91", "", false)] // whichever way it was rounded
    [InlineData(19, 21, "92", "", true)]
    [InlineData(19, 21, "90.6", "", true)]
    [InlineData(19, 21, "92", "About nine in ten cases", false)]
    [InlineData(2, 21, "90", "about nine in ten cases", true)] // no word makes up for so much
    [InlineData(null, 21, "90", "", false)]
    [InlineData(2, null, "90", "", false)]
    [InlineData(0, 21, "0", "", false)]
    public void A_percentage_that_the_count_beside_it_contradicts_is_kept_and_marked(int? count, int? outOf, string percent, string text, bool marked)
    {
        var finding = Assert.Single(Read("2024-12-01", Finding("N100", count, outOf, decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture), text: text)));

        Assert.Equal((Verdict.Stands, marked), (finding.Verdict, finding.Marks.Contains(Mark.CountAndPercentDisagree)));
        Assert.Equal((count, outOf), (finding.Sides[0].Figure.Count, finding.Sides[0].Figure.OutOf));
    }

    [Fact]
    public void An_adoption_that_fits_no_praised_practice_is_listed_until_one_is_on_record()
    {
        IFinding adopted = new PracticeAdopted("metropolitan", "A rapid test kit", "PEEL 2021/22", "PEEL 2021/22", "kent", Date("2024-01"), Standing.First, From("adopted", "https://b", "2024-03-01"));
        IFinding praised = new PracticeRecorded("metropolitan", "a rapid test kit", null, "PEEL 2021/22", "PEEL 2021/22", Standing.First, From("practice", "https://a", "2022-09-22"));
        var today = new Viewpoint(new(2025, 1, 1), new(2025, 1, 1));

        Assert.Equal(("A rapid test kit", "kent"), Assert.Single(FindingReading.Strays(Fold([adopted]), today)) is var stray ? (stray.Practice, Assert.Single(stray.AdoptedBy).By) : default);
        Assert.Empty(FindingReading.Strays(Fold([adopted]), today with { KnownAt = new(2024, 2, 1) }));
        Assert.Empty(FindingReading.Strays(Fold([adopted, praised]), today));
    }

    [Fact]
    public void No_order_of_arrival_changes_what_is_read() =>
        (from findings in Some.Array[0, 8] from shuffled in Gen.Shuffle(findings) from day in Gen.Int[0, 1000] from strict in Gen.Bool select (findings, shuffled, day, strict)).Sample(arrivals =>
        {
            var view = new Viewpoint(new DateOnly(2023, 1, 1).AddDays(arrivals.day), new DateOnly(2023, 1, 1).AddDays(1000 - arrivals.day), null, arrivals.strict);
            return Text(arrivals.findings) == Text(arrivals.shuffled);

            string Text(FindingRecorded[] found) => System.Text.Json.JsonSerializer.Serialize(
                FindingReading.Findings(Fold(found.DistinctBy(finding => finding.Source.ClaimId), sameTime: true), view).Select(finding => new { finding.Texts, finding.Verdict, finding.Sides, finding.Marks }), EventJson.Options);
        });

    [Fact]
    public void A_finding_is_kept_once_and_judges_nothing()
    {
        var command = new GradingCommand.RecordFinding("metropolitan", "PEEL 2021/22", "PEEL 2021/22", "workload", null, null, null, null, "overtime", Standing.First, From("f", "https://a", "2022"));
        var decided = ProgrammeRecord.Decide(command, ProgrammeRecord.Initial);
        var record = decided.Aggregate(ProgrammeRecord.Initial, ProgrammeRecord.Evolve);

        Assert.IsType<FindingRecorded>(Assert.Single(decided));
        Assert.Empty(ProgrammeRecord.Decide(command, record));
        Assert.Equal((ProgrammeRecord.Initial.Areas, ProgrammeRecord.Initial.Audits), (record.Areas, record.Audits));
    }

    [Fact]
    public void A_disputed_finding_stays_and_says_who_disputes_it_and_a_withdrawn_one_ends()
    {
        var found = Finding("N100", 43, 62);
        Trail Noted(AnnotationKind what) => Trail.Empty("hertfordshire", "hertfordshire").With(
            new Annotation(found.Source.FactId, what, Date("2024-11-01"), "the chief constable", "a year old", null, null, From("note", "https://reply", "2024-11-01")), Imported);
        FindingStanding At(string day, AnnotationKind what) => Assert.Single(FindingReading.Findings(Fold([found]), new Viewpoint(DateOnly.Parse(day, null), new(2025, 1, 1)), Noted(what)));

        Assert.Equal((Verdict.Stands, Mark.Disputed, "a year old"), At("2024-11-01", AnnotationKind.Disputed) is var disputed ? (disputed.Verdict, Assert.Single(disputed.Marks), Assert.Single(disputed.Trail.Steps).Why) : default);
        Assert.Empty(At("2024-10-31", AnnotationKind.Disputed).Marks);
        Assert.Equal((Verdict.Withdrawn, Mark.Withdrawn), At("2024-11-01", AnnotationKind.Withdrawn) is var withdrawn ? (withdrawn.Verdict, Assert.Single(withdrawn.Marks)) : default);
    }

    [Fact]
    public void Of_two_counts_the_one_that_was_settled_on_stands()
    {
        FindingRecorded[] found = [Finding("N100", 50, 62), Finding("N100", 43, 62, cited: "https://b")];
        Assert.Equal(new Statement.IsFinding(43, 62, null).InWords, new FindingFigure(43, 62, null).InWords());
        var settled = Trail.Empty("hertfordshire", "hertfordshire").With(
            new Settling(found[0].Source.FactId, 1, new("43 of 62", found[1].Source.ClaimId, "https://b", [], ["50 of 62"]), SettledBy.Person, null, "Ann", "because", new(2026, 1, 5)), Imported);

        var finding = Assert.Single(FindingReading.Findings(Fold(found), new Viewpoint(new(2024, 12, 1), new(2025, 1, 1)), settled));
        Assert.Equal((Verdict.Stands, 43, 50), (finding.Verdict, Assert.Single(finding.Sides).Figure.Count, Assert.Single(finding.Overruled).Figure.Count));
        Assert.Equal([Mark.Settled], finding.Marks);
    }

    private static System.Collections.Immutable.ImmutableArray<FindingStanding> Read(string day, params IFinding[] events) =>
        FindingReading.Findings(Fold(events), new Viewpoint(DateOnly.Parse(day, null), DateOnly.Parse(day, null)));

    private static PracticeStanding Practices(string day, IFinding[] events) =>
        Assert.Single(FindingReading.Practices(Fold(events), new Viewpoint(DateOnly.Parse(day, null), new(2025, 1, 1))));

    private static ProgrammeFindings Fold(IEnumerable<IFinding> events, bool sameTime = false) => events.Index().Aggregate(
        new ProgrammeFindings("hertfordshire/peel-2023-25", "hertfordshire", "PEEL 2023-25", [], [], []),
        (findings, next) => ProgrammeFindings.Evolve(findings, findings.Id, next.Item, Imported, sameTime ? 1 : next.Index + 1));

    private static FindingRecorded Finding(
        string topic, int? count = null, int? outOf = null, decimal? percent = null, string? standard = null, string text = "", string? published = "2024-10-16", string cited = "https://a") =>
        new("hertfordshire", "PEEL 2023-25", "PEEL 2023-25", topic, standard, count, outOf, percent, text, Standing.First, From($"finding/{topic}/{standard}", $"{cited}/{count}/{outOf}/{percent}/{text}", published));

    private static Provenance From(string fact, string cited, string? published) => new(
        NameBasedId.Of(fact, cited, published), fact, 1, cited, "a-submission", 2, published is null ? null : Date(published));

    private static PartialDate Date(string text) => PartialDate.Parse(text);
}
