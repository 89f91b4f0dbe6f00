using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Register;

namespace Oversight.Ingestion.Formats;

/// <summary>What is done around and inside stays in Engage.</summary>
internal static class EngageSteps
{
    public static readonly RecordKind Kind = new("steps of Engage",
        [
            new("body", Need.Always), new("service", Need.Always), new("step", Need.Always), new("on", Need.Always), new("published_on", Need.MayBeEmpty),
            new("by", Need.MayBeEmpty), new("detail", Need.MayBeEmpty), new("cause", Need.MayBeEmpty), new("source_url", Need.Always),
        ],
        Read);

    private static RowContent.OfFacts Read(Cells row)
    {
        var service = row.Service("service");
        var body = row.Body("body", service);
        var step = row.Step<EngageStep>("step", "engage-step.unknown");
        if (OtherGroup(step, service) is { } because)
        {
            row.Refuse("step", "engage-step.other-group", because);
        }

        var (on, by, detail, cause) = (row.EffectiveDate("on"), row.OptionalName("by"), row.OptionalText("detail"), row.OptionalName("cause"));
        if (cause is null && step is EngageStep.CauseAdded or EngageStep.CauseClosed)
        {
            row.Refuse("cause", "engage-step.cause-missing", "Say which cause was added or closed.");
        }

        return new RowContent.OfFacts(new FactCommand.ClaimEngageStep(body, step, on, by, detail, cause, row.ReadFrom()));
    }

    private static string? OtherGroup(EngageStep step, BodyService service) => (step, service) switch
    {
        (EngageStep.Ppog or EngageStep.PpogPlanned, BodyService.Fire) => "Fire and rescue services present to the Fire Performance Oversight Group; write fpog.",
        (EngageStep.Fpog or EngageStep.FpogPlanned, BodyService.Police) => "Police forces present to the Policing Performance Oversight Group; write ppog.",
        _ => null,
    };
}
