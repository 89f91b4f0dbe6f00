using Oversight.Core;

namespace Oversight.Monitoring.Records;

/// <summary>How old pages can be at most: none is older than the latest day on which it is said to have been published or, where that is not said, of which it tells.</summary>
/// <remarks>A record of what became known when gives the first day on which somebody said so, and often cites a page that came years later.</remarks>
public sealed class PageDays(Viewpoint viewpoint)
{
    private readonly Dictionary<string, DateOnly> _days = new(StringComparer.Ordinal);

    /// <summary>Learns from what pages say.</summary>
    /// <param name="said">What, and which pages.</param>
    /// <param name="on">The day of which they tell; null where it may have been one to come.</param>
    public PageDays And<T>(IReadOnlyList<Backed<T>> said, Func<T, PartialDate?> on)
        where T : notnull
    {
        // A row that is dated is so by its beginning; its end has no date of its own, and may be known from elsewhere.
        var known = said.SelectMany(backed => backed.Evidence.Select(source => (Source: source, On: on(backed.Value)))).Where(one => one.Source.Decided is null && viewpoint.HasRecorded(one.Source.RecordedAt)).ToArray();
        var dated = known.Where(one => one.Source.Provenance.PublishedOn is not null).Select(one => (one.Source.Provenance.Submission, one.Source.Provenance.Line)).ToHashSet();
        foreach (var (source, day) in known.Where(one => one.Source.Provenance.PublishedOn is not null || !dated.Contains((one.Source.Provenance.Submission, one.Source.Provenance.Line)))
            .Select(one => (one.Source.Provenance.Cited, (one.Source.Provenance.PublishedOn ?? one.On)?.First ?? default)))
        {
            _days[source] = _days.TryGetValue(source, out var later) && later > day ? later : day;
        }

        return this;
    }

    /// <summary>The same, sources marked whose page cannot be as old as the day on which they are said to have been published.</summary>
    public IReadOnlyList<Backed<T>> Checked<T>(IReadOnlyList<Backed<T>> said)
        where T : notnull => [.. said.Select(backed => backed.Evidence.Any(IsOlder)
            ? backed with { Evidence = [.. backed.Evidence.Select(source => IsOlder(source) ? source with { IsOlderThanItsPage = true } : source)] } : backed)];

    private bool IsOlder(Evidence source) => source is { Decided: null, Provenance.PublishedOn: { } on } && _days.GetValueOrDefault(source.Provenance.Cited) > on.Last;
}
