using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Deadlines;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Investigations;
using Oversight.Monitoring.ReportResponses;
using Oversight.Monitoring.Trails;
using Xunit;
using static Oversight.Monitoring.ReportResponses.ResponseStep;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Monitoring;

/// <summary>Sources that date a report or a step of an investigation differently, and who says which of them counts.</summary>
public sealed class SettledStepsSpecs
{
    private const string OfReport = "section-55/kent/cdi-2018/published/2024-02-10", OfCase = "investigation/kent/child-q/referred/2023-01-05";

    private static readonly BodyEvent[] Report =
    [
        Answered(Published, "2024-02-10") with { Provenance = From("the inspectorate", null, OfReport) }, Answered(Published, "2024-02-12") with { Provenance = From("the force", null, OfReport) },
        Answered(ResponsePublished, "2024-04-06"),
    ];

    private static readonly BodyEvent[] Case =
    [
        Referral("2023-01-05", "mandatory", "the complaints body"), Referral("2023-01-09", "voluntary", "a newspaper"),
    ];

    [Theory]
    [InlineData(null, ResponseState.CannotTell, "2024-04-05", "2024-04-07", "Conflicting")]
    [InlineData("2024-02-10", ResponseState.Late, "2024-04-05", "2024-04-05", "Settled")]
    [InlineData("2024-02-12", ResponseState.Met, "2024-04-07", "2024-04-07", "Settled")]
    public void The_days_of_a_report_are_counted_from_the_side_that_counts(string? settled, ResponseState state, string first, string last, string mark)
    {
        var report = Assert.Single(Reports("2026-01-01", [.. Report, .. Settling(OfReport, settled, "2024-02-10", "2024-02-12")]));

        Assert.Equal((state, DateOnly.Parse(first, null), DateOnly.Parse(last, null)), (report.State, report.EarliestLastDay!.Value, report.LastDay!.Value));
        Assert.Contains(report.Marks, told => $"{told}" == mark);
        Assert.Equal(settled is null ? 0 : 1, report.Overruled.Count);
        Assert.Equal(settled is null ? 0 : 1, report.Trail.Settlings.Count);
    }

    [Fact]
    public void The_clock_counts_from_it_too()
    {
        BodyEvent[] unanswered = [.. Report[..2], .. Settling(OfReport, "2024-02-10", "2024-02-10", "2024-02-12")];

        Assert.Equal(new DateOnly(2024, 4, 5), Assert.Single(AllDeadlines.Missed("kent", Recorded(unanswered), new(2024, 4, 6))).Deadline.LastDay);
        Assert.Empty(AllDeadlines.Missed("kent", Recorded(Report[..2]), new(2024, 4, 6)));
    }

    [Theory]
    [InlineData(null, "mandatory or voluntary", "Conflicting")]
    [InlineData("2023-01-05, mandatory", "mandatory", "Settled")]
    [InlineData("2023-01-09, voluntary", "voluntary", "Settled")]
    public void The_route_of_an_investigation_is_that_of_the_side_that_counts(string? settled, string route, string mark)
    {
        BodyEvent[] events = [.. Case, .. Settling(OfCase, settled, "2023-01-05, mandatory", "2023-01-09, voluntary")];
        var found = Assert.Single(Investigation.All(InvestigationRecord.Fold("kent", Recorded(events)), On("2026-01-01"), TrailEntries.Fold("kent", Recorded(events))));

        Assert.Equal(route, found.Route);
        Assert.Equal(mark, string.Join(' ', found.Marks.Where(told => told is Mark.Conflicting or Mark.Settled)));
        Assert.Equal(settled is null ? 0 : 1, found.Overruled.Count);
        Assert.Equal(settled?.Split(',')[0] ?? "2023-01", $"{found.Steps[0].When.On}");
    }

    [Theory]
    [InlineData("2024-04-05", false)]
    [InlineData("2024-04-06", true)]
    public void Nobody_is_told_of_a_miss_before_the_last_day_has_passed(string asOf, bool told)
    {
        BodyEvent[] events = [Report[0], Noted()];

        Assert.Equal(told, Assert.Single(Reports(asOf, events)).Missed is not null);
        Assert.Equal(told, History.Of("kent", Recorded(events), On(asOf)).Any(entry => entry.Kind == "deadline"));
    }

    [Theory]
    [InlineData("2024-04-01", true)]
    [InlineData("2024-04-09", false)]
    public void A_miss_that_what_came_to_be_known_since_refutes_is_corrected(string answered, bool refuted)
    {
        BodyEvent[] events = [Report[0], Noted(), Answered(ResponsePublished, answered)];
        var entry = Assert.Single(History.Of("kent", Recorded(events), On("2026-01-01")), entry => entry.Kind == "deadline");

        Assert.Equal(refuted, Assert.Single(Reports("2026-01-01", events)).IsMissRefuted);
        Assert.Equal(refuted, entry.Marks.Contains(Mark.Corrected));
        Assert.Equal(refuted, entry.Detail!.EndsWith("as is known by now, nothing was missed", StringComparison.Ordinal));
    }

    private static BodyEvent.DeadlineMissed Noted() => new("section-55", "cdi-2018", "Answer to CDI 2018", "the commissioner", new(2024, 4, 5), new(2024, 4, 6), [Guid.Empty], null);

    private static BodyEvent.InvestigationStepNoted Referral(string on, string route, string cited) =>
        Claims.Case(InvestigationStep.Referred, on, route) with { Provenance = From(cited, null, OfCase) };

    private static IReadOnlyList<ReportResponse> Reports(string asOf, BodyEvent[] events) =>
        ReportResponse.All(ReportResponseRecord.Fold("kent", Recorded(events)), On(asOf), TrailEntries.Fold("kent", Recorded(events)));

    private static IEnumerable<BodyEvent> Settling(string fact, string? on, params string[] sides) => on is null ? []
        : [new BodyEvent.SettlementNoted("a step", new(fact, 1, new(on, Guid.Empty, "a page", [], [.. sides.Where(side => side != on)]), SettledBy.Person, null, "Ann", "because", new(2025, 1, 5)))];
}
