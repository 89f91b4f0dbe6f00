using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Grading.ProgrammeRecords;

namespace Oversight.Grading.Trails;

/// <summary>Settlements and annotations of grades, audits and findings; those of other facts are for others.</summary>
internal static class WhenSettled
{
    public static (string Stream, GradingCommand Command)? When(ConflictSettled told) => Of(told.FactId) is not { } stream ? null
        : (stream, new GradingCommand.NoteSettlement(told.Body, new(
            told.FactId, told.Round, new(told.Value, told.ClaimId, told.Cited, told.Agrees, told.Overruled),
            Enum.Parse<SettledBy>(told.By, ignoreCase: true), told.Precedence, told.Who, told.Reason, PartialDate.Parse(told.On).First)));

    public static (string Stream, GradingCommand Command)? When(ConflictReopened told) => Of(told.FactId) is not { } stream ? null
        : (stream, new GradingCommand.NoteSettlement(told.Body, new(
            told.FactId, told.Round, null, SettledBy.Precedence, told.Precedence, null, told.Reason, PartialDate.Parse(told.On).First)));

    public static (string Stream, GradingCommand Command)? When(FactAnnotated told) => Of(told.FactId) is not { } stream ? null
        : (stream, new GradingCommand.NoteAnnotation(told.Body, new(
            told.FactId, Annotations.Find(told.What) ?? throw new FormatException($"'{told.What}' is no annotation."), PartialDate.Parse(told.On),
            told.By, told.Detail, told.Before, told.After, Sources.Read(told.Source))));

    // A fact's id names its body and programme as the stream does.
    private static string? Of(string factId) =>
        factId.Split('/') is ["grade" or "recording" or "stop-search" or "finding" or "practice", var body, var programme, ..] ? $"{body}/{programme}" : null;
}
