using Oversight.Core;
using Oversight.Monitoring.Histories;

namespace Oversight.Monitoring.Rulebooks.Rules;

/// <summary>An inadequate judgment in an area that protects people.</summary>
/// <param name="Areas">The areas, as the programmes name them.</param>
/// <param name="LapsesAfterMonths">How long a judgment counts.</param>
public sealed record InadequateWhereItProtects(IReadOnlyList<string> Areas, int LapsesAfterMonths) : Rule(LapsesAfterMonths)
{
    public const string Id = "inadequate-where-it-protects";

    /// <inheritdoc/>
    public override IEnumerable<Sign> Signs(Known known) =>
        from inadequate in known.Judgments
        let judged = inadequate.Value
        where judged.Grade == "inadequate" && Areas.Contains(judged.Area, StringComparer.OrdinalIgnoreCase)
            && Counts(inadequate.On, known) && !known.Judgments.Any(later => Overtakes(later, inadequate))
        select new Sign(Id, $"{Id}/{NameBasedId.Slug(judged.Programme)}/{NameBasedId.Slug(judged.Area)}",
            $"{judged.Area} was graded inadequate in {judged.Programme}.",
            $"A later judgment of {judged.Area} that is not inadequate, or the next programme's report on this body.",
            [SignEvidence.Of(inadequate, $"{judged.Area}: {judged.Grade}")]);

    // Not a comparison of grades: the inspectorate has looked again, in the same area or with another programme.
    private static bool Overtakes(Dated<Judgment> later, Dated<Judgment> inadequate) =>
        later.On > inadequate.On
        && (!AreOne(later.Value.Programme, inadequate.Value.Programme)
            || (AreOne(later.Value.Area, inadequate.Value.Area) && later.Value.Grade != inadequate.Value.Grade));

    private static bool AreOne(string name, string other) => NameBasedId.Slug(name) == NameBasedId.Slug(other);
}
