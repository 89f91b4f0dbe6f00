using Oversight.Monitoring.Rulebooks;

namespace Oversight.Monitoring.Backtests;

/// <summary>How long a rulebook would have shown a prompt.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day on which it was gone; null while it stands.</param>
/// <param name="Sign">What the rule saw on the first day.</param>
public sealed record Standing(DateOnly From, DateOnly? Until, Sign Sign)
{
    /// <summary>Did it stand at the end of a day?</summary>
    public bool StoodOn(DateOnly day) => From <= day && !(Until <= day);

    /// <summary>Every prompt that would have stood on some day up to the last, found by looking at each day with what was known by then.</summary>
    /// <remarks>What is known changes on days of publication, what is too old when a rule's months are over: no other day needs a look.</remarks>
    /// <param name="rulebook">The rules.</param>
    /// <param name="signals">All that is on record.</param>
    /// <param name="last">The last day that is looked at.</param>
    /// <param name="knownAt">What was published after it is left out; it can be earlier than the last day, but no rule sees beyond its own.</param>
    public static IReadOnlyList<Standing> All(Rulebook rulebook, Signals signals, DateOnly last, DateOnly? knownAt = null)
    {
        var (ever, all, open) = (Known.Ever(signals).Until(knownAt ?? last), new List<Standing>(), new Dictionary<string, Standing>());
        foreach (var day in ever.Days.SelectMany(day => rulebook.Lapses.Select(day.AddMonths).Prepend(day)).Where(day => day <= last).Distinct().Order())
        {
            var signs = rulebook.Signs(ever.By(day)).ToDictionary(sign => sign.Key, StringComparer.Ordinal);
            foreach (var gone in open.Keys.Where(key => !signs.ContainsKey(key)).ToArray())
            {
                all.Add(open[gone] with { Until = day });
                open.Remove(gone);
            }

            foreach (var sign in signs.Values.Where(sign => !open.ContainsKey(sign.Key)))
            {
                open[sign.Key] = new(day, null, sign);
            }
        }

        return [.. all.Concat(open.Values).OrderBy(prompt => prompt.From).ThenBy(prompt => prompt.Sign.Key, StringComparer.Ordinal)];
    }
}
