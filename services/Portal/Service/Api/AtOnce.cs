namespace Oversight.Portal.Api;

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
