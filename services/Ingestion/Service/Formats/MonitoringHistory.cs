using Oversight.Ingestion.Facts;

namespace Oversight.Ingestion.Formats;

/// <summary>Stays of bodies in a phase of monitoring, one a row.</summary>
internal static class MonitoringHistory
{
    public static readonly RecordKind Kind = new("monitoring history",
        [
            new("service", Need.Always), new("body", Need.Always), new("phase", Need.Always), new("from_date", Need.Always), new("to_date", Need.MayBeEmpty),
            new("date_precision", Need.MayBeEmpty), new("reason_summary", Need.MayBeEmpty), new("published_on", Need.MayBeEmpty),
            new("source_url", Need.Always), new("decided_on", Need.Extra),
        ],
        Read);

    private static RowContent.OfFacts Read(Cells row)
    {
        var body = row.Body("body", row.Service("service"), "from_date");
        var (label, from, to) = (row.Name("phase"), row.EffectiveDate("from_date"), row.OptionalEffectiveDate("to_date"));
        row.Precision("date_precision", from);
        row.InOrder("from_date", from, "to_date", to);
        var (reason, decided, source) = (row.OptionalText("reason_summary"), row.OptionalPastDate("decided_on"), row.ReadFrom());
        var entry = new FactCommand.ClaimPhaseMove(body, PhaseOf(label), label, from, null, decided, reason, source);

        switch (entry.Phase, to)
        {
            case (null, _):
                return new RowContent.OfFacts(entry with { Until = to });
            case (Phase.Engage, { } end):
                // The row's publication is that of the entry; when its source told of the exit nobody says.
                return new RowContent.OfFacts(entry, new FactCommand.ClaimPhaseMove(
                    body, Phase.Scan, nameof(Phase.Scan), end, null, null, "", source with { PublishedOn = null }));
            case (Phase.Scan, not null):
                row.Refuse("to_date", "phase.end-not-expected", "A stay in Scan ends with a move to Engage, which needs a row of its own; leave this empty.");
                break;
        }

        return new RowContent.OfFacts(entry);
    }

    // Only the scheme's own words: what newspapers call special measures is not mapped to a phase.
    private static Phase? PhaseOf(string label) =>
        label.Equals(nameof(Phase.Engage), StringComparison.OrdinalIgnoreCase) ? Phase.Engage
        : label.Equals(nameof(Phase.Scan), StringComparison.OrdinalIgnoreCase) ? Phase.Scan
        : null;
}
