namespace Oversight.Monitoring.Rulebooks.Rules;

/// <summary>A cause of concern that was published before its report, because it could not wait.</summary>
public sealed record CauseAccelerated(int LapsesAfterMonths) : Rule(LapsesAfterMonths)
{
    public const string Id = "cause-accelerated";

    /// <inheritdoc/>
    public override IEnumerable<Sign> Signs(Known known) =>
        from raised in Concerns.Standing(known)
        where raised.Value.Accelerated && Counts(raised.On, known)
        group raised by raised.Value.Cause into same
        select new Sign(Id, Concerns.Key(Id, same.Key),
            $"An accelerated cause of concern was raised: {same.Key.Title} ({same.Key.Inspection}).",
            "A letter or report that closes it.", [.. same.Select(Concerns.Evidence)]);
}
