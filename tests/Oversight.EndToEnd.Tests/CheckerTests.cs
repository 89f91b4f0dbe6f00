using System.Collections.Immutable;
using Oversight.EndToEnd.Tests.Checking;
using Xunit;

namespace Oversight.EndToEnd.Tests;

/// <summary>Nobody may trust a checker that has never been seen to find anything.</summary>
public sealed class CheckerTests
{
    private const string Metropolitan = "metropolitan/peel-2021-22";

    private static readonly string[] Rows = ["row-1", "row-2", "row-3", "row-4"];

    private static readonly ImmutableArray<StoredEvent> Claims =
    [
        Claim(1, "grade/metropolitan/peel-2021-22/preventing-crime", 1, "row-1"), Claim(2, "grade/metropolitan/peel-2021-22/preventing-crime", 2, "row-2"),
        Claim(3, "grade/metropolitan/peel-2021-22/managing-offenders", 1, "row-3"), Claim(4, "grade/metropolitan/peel-2021-22/managing-offenders", 2, "row-4"),
    ];

    private static readonly ImmutableArray<StoredEvent> Grades = [.. Enumerable.Range(1, 4).Select(n =>
        new StoredEvent(n, Metropolitan, n, "grading.grade-awarded.v1", $$$"""{"body":"metropolitan","source":{"claimId":"of row-{{{n}}}"}}"""))];

    private static readonly ImmutableArray<StoredEvent> Notes = [.. Enumerable.Range(1, 4).Select(n =>
        new StoredEvent(n, "metropolitan", n, "monitoring.grade-noted.v1", $$$"""{"provenance":{"claimId":"of row-{{{n}}}"}}"""))];

    [Fact]
    public void Nothing_is_found_where_nothing_is_wrong() => Assert.Empty(Check());

    [Fact]
    public void An_accepted_row_that_is_not_stored() =>
        Found(Fault.Lost, "ingestion", "row-5", Checker.Check([.. Rows, "row-5"], Stores(Claims, Grades, Notes)));

    [Fact]
    public void A_stored_claim_that_nobody_made() =>
        Found(Fault.Invented, "ingestion", "row-4", Checker.Check(Rows[..3], Stores(Claims, Grades, Notes)));

    [Fact]
    public void Rows_of_one_fact_stored_the_wrong_way_round() =>
        Found(Fault.OutOfOrder, "ingestion", "row-2", Checker.Check(["row-2", "row-1", "row-3", "row-4"], Stores(Claims, Grades, Notes)));

    [Fact]
    public void An_event_lost_on_the_way()
    {
        Found(Fault.Lost, "grading", "of row-2", Check(grades: Renumbered(Grades.RemoveAt(1))));
        Found(Fault.Lost, "monitoring", "of row-4", Check(notes: Renumbered(Notes.RemoveAt(3))));
    }

    [Fact]
    public void An_event_taken_in_twice()
    {
        Found(Fault.Doubled, "grading", "of row-2", Check(grades: Renumbered(Grades.Add(Grades[1]))));
        Found(Fault.Doubled, "monitoring", "of row-1", Check(notes: Renumbered(Notes.Insert(2, Notes[0]))));
        Found(Fault.Doubled, "ingestion", "row-3", Check(claims: Claims.Add(Claim(5, "grade/metropolitan/peel-2021-22/managing-offenders", 3, "row-3"))));
    }

    [Fact]
    public void Two_events_that_overtook_each_other() =>
        Found(Fault.OutOfOrder, "monitoring", "of row-2", Check(notes: Renumbered([Notes[1], Notes[0], Notes[2], Notes[3]])));

    [Fact]
    public void An_effect_without_a_cause() =>
        Found(Fault.Invented, "monitoring", "of row-9", Check(notes: Notes.Add(Notes[0] with { Version = 5, Data = """{"provenance":{"claimId":"of row-9"}}""" })));

    [Fact]
    public void A_stream_with_a_hole() => Found(Fault.Hole, "grading", Metropolitan, Check(grades: Grades.RemoveAt(1)));

    [Fact]
    public void A_stream_whose_events_are_all_gone() => Assert.Contains(
        Checker.Check(Rows, Stores(Claims, [], Notes, gradingEnds: 4)), finding => finding is { Fault: Fault.Hole, Service: "grading" });

