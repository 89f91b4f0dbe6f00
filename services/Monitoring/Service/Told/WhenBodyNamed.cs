using Oversight.Contracts.Ingestion.V1;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Told;

internal static class WhenBodyNamed
{
    public static (string Stream, BodyCommand Command) When(BodyNamed told) => (told.Body, new BodyCommand.AddName(
        told.Name, told.Kind, FromSource.Date(told.From), FromSource.Date(told.To), told.Cited));
}
