using System.Globalization;
using Oversight.Core;
using Oversight.Monitoring.Histories;

namespace Oversight.Monitoring.Rulebooks.Rules;

/// <summary>A share of crime recorded that fell between two audits of one method by more than both intervals leave open.</summary>
public sealed record RecordingRateDown(int LapsesAfterMonths) : Rule(LapsesAfterMonths)
{
    public const string Id = "recording-rate-down";

    /// <inheritdoc/>
    public override IEnumerable<Sign> Signs(Known known)
    {
        // Audits of different methods, or without a published interval, say nothing about a change.
        var series = known.Audits.Where(audit => audit.Value is { Audit: "recording", HalfWidth: not null, Method: not "unknown" })
            .GroupBy(audit => (audit.Value.Method, Category: NameBasedId.Slug(audit.Value.Category)));
        foreach (var audits in series)
        {
            var rates = audits.ToArray();
            if (rates is [.., var before, var last] && before.On < last.On && Counts(last.On, known) && High(last.Value) < Low(before.Value))
            {
                yield return new(Id, $"{Id}/{audits.Key.Category}/{NameBasedId.Slug(last.Value.Inspection)}/{NameBasedId.Slug(audits.Key.Method)}",
                    string.Create(CultureInfo.InvariantCulture, $"Recording of {last.Value.Category} fell from {Rate(before.Value)} to {Rate(last.Value)}, beyond both intervals."),
                    "A later audit of the same method that is not lower still.",
                    [SignEvidence.Of(before, Rate(before.Value)), SignEvidence.Of(last, Rate(last.Value))]);
            }
        }
    }

    private static decimal Low(AuditFigure audit) => audit.Percent - audit.HalfWidth!.Value;

    private static decimal High(AuditFigure audit) => audit.Percent + audit.HalfWidth!.Value;

    private static string Rate(AuditFigure audit) => string.Create(CultureInfo.InvariantCulture, $"{audit.Percent}% ± {audit.HalfWidth}");
}
