using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Register;

namespace Oversight.Ingestion.Formats;

/// <summary>Audits of how much of the crime reported to a force it recorded.</summary>
internal static class RecordingAudits
{
    public static readonly RecordKind Kind = new("crime-recording audits",
        [
            new("force", Need.Always), new("inspection", Need.Always), new("published_on", Need.MayBeEmpty), new("category", Need.Always),
            new("accuracy_percent", Need.Always), new("ci_percent", Need.MayBeEmpty), new("sample_size", Need.MayBeEmpty), new("source_url", Need.Always),
        ],
        row => new RowContent.OfFacts(new FactCommand.ClaimRecordingAudit(
            row.Body("force", BodyService.Police, "published_on"), row.Name("inspection"), row.Name("category"), row.Percent("accuracy_percent"),
            row.OptionalPercent("ci_percent"), row.OptionalCount("sample_size"), row.ReadFrom())));
}
