namespace Oversight.Monitoring.Rulebooks.Rules;

/// <summary>Several causes of concern at one time, none of which need be grave by itself.</summary>
/// <param name="AtLeast">How many make a prompt.</param>
/// <param name="LapsesAfterMonths">How long each counts.</param>
public sealed record CausesInSum(int AtLeast, int LapsesAfterMonths) : Rule(LapsesAfterMonths)
{
    public const string Id = "causes-in-sum";

    /// <inheritdoc/>
    public override IEnumerable<Sign> Signs(Known known)
    {
        var standing = Concerns.Standing(known).Where(raised => Counts(raised.On, known)).DistinctBy(raised => raised.Value.Cause.Id).ToArray();
        return standing.Length < AtLeast ? [] :
        [
            new(Id, Id, $"{standing.Length} causes of concern stand together; {AtLeast} make a prompt.",
                $"Letters or reports that close all but {AtLeast - 1} of them.", [.. standing.Select(Concerns.Evidence)]),
        ];
    }
}
