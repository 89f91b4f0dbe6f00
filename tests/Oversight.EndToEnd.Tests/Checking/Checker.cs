namespace Oversight.EndToEnd.Tests.Checking;

/// <summary>Says what is wrong with what the services have stored. Pure; its own tests plant faults and want them named.</summary>
public static class Checker
{
    /// <param name="accepted">The address cited by every row that was accepted, in the order of the files; each is cited once.</param>
    /// <param name="stores">What each service has.</param>
    public static IReadOnlyList<Finding> Check(IReadOnlyList<string> accepted, IReadOnlyCollection<StoreHistory> stores)
    {
        ArgumentNullException.ThrowIfNull(stores);
        var byName = stores.ToDictionary(store => store.Service);
        return
        [
            .. stores.SelectMany(Store),
            .. Claims(accepted, byName["ingestion"]),
            .. Link.All.SelectMany(link => Heard(link, byName[link.Source], byName[link.Consumer])),
        ];
    }

    /// <summary>Compares documents as they were with what a rebuild made of the same events.</summary>
    public static IReadOnlyList<Finding> CheckViews(
        string service, IReadOnlyDictionary<string, string> live, IReadOnlyDictionary<string, string> rebuilt)
    {
        ArgumentNullException.ThrowIfNull(live);
        ArgumentNullException.ThrowIfNull(rebuilt);
        return
        [
            .. live.Keys.Union(rebuilt.Keys).Order(StringComparer.Ordinal)
                .Where(id => live.GetValueOrDefault(id) != rebuilt.GetValueOrDefault(id))
                .Select(id => new Finding(Fault.ViewDiffers, service, $"{id} {(!live.ContainsKey(id) ? "is there only after a rebuild"
                    : rebuilt.TryGetValue(id, out var clean) ? $"differs from a rebuild {FirstDifference(live[id], clean)}" : "is gone after a rebuild")}")),
        ];
    }

    private static IEnumerable<Finding> Store(StoreHistory store)
    {
        var streams = store.Events.ToLookup(stored => stored.Stream, stored => stored.Version);
        foreach (var stream in store.StreamEnds.Keys.Union(streams.Select(versions => versions.Key)))
        {
            var (versions, end) = (streams[stream].ToArray(), store.StreamEnds.GetValueOrDefault(stream));
            if (!versions.SequenceEqual(versions.Order()))
            {
                yield return new(Fault.OutOfOrder, store.Service, $"{stream} was not stored in the order of its versions");
            }

            if (!versions.Order().SequenceEqual(Enumerable.Range(1, (int)end).Select(version => (long)version)))
            {
                yield return new(Fault.Hole, store.Service, $"{stream} should have versions 1 to {end} and has {Listed(versions)}");
            }
        }

        foreach (var (name, position) in store.Progress.Where(progress => progress.Value < store.Head))
        {
            yield return new(Fault.Behind, store.Service, $"{name} stands at {position} of {store.Head}");
        }

        foreach (var parked in store.Parked)
        {
            yield return new(Fault.Parked, store.Service, parked);
        }
    }

    private static IEnumerable<Finding> Claims(IReadOnlyList<string> accepted, StoreHistory ingestion)
    {
        var stored = ingestion.Events.Select(Link.Claimed).OfType<Said>().ToArray();
        var streams = stored.ToLookup(claim => claim.Key, claim => claim.Stream);

        // Which stream a row belongs to is Ingestion's own business; a row without one is lost, wherever it should have gone.
        var expected = accepted.Select(cited => new Said(streams[cited].FirstOrDefault() ?? "no stream", cited));
        return Compare("ingestion", "the accepted rows", expected, stored);
    }

    private static IEnumerable<Finding> Heard(Link link, StoreHistory source, StoreHistory consumer)
    {
        var watermark = consumer.Watermarks.GetValueOrDefault(link.Source);
        if (watermark != source.Head)
        {
            yield return new(watermark > source.Head ? Fault.WatermarkBeyondSource : Fault.Behind, link.Consumer,
                $"its watermark of {link.Source} is {watermark}, and {link.Source} ends at {source.Head}");
        }

        foreach (var finding in Compare(link.Consumer, link.Source,
            source.Events.Select(link.Tells).OfType<Said>(), consumer.Events.Select(link.Hears).OfType<Said>()))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Compare(string service, string source, IEnumerable<Said> said, IEnumerable<Said> stored)
    {
        var expected = said.Distinct().ToLookup(one => one.Stream, one => one.Key);
        var actual = stored.ToLookup(one => one.Stream, one => one.Key);
        foreach (var stream in expected.Concat(actual).Select(group => group.Key).Distinct())
        {
            var (wanted, had) = (expected[stream].ToList(), actual[stream].ToList());
            var (wantedSet, hadSet) = (wanted.ToHashSet(), had.ToHashSet());
            foreach (var key in wanted.Where(key => !hadSet.Contains(key)))
            {
                yield return new(Fault.Lost, service, $"{stream} lacks {key} of {source}");
            }

            foreach (var key in hadSet.Where(key => !wantedSet.Contains(key)))
            {
                yield return new(Fault.Invented, service, $"{stream} has {key}, of which {source} knows nothing");
            }

            foreach (var (key, times) in had.CountBy(key => key).Where(counted => counted.Value > 1))
            {
                yield return new(Fault.Doubled, service, $"{stream} has {key} {times} times");
            }

            var swapped = wanted.Where(hadSet.Contains).Zip(had.Distinct().Where(wantedSet.Contains)).FirstOrDefault(pair => pair.First != pair.Second);
            if (swapped != default)
            {
                yield return new(Fault.OutOfOrder, service, $"{stream} has {swapped.Second} where {source} has {swapped.First}");
            }
        }
    }

    private static string FirstDifference(string live, string clean)
    {
        var at = live.Zip(clean).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"from character {at}: '{Around(live, at)}' is '{Around(clean, at)}'";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 60)];

    private static string Listed(long[] versions) =>
        versions.Length == 0 ? "none" : string.Join(", ", versions.Order().Take(20)) + (versions.Length > 20 ? $", … ({versions.Length} in all)" : "");
}
