using Oversight.Core;

namespace Oversight.Monitoring.Rulebooks.Rules;

/// <summary>A duty to answer whose last day passed.</summary>
public sealed record DeadlineWasMissed(int LapsesAfterMonths) : Rule(LapsesAfterMonths)
{
    public const string Id = "deadline-missed";

    /// <inheritdoc/>
    public override IEnumerable<Sign> Signs(Known known) =>
        from missed in known.Missed
        where Counts(missed.On, known)
        select new Sign(Id, $"{Id}/{NameBasedId.Slug(missed.Value.Duty)}",
            $"{missed.Value.Duty} was due by {missed.Value.LastDay:yyyy-MM-dd} and no answer is known.",
            "Time: a late answer does not unsay that it was missed.", [SignEvidence.Of(missed, $"due by {missed.Value.LastDay:yyyy-MM-dd}")]);
}
