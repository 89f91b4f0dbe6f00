namespace Oversight.Monitoring.Rulebooks.Rules;

/// <summary>A cause of concern that an earlier inspection had raised and that was issued again because it was not put right.</summary>
public sealed record CauseReissued(int LapsesAfterMonths) : Rule(LapsesAfterMonths)
{
    public const string Id = "cause-reissued";

    /// <inheritdoc/>
    public override IEnumerable<Sign> Signs(Known known) =>
    [
        .. from raised in Concerns.Standing(known)
           where Concerns.IsIssuedAgain(raised, known) && Counts(raised.On, known)
           select Sign(Concerns.Key(Id, raised.Value.Cause), raised.Value.Cause.Title, raised.Value.Cause.Inspection, Concerns.Evidence(raised)),

        // That it was issued again can be said before anybody tells of the later one itself.
        .. from again in known.IssuedAgain
           where Counts(again.On, known) && !known.Causes.Any(later => Concerns.IsUnder(later, again)) && !known.Closures.Any(closed => Concerns.IsUnder(closed.Value, again))
           let earlier = again.Value.Cause
           select Sign($"{Id}/{Concerns.IdUnder(again)}", earlier.Title, again.Value.Under,
               SignEvidence.Of(again, $"cause of concern issued again under {again.Value.Under}: {earlier.Title} ({earlier.Inspection})")),
    ];

    private static Sign Sign(string key, string title, string inspection, SignEvidence evidence) =>
        new(Id, key, $"A cause of concern was issued again: {title} ({inspection}).", "A letter or report that closes it.", [evidence]);
}
