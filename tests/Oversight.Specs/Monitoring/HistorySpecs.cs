using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.EntryLinks;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Investigations;
using Oversight.Monitoring.Stays;
using Xunit;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Monitoring;

public sealed class HistorySpecs
{
    private const string Peel = "PEEL 2021/22";

    private static readonly BodyEvent[] Met =
    [
        Timeline("2022-06-29", "parliament", "Policing Minister's statement"),
        Engage("2022-06-28"),
        Grade(Peel, "Preventing crime", "good", "2022-09-22"),
        Grade(Peel, "Responding to the public", "inadequate", "2022-09-22"),
        Scan("2025-01-23"),
        Timeline("2025-02-26", "publication", "Revisit report published"),
        Timeline("2024-05", "monitoring", "Milestone Plan agreed"),
        Timeline("2018-06", "iopc", "Operation Hotton referred"),
    ];

    [Fact]
    public void Newest_first() => Assert.Equal(
        ["2025-02-26 publication", "2025-01-23 scan", "2024-05 monitoring", "2022-09-22 grades", "2022-06-29 parliament", "2022-06-28 engage", "2018-06 iopc"],
        Of(Met).Select(entry => $"{entry.On} {entry.Kind}"));

    [Fact]
    public void A_move_is_joined_to_the_report_that_came_after_it()
    {
        var history = Of(Met);

        Assert.Equal("PEEL 2021/22: 2 grades", Assert.Single(Entry(history, "engage").Links).Title);
        Assert.Equal("Revisit report published", Assert.Single(Entry(history, "scan").Links).Title);
        Assert.Equal(("preceding-move", "engage/2022-06-28"), (Entry(history, "grades").Links[0].Relation, Entry(history, "grades").Links[0].Id));
    }

    [Fact]
    public void The_same_event_from_two_sources_is_one_entry() =>
        Assert.Equal(2, Assert.Single(Of(Timeline("2022-06-29", "court", "Hearing", "one"), Timeline("2022-06-29", "court", "Hearing", "other"))).Sources.Count);

    [Fact]
    public void What_only_may_have_happened_is_marked()
    {
        var plan = Assert.Single(Of(Met, "2024-05-10"), entry => entry.Kind == "monitoring");

        Assert.Contains(Mark.DateImprecise, plan.Marks);
        Assert.DoesNotContain(Of(Met, "2024-04-30"), entry => entry.Kind == "monitoring");
    }

    [Fact]
    public void Grades_that_their_own_sources_do_not_date_take_the_day_of_their_report()
    {
        BodyEvent[] met = [Grade(Peel, "Preventing crime", "good", null), Grade(Peel, "Managing offenders", "good", null), Grade("PEEL 2023-25", "Preventing crime", "good", null),
            Step(EngageStep.ReportPublished, "2022-09-22", "2022-09-22", cited: "a newspaper", detail: "PEEL 2021/22, three months after the move")];

        var dated = Assert.Single(Of(met), entry => entry is { Kind: "grades", On: not null });
        Assert.Equal(("2022-09-22", "PEEL 2021/22: 2 grades"), (dated.On.ToString(), dated.Title));
        Assert.Equal([Mark.PublicationDayByAnotherSource], dated.Marks);
        Assert.All(dated.Sources, source => Assert.StartsWith("a newspaper", source.DatedBy, StringComparison.Ordinal));
        Assert.DoesNotContain(Of(met, "2022-09-21"), entry => entry is { Kind: "grades", On: not null });
    }

    [Fact]
    public void A_date_that_a_source_of_the_grade_gives_is_left_alone() => Assert.Equal(["2022-04-13"],
        Of(Grade(Peel, "Preventing crime", "good", "2022-04-13"), Step(EngageStep.ReportPublished, "2022-09-22", detail: Peel)).Where(entry => entry.Kind == "grades").Select(entry => $"{entry.On}"));

    [Fact]
    public void What_nobody_dates_comes_last()
    {
        var last = Of([.. Met, Grade("PEEL 2018/19", "Legitimacy", "good", published: null)])[^1];

        Assert.Equal(("grades", null), (last.Kind, last.On));
        Assert.Equal([Mark.DateUnknown, Mark.PublicationDateUnknown], last.Marks);
    }

    [Fact]
    public void A_timeline_that_nobody_dates_the_publication_of_is_left_out_when_strict() =>
        Assert.Equal(["scan", "grades", "engage"], Of(Met, strict: true).Select(entry => entry.Kind));

