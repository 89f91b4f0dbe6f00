using Oversight.Core;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Phases;
using Xunit;
using static Oversight.Specs.Monitoring.Claims;
using static Oversight.Specs.Monitoring.Decisions;

namespace Oversight.Specs.Monitoring;

/// <summary>A confirmed decision is a move like any other, with the decision as its source.</summary>
public sealed class DecidedMoveSpecs
{
    [Fact]
    public void It_moves_the_body_and_says_who_decided()
    {
        var answer = Record(Confirmed("2025-06-10", "engage", "2025-06-12")).At("2025-06-12");

        Assert.Equal((Phase.Engage, PartialDate.Parse("2025-06-12")), (answer.Phase, answer.Since));
        Assert.Equal("decided in this system by Clara Thornbury, chief inspector, as Ines Holloway, inspector proposed", Assert.Single(answer.Claims).Evidence[0].Provenance.Cited);
        Assert.Equal([Mark.NotPublished], answer.Marks);
    }

    [Fact]
    public void Nobody_knew_of_it_before_it_was_confirmed_and_strictly_nobody_before_it_is_published()
    {
        var record = Record(Confirmed("2025-06-10", "engage", "2025-06-01"));
        Assert.Equal(Phase.Scan, record.At("2025-06-12", "2025-06-09").Phase);
        Assert.Equal(Phase.Engage, record.At("2025-06-12", "2025-06-10").Phase);
        Assert.Equal(Phase.Scan, record.At("2025-06-12", "2025-06-12", strict: true).Phase);
    }

    [Fact]
    public void Once_published_it_was_known_from_then_on_and_not_before()
    {
        var record = Record(Confirmed("2025-06-10", "engage", "2025-06-12"), Published("2025-06-20", "engage", "2025-06-12", "2025-06-20", "2025-06-10"));
        Assert.Equal(Phase.Scan, record.At("2025-06-30", "2025-06-19").Phase);
        var after = record.At("2025-06-30", "2025-06-20", strict: true);
        Assert.Equal(Phase.Engage, after.Phase);
        Assert.Empty(after.Marks);
    }

    [Fact]
    public void As_recorded_before_it_was_published_it_reads_as_it_read_then()
    {
        var record = Record(Confirmed("2025-06-10", "engage", "2025-06-12"), Published("2025-06-20", "engage", "2025-06-12", "2025-06-20", "2025-06-10"));
        var then = PhaseAnswer.At(record, On("2025-06-30", "2025-06-19") with { RecordedAt = Start });
        Assert.Equal(Phase.Engage, then.Phase);
        Assert.Equal([Mark.NotPublished], then.Marks);
    }

    [Fact]
    public void A_letter_that_reports_it_later_is_the_same_move()
    {
        var record = Record(Confirmed("2025-06-10", "engage", "2025-06-12"), Engage("2025-06-12", "2025-06-15"));
        var answer = record.At("2025-06-30", "2025-06-30");
        Assert.Empty(answer.Marks);
        Assert.Equal(2, Assert.Single(answer.Claims).Evidence.Count);
    }

    [Fact]
    public void It_is_in_the_history_with_the_decision_as_its_source()
    {
        var entry = Assert.Single(History.Of("kent", Recorded(OneOfEach), On("2026-06-01", "2026-06-01")));
        Assert.Equal(("engage", "kent-1"), (entry.Kind, Assert.Single(entry.Sources).Decision));
    }
}
