using System.Collections.Concurrent;
using Oversight.Portal.Time;

namespace Oversight.Portal.Api;

/// <summary>Of a body's profile, what it is called.</summary>
public sealed record NamesOfBody(IReadOnlyList<BodyName> Names);

/// <summary>Names change seldom and are said one body at a time, so they are kept for a while for each set of times.</summary>
public sealed class KnownNames(TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private const int AtMost = 32;

    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, IReadOnlyDictionary<string, IReadOnlyList<BodyName>> Names)> _kept = [];

    /// <summary>Every other name of every body on the board, by its id; a body that cannot be asked has none for now, and then nothing is kept.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<BodyName>>> Of(StatusBoard board, Instants instants, OversightApi api)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(instants);
        ArgumentNullException.ThrowIfNull(api);
        var key = instants.AddedTo("");
        if (_kept.TryGetValue(key, out var kept) && clock.GetUtcNow() - kept.Since < Kept && board.Bodies.All(body => kept.Names.ContainsKey(body.Id)))
        {
            return kept.Names;
        }

        var profiles = await board.Bodies.EachAtOnce(body => api.Get<NamesOfBody>($"/api/v1/bodies/{body.Id}"));
        var names = board.Bodies.Zip(profiles).ToDictionary(pair => pair.First.Id, pair => pair.Second.Value?.Names ?? []);
        if (profiles.All(profile => profile.Value is not null))
        {
            if (_kept.Count >= AtMost)
            {
                _kept.Clear();
            }

            _kept[key] = (clock.GetUtcNow(), names);
        }

        return names;
    }
}

/// <summary>Asks about many things at once, but not about all: the services have others to answer too.</summary>
internal static class AtOnce
{
    private const int Most = 12;

    public static async Task<IReadOnlyList<TAnswer>> EachAtOnce<T, TAnswer>(this IReadOnlyList<T> things, Func<T, Task<TAnswer>> ask)
    {
        var answers = new TAnswer[things.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, things.Count), new ParallelOptions { MaxDegreeOfParallelism = Most }, async (at, _) => answers[at] = await ask(things[at]));
        return answers;
    }
}
