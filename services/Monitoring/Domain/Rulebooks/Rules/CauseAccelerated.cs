using Oversight.Core;

namespace Oversight.Monitoring.Rulebooks.Rules;

/// <summary>A cause of concern that was published before its report because it could not wait, or several that could not wait together.</summary>
public sealed record CauseAccelerated(int LapsesAfterMonths) : Rule(LapsesAfterMonths)
{
    public const string Id = "cause-accelerated";

    /// <inheritdoc/>
    public override IEnumerable<Sign> Signs(Known known)
    {
        // What is accelerated by its weight with others is not accelerated by itself, whoever calls it so.
        var inSum = known.Causes.Where(raised => raised.Value.InSum).Select(raised => raised.Value.Cause.Id).ToHashSet();
        var accelerated = Concerns.Standing(known).Where(raised => raised.Value.Accelerated && Counts(raised.On, known)).ToLookup(raised => inSum.Contains(raised.Value.Cause.Id));
        return
        [
            .. from raised in accelerated[false]
               let cause = raised.Value.Cause
               select new Sign(Id, Concerns.Key(Id, cause), $"An accelerated cause of concern was raised: {cause.Title} ({cause.Inspection}).",
                   "A letter or report that closes it.", [Concerns.Evidence(raised)]),
            .. from together in accelerated[true].GroupBy(raised => NameBasedId.Slug(raised.Value.Cause.Inspection))
               let titles = together.Select(raised => raised.Value.Cause.Title).Distinct().Order(StringComparer.Ordinal).ToArray()
               select new Sign(Id, $"{Id}/in-sum/{together.Key}",
                   $"Causes of concern were accelerated by their combined weight, none of them by itself: {string.Join("; ", titles)} ({together.First().Value.Cause.Inspection}).",
                   "Letters or reports that close them.", [.. together.Select(Concerns.Evidence)]),
        ];
    }
}
