using System.Globalization;
using Oversight.Core;

namespace Oversight.Monitoring.Rulebooks.Rules;

/// <summary>A share of stop and search records with reasonable grounds that fell from one audit to the next.</summary>
/// <param name="Points">By how many percentage points at least; the rounds draw their samples differently, so a small fall says nothing.</param>
/// <param name="LapsesAfterMonths">How long the later audit counts.</param>
public sealed record StopSearchShareDown(decimal Points, int LapsesAfterMonths) : Rule(LapsesAfterMonths)
{
    public const string Id = "stop-search-share-down";

    /// <inheritdoc/>
    public override IEnumerable<Sign> Signs(Known known)
    {
        // Where sources round one figure differently, the highest counts: no prompt out of a rounding.
        var rounds = known.Audits.Where(audit => audit.Value.Audit == "stop-search").GroupBy(audit => NameBasedId.Slug(audit.Value.Programme))
            .Select(round => round.MaxBy(audit => audit.Value.Percent)!).OrderBy(round => round.On).ToArray();
        if (rounds is [.., var before, var last] && before.On < last.On && Counts(last.On, known) && before.Value.Percent - last.Value.Percent >= Points)
        {
            yield return new(Id, $"{Id}/{NameBasedId.Slug(last.Value.Programme)}",
                string.Create(CultureInfo.InvariantCulture, $"Stop and search records with reasonable grounds fell from {before.Value.Percent}% to {last.Value.Percent}%."),
                "A later audit that is not lower still.",
                [Evidence(before), Evidence(last)]);
        }
    }

    private static SignEvidence Evidence(Dated<Histories.AuditFigure> round) =>
        SignEvidence.Of(round, string.Create(CultureInfo.InvariantCulture, $"{round.Value.Percent}% in {round.Value.Inspection}"));
}