    [Fact]
    public void Sources_that_disagree_on_a_move_are_all_shown()
    {
        var move = Assert.Single(Of(Engage("2022-06"), Engage("2022-07-06")));

        Assert.Equal(["2022-06", "2022-07-06"], move.Sources.Select(source => source.Says));
        Assert.Equal([Mark.Conflicting], move.Marks);
        Assert.StartsWith("Sources date it June 2022 and 6 July 2022.", move.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Practices_and_findings_are_entries_of_their_own_kinds()
    {
        BodyEvent[] events =
        [
            new BodyEvent.PracticeNoted("a drink-spiking test kit", "innovative", Peel, Peel, From("a report", "2022-09-22", "practice/kit")),
            new BodyEvent.FindingNoted(Peel, Peel, "N100 records", "24 hours", 5, 7, null, "used wrongly", From("a report", "2022-09-22", "finding/n100")),
            new BodyEvent.FindingNoted(Peel, Peel, "workload", null, null, null, null, "rest days cancelled", From("a newspaper", null, "finding/workload")),
        ];

        Assert.Equal(
            ["2022-09-22 finding PEEL 2021/22: N100 records, 5 of 7", "2022-09-22 practice PEEL 2021/22: praised for a drink-spiking test kit", " finding PEEL 2021/22: workload"],
            Of(events).Select(entry => $"{entry.On} {entry.Kind} {entry.Title}"));
        Assert.Equal(["used wrongly; standard: 24 hours", "The inspectorate calls it innovative practice", "rest days cancelled"], Of(events).Select(entry => entry.Detail));
        Assert.Equal([Mark.TinyDenominator], Of(events)[0].Marks);
        Assert.DoesNotContain(Of(events, "2022-09-21"), entry => entry.On is not null);
    }

    [Fact]
    public void A_timeline_is_known_from_the_day_on_which_its_page_came_out_as_the_same_page_says_elsewhere()
    {
        BodyEvent[] met = [Case(InvestigationStep.Concluded, "2020-03", name: "Operation Hotton", published: "2022-02"), Timeline("2020-03", "iopc", "Operation Hotton investigation concluded", "a page")];

        Assert.Empty(History.Of("metropolitan", Recorded(met), On("2021-01-01", "2021-01-01")));
        var entry = Assert.Single(History.Of("metropolitan", Recorded(met), On("2023-01-01", "2023-01-01")));
        Assert.Equal(("iopc", "Operation Hotton investigation concluded", 2), (entry.Kind, entry.Title, entry.Sources.Count));
        Assert.Equal(["Operation Hotton: concluded"], entry.Tells.Select(told => told.Title));
        Assert.Empty(entry.Marks);
    }

    [Fact]
    public void What_one_page_says_of_one_day_is_told_once_and_what_another_page_says_stays()
    {
        BodyEvent[] met =
        [
            Engage("2022-06-28", "2022-06-28"), Timeline("2022-06-28", "monitoring", "Met moved from Scan to Engage", "a letter 2022-06-28"), Timeline("2022-06-28", "monitoring", "Told elsewhere"),
            Step(EngageStep.Ppog, "2025-01-22", "2025-01-23", detail: "asked"), Timeline("2025-01-22", "monitoring", "Met presents", "a letter asked"), Link("2022-06-28 moved scan", Relation.RelatesTo, "engage-step/ppog/2025-01-22"),
        ];
        var history = Of(met);

        Assert.Equal(["2025-01-22 monitoring Met presents", "2022-06-28 engage Moved to Engage", "2022-06-28 monitoring Told elsewhere"], history.Select(entry => $"{entry.On} {entry.Kind} {entry.Title}"));
        Assert.Equal(["engage/2022-06-28"], history[0].Links.Where(link => link.Relation == "relates-to").Select(link => link.Id));
        Assert.True(history[0].IsOf("engage-step") && history[1].IsOf("monitoring"));
        Assert.DoesNotContain(History.Of("metropolitan", Recorded(met), On("2025-02-01", "2025-01-22")), entry => entry.Title == "Met presents");
    }

    [Fact]
    public void Every_body_of_the_public_record_has_a_history_with_a_source_for_each_entry() =>
        Assert.All(PublicRecord.Events, body => Assert.All(
            History.Of(body.Key, Recorded(body.Value), On("2026-01-01")), entry => Assert.NotEmpty(entry.Sources)));

    private static HistoryEntry Entry(IEnumerable<HistoryEntry> history, string kind) => history.Single(entry => entry.Kind == kind);

    private static IReadOnlyList<HistoryEntry> Of(params BodyEvent[] events) => Of(events, "2026-01-01");

    private static IReadOnlyList<HistoryEntry> Of(BodyEvent[] events, string asOf = "2026-01-01", bool strict = false) =>
        History.Of("metropolitan", Recorded(events), On(asOf, strict: strict));
}
