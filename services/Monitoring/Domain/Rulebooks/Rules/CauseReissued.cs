namespace Oversight.Monitoring.Rulebooks.Rules;

/// <summary>A cause of concern that an earlier inspection had raised and that was issued again because it was not put right.</summary>
public sealed record CauseReissued(int LapsesAfterMonths) : Rule(LapsesAfterMonths)
{
    public const string Id = "cause-reissued";

    /// <inheritdoc/>
    public override IEnumerable<Sign> Signs(Known known) =>
        from raised in Concerns.Standing(known)
        where Concerns.IsIssuedAgain(raised, known) && Counts(raised.On, known)
        let cause = raised.Value.Cause
        select new Sign(Id, Concerns.Key(Id, cause), $"A cause of concern was issued again: {cause.Title} ({cause.Inspection}).",
            "A letter or report that closes it.", [Concerns.Evidence(raised)]);
}
