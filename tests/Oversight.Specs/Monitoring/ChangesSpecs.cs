using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Histories;
using Xunit;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Monitoring;

public sealed class ChangesSpecs
{
    private static readonly BodyEvent[] Met = [Engage("2022-06-28"), Timeline("2022-06-29", "parliament", "Policing Minister's statement"), Scan("2025-01-23")];

    [Fact]
    public void What_was_learned_since_is_new() =>
        Assert.Equal(["new 2025-01-23 scan"], Since(1, Met));

    [Fact]
    public void Another_date_for_the_same_move_changes_it() =>
        Assert.Equal(["changed 2022 engage"], Since(0, Engage("2022-06-28"), Engage("2022-07-06")));

    [Fact]
    public void One_more_source_for_an_entry_changes_it()
    {
        var change = Assert.Single(Between(0, Timeline("2022-06-29", "court", "Hearing", "one"), Timeline("2022-06-29", "court", "Hearing", "other")));

        Assert.Equal((1, 2), (change.Before!.Sources.Count, change.After!.Sources.Count));
    }

    [Fact]
    public void What_is_not_published_by_then_is_no_change_there() =>
        Assert.Empty(Changes.Since(Start, "metropolitan", Recorded(Engage("2022-06-28"), Scan("2025-01-23", "2025-01-23")), On("2026-01-01", "2024-01-01")));

    [Fact]
    public void Since_ever_it_is_the_whole_timeline_and_since_now_it_is_nothing() => Assert.All(PublicRecord.Events, body =>
    {
        var events = Recorded(body.Value);
        Assert.Equal(History.Of(body.Key, events, On("2026-01-01")).Select(entry => entry.Id), Changes.Since(DateTimeOffset.MinValue, body.Key, events, On("2026-01-01")).Select(change => change.After?.Id));
        Assert.Empty(Changes.Since(events[^1].RecordedAt, body.Key, events, On("2026-01-01")));
    });

    // The events are recorded one a minute; since the one at that place.
    private static IReadOnlyList<Change> Between(int since, params BodyEvent[] events) =>
        Changes.Since(Start.AddMinutes(since), "metropolitan", Recorded(events), On("2026-01-01"));

    private static IEnumerable<string> Since(int since, params BodyEvent[] events) => Between(since, events).Select(change => change switch
    {
        { Before: null, After: { } added } => $"new {added.On} {added.Kind}",
        { After: { } changed } => $"changed {changed.On} {changed.Kind}",
        _ => $"gone {change.Before!.On} {change.Before.Kind}",
    });
}
