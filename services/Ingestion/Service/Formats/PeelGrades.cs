using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Register;

namespace Oversight.Ingestion.Formats;

/// <summary>Grades of police forces, one for each area of a programme.</summary>
internal static class PeelGrades
{
    public static readonly RecordKind Kind = new("PEEL grades",
        [
            new("force", Need.Always), new("programme", Need.Always), new("area", Need.Always), new("grade", Need.Always),
            new("published_on", Need.MayBeEmpty), new("source_url", Need.Always),
        ],
        row => new RowContent.OfFacts(new FactCommand.ClaimGrade(
            row.Body("force", BodyService.Police, "published_on"), row.Name("programme"), row.Name("area"), row.Grade("grade"), row.ReadFrom())));
}