    [Fact]
    public void A_watermark_that_runs_ahead_of_its_source_or_lags()
    {
        Found(Fault.WatermarkBeyondSource, "monitoring", "ingestion is 9", Checker.Check(Rows, Stores(Claims, Grades, Notes, watermark: 9)));
        Found(Fault.Behind, "monitoring", "ingestion is 3", Checker.Check(Rows, Stores(Claims, Grades, Notes, watermark: 3)));
    }

    [Fact]
    public void What_is_parked() =>
        Found(Fault.Parked, "grading", "held", Checker.Check(Rows, [.. Stores(Claims, Grades, Notes).Select(store => store.Service == "grading" ? store with { Parked = ["held"] } : store)]));

    [Fact]
    public void A_projection_that_stopped() =>
        Found(Fault.Behind, "grading", "view:All", Checker.Check(Rows, [.. Stores(Claims, Grades, Notes).Select(store =>
            store.Service == "grading" ? store with { Progress = new Dictionary<string, long> { ["view:All"] = 2 } } : store)]));

    [Fact]
    public void A_view_that_a_rebuild_would_make_otherwise()
    {
        var live = new Dictionary<string, string> { ["kent"] = "{\"n\": 1}", ["essex"] = "{}" };
        var rebuilt = new Dictionary<string, string> { ["kent"] = "{\"n\": 2}", ["surrey"] = "{}" };

        Assert.Empty(Checker.CheckViews("grading", live, live));
        var findings = Checker.CheckViews("grading", live, rebuilt);
        Assert.Equal(3, findings.Count);
        Found(Fault.ViewDiffers, "grading", "kent differs", findings);
        Found(Fault.ViewDiffers, "grading", "essex is gone", findings);
        Found(Fault.ViewDiffers, "grading", "surrey is there only after", findings);
    }

    private static void Found(Fault fault, string service, string what, IReadOnlyList<Finding> findings) =>
        Assert.Contains(findings, finding => finding.Fault == fault && finding.Service == service && finding.What.Contains(what, StringComparison.Ordinal));

    private static IReadOnlyList<Finding> Check(ImmutableArray<StoredEvent>? claims = null, ImmutableArray<StoredEvent>? grades = null, ImmutableArray<StoredEvent>? notes = null) =>
        Checker.Check(Rows, Stores(claims ?? Claims, grades ?? Grades, notes ?? Notes));

    private static StoreHistory[] Stores(
        ImmutableArray<StoredEvent> claims, ImmutableArray<StoredEvent> grades, ImmutableArray<StoredEvent> notes, long? watermark = null, long gradingEnds = 0)
    {
        var (ingestion, grading) = (Store("ingestion", claims, []), Store("grading", grades, new() { ["ingestion"] = claims.Max(stored => stored.Sequence) }));
        if (gradingEnds > 0)
        {
            grading = grading with { StreamEnds = new Dictionary<string, long> { [Metropolitan] = gradingEnds } };
        }

        return [ingestion, grading, Store("monitoring", notes, new() { ["ingestion"] = watermark ?? ingestion.Head, ["grading"] = grading.Head })];
    }

    private static StoreHistory Store(string service, ImmutableArray<StoredEvent> events, Dictionary<string, long> watermarks)
    {
        var head = events.Select(stored => stored.Sequence).DefaultIfEmpty().Max();
        return new(service, events, head, events.GroupBy(stored => stored.Stream).ToDictionary(stream => stream.Key, stream => stream.Max(stored => stored.Version)),
            watermarks, new Dictionary<string, long> { ["relay:All"] = head }, []);
    }

    private static ImmutableArray<StoredEvent> Renumbered(ImmutableArray<StoredEvent> events) =>
        [.. events.Select((stored, index) => stored with { Sequence = index + 1, Version = index + 1 })];

    private static StoredEvent Claim(long sequence, string stream, long version, string cited) => new(sequence, stream, version, "ingestion.grade-claimed.v1",
        $$$"""{"body":"metropolitan","programme":"PEEL 2021/22","provenance":{"claimId":"of {{{cited}}}","cited":"{{{cited}}}"}}""");
}
