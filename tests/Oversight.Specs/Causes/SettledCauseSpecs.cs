using Oversight.Core;
using Oversight.Ingestion.Facts;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Trails;
using Xunit;
using static Oversight.Specs.Causes.Concerns;
using CauseStep = Oversight.Monitoring.Causes.CauseStep;

namespace Oversight.Specs.Causes;

/// <summary>A conflict about a cause that was settled: every read shows the side that counts, and who says otherwise.</summary>
public sealed class SettledCauseSpecs
{
    private static readonly BodyEvent[] RaisedTwice = [Raised("2023-05-01", cited: "a letter", recommendations: 3), Raised("2023-06-01", cited: "an article")];
    private static readonly BodyEvent[] ClosedTwice = [Raised("2022-10-14"), Then(CauseStep.Closed, "2023-12", cited: "a letter"), Then(CauseStep.Closed, "2023-01", cited: "an article")];

    [Fact]
    public void Raised_on_the_day_that_was_settled_with_the_other_one_listed_as_overruled()
    {
        var cause = At("2023-05-15", [.. RaisedTwice, Settle(RaisedTwice[0], "raised 2023-05-01, 3 recommendations", "raised 2023-06-01")]);

        Assert.Equal(("2023-05-01", CauseState.NoClosureFound, 3, "14 days"), ($"{cause.Raised.On}", cause.State, cause.Recommendations.Total, $"{cause.Age}"));
        Assert.Equal([Mark.Settled], cause.Marks);
        Assert.Equal("2023-06-01", $"{Assert.Single(cause.Sides.Overruled).Value.RaisedOn}");
        Assert.Equal(("settled", "because"), (Assert.Single(cause.Trail.Steps).What, cause.Trail.Steps[0].Why));
        Assert.Contains(Mark.Conflicting, At("2023-05-15", RaisedTwice).Marks);
    }

    [Fact]
    public void Closed_on_the_day_that_was_settled()
    {
        var settled = Settle(ClosedTwice[1], "2023-12", "2023-01");

        Assert.Equal((CauseState.CannotTell, true), (At("2023-06-01", ClosedTwice).State, At("2023-06-01", ClosedTwice).Marks.Contains(Mark.Conflicting)));
        Assert.Equal(CauseState.Open, At("2023-06-01", [.. ClosedTwice, settled]).State);
        var closed = At("2024-01-01", [.. ClosedTwice, settled]);
        Assert.Equal((CauseState.Closed, "2023-12", "Settled"), (closed.State, $"{closed.Closed!.On}", string.Join(", ", closed.Marks)));
        Assert.Equal("2023-01", $"{Assert.Single(closed.Steps.Single(step => step.Kind == CauseStep.Closed).Sides.Overruled).Value.On}");
    }

    [Fact]
    public void The_timeline_shows_it_too()
    {
        var events = Monitoring.Claims.Recorded([.. ClosedTwice, Settle(ClosedTwice[1], "2023-12", "2023-01")]);
        var entry = Assert.Single(History.Of("metropolitan", events, Monitoring.Claims.On("2026-01-04", "2026-01-04")), entry => entry.Id.EndsWith("/Closed/", StringComparison.Ordinal) && entry.Kind == "cause");

        Assert.Equal(("2023-12", Mark.Settled), ($"{entry.On}", Assert.Single(entry.Marks)));
    }

    [Fact]
    public void What_contradicts_it_later_is_marked_and_changes_nothing()
    {
        var cause = At("2024-01-01", [.. ClosedTwice, Settle(ClosedTwice[1], "2023-12", "2023-01"), Then(CauseStep.Closed, "2022-12", cited: "a paper")]);

        Assert.Equal("2023-12", $"{cause.Closed!.On}");
        Assert.Equal([Mark.Conflicting, Mark.Settled], cause.Marks);
    }

    [Fact]
    public void Whoever_cannot_see_the_side_that_counts_sees_no_settlement()
    {
        BodyEvent[] events = [Raised("2022-10-14"), Then(CauseStep.Closed, "2023-12", published: "2025-01-01", cited: "a letter"), Then(CauseStep.Closed, "2023-01", cited: "an article")];
        var folded = Monitoring.Claims.Recorded([.. events, Settle(events[1], "2023-12", "2023-01")]);
        var cause = Assert.Single(CauseReading.At(BodyCauses.Fold("metropolitan", folded), Monitoring.Claims.On("2024-01-01", "2024-01-01"), TrailEntries.Fold("metropolitan", folded)));

        Assert.Equal(("2023-01", false), ($"{cause.Closed!.On}", cause.Marks.Contains(Mark.Settled)));
    }

    [Theory] // A settlement names its sides in the words of the service that found the conflict.
    [InlineData(null, Oversight.Monitoring.Causes.Acceleration.Unknown, null)]
    [InlineData("2022-10", Oversight.Monitoring.Causes.Acceleration.Yes, 3)]
    [InlineData("2022-10-14", Oversight.Monitoring.Causes.Acceleration.No, 1)]
    public void A_cause_is_put_in_the_words_in_which_its_conflict_is(string? on, Oversight.Monitoring.Causes.Acceleration accelerated, int? recommendations)
    {
        PartialDate? date = on is null ? null : PartialDate.Parse(on);
        ISaid<CauseSaid> said = new CauseSaid("", "", "", "", date, accelerated, recommendations, "");
        ISaid<StepSaid> step = new StepSaid("", "", "", "", CauseStep.Closed, date, null, on is null ? null : "within 3 months", null, null, null, "");

        Assert.Equal(new Statement.IsCause(date, Enum.Parse<Oversight.Ingestion.Facts.Acceleration>($"{accelerated}"), recommendations).InWords, said.InWords);
        Assert.Equal(new Statement.IsCauseStep(date, on is null ? null : "within 3 months").InWords, step.InWords);
    }

    private static Cause At(string day, params BodyEvent[] events)
    {
        var recorded = Monitoring.Claims.Recorded(events);
        return Assert.Single(CauseReading.At(BodyCauses.Fold("metropolitan", recorded), Monitoring.Claims.On(day), TrailEntries.Fold("metropolitan", recorded)));
    }

    private static BodyEvent.SettlementNoted Settle(BodyEvent about, string value, string overruled)
    {
        var source = about switch { BodyEvent.CauseNoted e => e.Provenance, BodyEvent.CauseStepNoted e => e.Provenance, _ => throw new InvalidOperationException() };
        return new("A cause", new(source.FactId, 1, new(value, source.ClaimId, source.Cited, [], [overruled]), SettledBy.Person, null, "Ann", "because", new(2026, 1, 5)));
    }
}
