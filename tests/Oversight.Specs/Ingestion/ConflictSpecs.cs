using Oversight.Core;
using Oversight.Ingestion.Conflicts;
using Oversight.Ingestion.Facts;
using Xunit;
using static Oversight.Ingestion.Facts.FactEvent;
using static Oversight.Specs.Ingestion.Claims;

namespace Oversight.Specs.Ingestion;

/// <summary>What sources disagree about, read in three times.</summary>
public sealed class ConflictSpecs
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly Viewpoint Now = new(new(2026, 2, 1), new(2026, 2, 1));

    private static readonly FactCommand[] Grades = [Graded(Grade.Good, "a", "2022-09-22"), Graded(Grade.Inadequate, "b", "2022-09-22"), Graded(Grade.Good, "c", null)];

    [Fact]
    public void Every_side_is_shown_and_whoever_publishes_undated_is_marked()
    {
        var seen = Assert.Single(Seen(Conflicts(Grades), Now));

        Assert.Equal("PEEL 2021/22: Preventing crime", seen.About);
        Assert.Equal([("good", null), ("inadequate", null), ("good", Mark.PublicationDateUnknown)],
            seen.Sides.Select(side => (side.Value, FactConflicts.MarkOf(side, Now))));
    }

    [Theory]
    [InlineData("2022-09-21", "2026-02-01", false, 0)]
    [InlineData("2022-09-22", "2022-09-21", false, 0)]
    [InlineData("2022-09-22", "2022-09-22", false, 3)]
    [InlineData("2022-09-22", "2022-09-22", true, 2)]
    public void A_side_is_seen_from_the_day_of_its_publication(string asOf, string knownAt, bool strict, int sides) =>
        Assert.Equal(sides, Seen(Conflicts(Grades),
            Now with { AsOf = Date(asOf).First, KnownAt = Date(knownAt).First, Strict = strict }).Sum(seen => seen.Sides.Count));

    [Fact]
    public void A_side_published_in_a_month_may_not_have_been_known_within_it()
    {
        var conflicts = Conflicts([Graded(Grade.Good, "a", "2022-09"), Graded(Grade.Inadequate, "b", "2022-09-02")]);
        var within = Now with { KnownAt = new(2022, 9, 15) };

        Assert.Equal([("good", Mark.PublicationDateImprecise), ("inadequate", default(Mark?))],
            Assert.Single(Seen(conflicts, within)).Sides.Select(side => (side.Value, FactConflicts.MarkOf(side, within))));
        Assert.Empty(Seen(conflicts, within with { Strict = true }));
    }

    [Fact]
    public void A_move_announced_in_advance_is_known_from_then_on_and_holds_from_its_day()
    {
        var conflicts = Conflicts([Moved(Phase.Engage, "2022-06-28", "a", "2022-06-01"), Moved(Phase.Engage, "2022-07-06", "b", "2022-06-01")]);

        Assert.Single(Seen(conflicts, Now with { KnownAt = new(2022, 6, 1) }));
        Assert.Empty(Seen(conflicts, Now with { KnownAt = new(2022, 5, 31) }));
        Assert.Empty(Seen(conflicts, Now with { AsOf = new(2022, 7, 5) }));
    }

    [Fact]
    public void A_side_is_seen_from_the_moment_that_it_was_on_record_as_one()
    {
        var conflicts = Conflicts(Grades);

        Assert.Empty(Seen(conflicts, Now with { RecordedAt = Monday.AddTicks(-1) }));
        Assert.Equal(2, Assert.Single(Seen(conflicts, Now with { RecordedAt = Monday })).Sides.Count);
        Assert.Equal(3, Assert.Single(Seen(conflicts, Now with { RecordedAt = Monday.AddHours(1) })).Sides.Count);
    }

    [Fact]
    public void Nobody_knows_of_a_move_before_it_can_have_happened()
    {
        var conflicts = Conflicts([Moved(Phase.Engage, "2022-06-28", "a"), Moved(Phase.Engage, "2022-07-06", "b")]);

        Assert.Empty(Seen(conflicts, Now with { KnownAt = new(2022, 7, 5) }));
        Assert.Equal(2, Assert.Single(Seen(conflicts, Now with { AsOf = new(2022, 7, 6) })).Sides.Count);
    }

    private static IEnumerable<Disagreement> Seen(FactConflicts conflicts, Viewpoint view) => conflicts.Seen(view).Select(known => known.Seen);

    private static FactConflicts Conflicts(FactCommand[] claims) => Events(claims).OfType<ConflictFound>()
        .Select((found, hour) => (found, Monday.AddHours(hour)))
        .Aggregate(default(FactConflicts), (known, at) => FactConflicts.Evolve(known, claims[0].Stream, at.found, at.Item2))!;
}
