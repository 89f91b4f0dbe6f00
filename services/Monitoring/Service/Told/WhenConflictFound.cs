using Oversight.Contracts.Ingestion.V1;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Told;

internal static class WhenConflictFound
{
    public static (string Stream, BodyCommand Command) When(ConflictFound told) => (told.Body, new BodyCommand.NoteConflict(
        told.FactId, told.About, [.. told.Claims.Select(claim => new Side(claim.Value, claim.Source.Provenance))]));
}
