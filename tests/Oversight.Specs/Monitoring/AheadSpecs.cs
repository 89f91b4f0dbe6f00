using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Phases;
using Xunit;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Monitoring;

/// <summary>A move that is still to come is told as one, and nobody reads before its time that it has been made.</summary>
public sealed class AheadSpecs
{
    [Fact]
    public void A_move_that_was_announced_lies_ahead_until_its_day()
    {
        var record = Record(Engage("2022-06-28", "2022-06-01"));

        Assert.Equal(Phase.Scan, record.At("2022-06-27", "2022-06-27").Phase);
        Assert.Equal("2022-06-28", Assert.Single(record.At("2022-06-27", "2022-06-27").Ahead).On?.ToString());
        Assert.Empty(record.At("2022-06-28", "2022-06-28").Ahead);
        Assert.Empty(record.At("2022-06-27", "2022-05-31").Ahead);
    }

    [Fact]
    public void What_nobody_knew_on_that_day_did_not_lie_ahead_of_it()
    {
        Assert.Empty(Record(Engage("2022-06-28", "2022-06-28")).At("2022-06-27", "2026-01-01").Ahead);
        Assert.Empty(Record(Engage("2022-06-28", null)).At("2022-06-27").Ahead);
        Assert.Empty(Record(Engage("2022-06-28", "2022")).At("2022-06-27").Ahead); // Perhaps it was announced, perhaps not.
    }

    [Theory]
    [InlineData("2022-06-27", "Is to move to Engage")]
    [InlineData("2022-06-28", "Moved to Engage")]
    public void Its_entry_says_so_to_whoever_looks_ahead(string knownAt, string title) =>
        Assert.Equal(title, Assert.Single(History.Of("metropolitan", Recorded(Engage("2022-06-28", "2022-06-01")), On("2026-01-01", knownAt))).Title);

    [Fact]
    public void A_change_that_comes_with_the_day_is_none_of_the_record()
    {
        var events = Recorded(Engage("2022-06-28", "2022-06-01"), Scan("2022-08-01", "2022-06-10"));
        var told = Changes.Since(DateTimeOffset.MinValue, "metropolitan", events, new(DateOnly.MaxValue, new(2022, 6, 15)));

        Assert.Equal(["Is to move to Engage", "Is to return to Scan"], told.Select(change => change.After!.Title).Order());
    }
}
