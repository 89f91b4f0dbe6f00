using Oversight.Contracts.Ingestion.V1;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Told;

internal static class WhenBodyRegistered
{
    public static (string Stream, BodyCommand Command) When(BodyRegistered told) => (told.Body, new BodyCommand.Register(told.Name, told.Service, told.Country, told.OnsCode, told.Cited));
}
