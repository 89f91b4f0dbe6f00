using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Register;

namespace Oversight.Ingestion.Formats;

/// <summary>Audits of whether stop and search records show reasonable grounds.</summary>
internal static class StopSearchAudits
{
    public static readonly RecordKind Kind = new("stop and search audits",
        [
            new("force", Need.Always), new("inspection", Need.Always), new("published_on", Need.MayBeEmpty), new("records_reviewed", Need.MayBeEmpty),
            new("with_reasonable_grounds_percent", Need.Always), new("source_url", Need.Always),
        ],
        row => new RowContent.OfFacts(new FactCommand.ClaimStopSearchAudit(
            row.Body("force", BodyService.Police, "published_on"), row.Name("inspection"), row.Percent("with_reasonable_grounds_percent"),
            row.OptionalCount("records_reviewed"), row.ReadFrom())));
}
