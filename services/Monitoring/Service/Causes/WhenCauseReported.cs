using Oversight.Contracts.Ingestion.V1;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Told;

namespace Oversight.Monitoring.Causes;

internal static class WhenCauseReported
{
    public static (string Stream, BodyCommand Command) When(CauseReported told) => (told.Body, new BodyCommand.NoteCause(
        told.Cause, told.Title, told.Inspection, told.Programme, FromSource.Date(told.RaisedOn), told.Accelerated, told.Recommendations, told.Note,
        told.Source.StandingThen, told.Source.Provenance));
}
