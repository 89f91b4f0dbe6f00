using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Told;

namespace Oversight.Monitoring.Trails;

internal static class WhenSettled
{
    public static (string Stream, BodyCommand Command) When(ConflictSettled told) => (told.Body, new BodyCommand.NoteSettlement(told.About, new(
        told.FactId, told.Round, new(told.Value, told.ClaimId, told.Cited, told.Agrees, told.Overruled),
        Enum.Parse<SettledBy>(told.By, ignoreCase: true), told.Precedence, told.Who, told.Reason, PartialDate.Parse(told.On).First)));

    public static (string Stream, BodyCommand Command) When(ConflictReopened told) => (told.Body, new BodyCommand.NoteSettlement(told.About, new(
        told.FactId, told.Round, null, SettledBy.Precedence, told.Precedence, null, told.Reason, PartialDate.Parse(told.On).First)));
}

internal static class WhenFactAnnotated
{
    public static (string Stream, BodyCommand Command) When(FactAnnotated told) => (told.Body, new BodyCommand.NoteAnnotation(new(
        told.FactId, Annotations.Find(told.What) ?? throw new FormatException($"'{told.What}' is no annotation."), PartialDate.Parse(told.On),
        told.By, told.Detail, told.Before, told.After, told.Source.Provenance)));
}
