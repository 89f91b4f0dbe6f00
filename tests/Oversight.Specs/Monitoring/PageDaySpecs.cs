using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Stays;
using Xunit;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Monitoring;

/// <summary>A page cannot have been published before the day of which it tells; what was known then was known from somewhere else.</summary>
public sealed class PageDaySpecs
{
    private const string Letter = "the letter of January 2025";

    // As the public record has it of the Met: named on 28 June 2022, cited from the letter that ended it.
    [Theory]
    [InlineData("2025-01-23")]
    [InlineData(null)]
    public void A_move_that_is_cited_from_a_page_of_its_end_says_that_the_day_of_publication_is_another_sources(string? published)
    {
        var record = Record(Moved("2022-06-28", "2022-06-28"), Returned("2025-01-23", published));
        var then = record.At("2022-07-08", "2022-07-08");

        Assert.Equal(Phase.Engage, then.Phase);
        Assert.Equal([Mark.PublicationDayByAnotherSource], then.Marks);
        Assert.True(Assert.Single(SourceShown.Of(then.Claims, _ => null)).PageIsLater);
        Assert.DoesNotContain(Mark.PublicationDayByAnotherSource, record.At("2025-02-01").Marks); // The exit is told by its own page.
    }

    // Greater Manchester: one row gives the entry, dated, and the exit beside it, which its page cannot have told.
    [Fact]
    public void The_end_that_a_row_gives_beside_a_dated_beginning_says_nothing_of_its_page() =>
        Assert.Empty(Record(Moved("2020-12-17", "2020-12-17"), Returned("2022-10-28", null, line: 2)).At("2021-01-01", "2021-01-01").Marks);

    [Fact]
    public void A_source_of_its_own_day_is_enough()
    {
        var answer = Record(Moved("2022-06-28", "2022-06-28"), Engage("2022-06-28", "2022-06-28", "a news release"), Returned("2025-01-23", "2025-01-23")).At("2022-07-08");

        Assert.Empty(answer.Marks);
        Assert.Equal([false, true], SourceShown.Of(answer.Claims, _ => null).Select(source => source.PageIsLater));
    }

    [Fact]
    public void A_page_that_announces_what_is_to_come_is_as_old_as_it_says() =>
        Assert.Empty(Record(Moved("2022-06-28", "2022-06-01")).At("2022-07-08").Marks);

    [Fact]
    public void Days_no_page_surely_contradicts_are_left_alone() =>
        Assert.Empty(Record(Moved("2022-06-28", "2022"), Returned("2022-11-01", "2022-11-01")).At("2023-01-01", "2023-01-01").Marks);

    [Fact]
    public void What_was_recorded_later_says_nothing_of_what_was_known_before()
    {
        var events = Recorded(Moved("2022-06-28", "2022-06-28"), Returned("2025-01-23", null));
        var before = On("2022-07-08") with { RecordedAt = events[0].RecordedAt };

        Assert.Empty(PhaseAnswer.At(BodyRecords.Fold("metropolitan", events), before).Marks);
    }

    [Fact]
    public void A_cause_is_told_of_by_the_page_of_a_move_and_says_so_in_register_and_timeline()
    {
        BodyEvent[] events = [Cause("2022-06-28", "2022-09-22"), Returned("2025-01-23", "2025-01-23")];
        var (stream, at) = (Recorded(events), On("2023-01-01"));

        Assert.Equal([Mark.PublicationDayByAnotherSource], Assert.Single(CauseReading.At(BodyCauses.Fold("metropolitan", stream), at, null, Record(events))).Marks);
        Assert.Contains(Mark.PublicationDayByAnotherSource, Assert.Single(Oversight.Monitoring.Histories.History.Of("metropolitan", stream, at), entry => entry.Kind == "cause").Marks);
    }

    [Fact]
    public void A_step_of_a_stay_is_held_to_its_page_and_a_planned_meeting_is_not()
    {
        var record = EngageRecord.Fold("metropolitan", Recorded(
            Step(EngageStep.LetterSent, "2022-06-28", "2022-06-28", cited: Letter), Step(EngageStep.Exit, "2025-01-23", "2025-01-23", cited: Letter),
            Step(EngageStep.PpogPlanned, "2022-09-19", null, cited: "an answer"), Step(EngageStep.Revisited, "2022-09-01", "2022-09-02", cited: "an answer")));
        var marks = StaysInFull.Known(record, On("2025-06-01")).ToDictionary(step => step.Step, step => step.When.Marks);

        Assert.Contains(Mark.PublicationDayByAnotherSource, marks[EngageStep.LetterSent]);
        Assert.DoesNotContain(Mark.PublicationDayByAnotherSource, marks[EngageStep.Revisited]);
    }

    private static BodyEvent.MovedToEngage Moved(string on, string published) => new(PartialDate.Parse(on), null, "concerns", Standing.First, From(Letter, published, "phase/metropolitan/engage"));

    private static BodyEvent.ReturnedToScan Returned(string on, string? published, int line = 3) => new(PartialDate.Parse(on), null, "progress", Standing.First, From(Letter, published, "phase/metropolitan/scan", line));

    private static BodyEvent.CauseNoted Cause(string raised, string published) => new(
        "cause/metropolitan/call-handling", "call handling", "PEEL 2021/22", "PEEL 2021/22", PartialDate.Parse(raised), Acceleration.Unknown, null, "", Standing.First, From(Letter, published, "cause/metropolitan/call-handling"));
}
