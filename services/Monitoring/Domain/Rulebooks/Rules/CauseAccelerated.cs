namespace Oversight.Monitoring.Rulebooks.Rules;

/// <summary>A cause of concern that was published before its report, because it could not wait.</summary>
public sealed record CauseAccelerated(int LapsesAfterMonths) : Rule(LapsesAfterMonths)
{
    public const string Id = "cause-accelerated";

    /// <inheritdoc/>
    public override IEnumerable<Sign> Signs(Known known) =>
        from raised in Concerns.Standing(known)
        where raised.Value.Accelerated && Counts(raised.On, known)
        let cause = raised.Value.Cause
        select new Sign(Id, Concerns.Key(Id, cause), $"An accelerated cause of concern was raised: {cause.Title} ({cause.Inspection}).",
            "A letter or report that closes it.", [Concerns.Evidence(raised)]);
}
