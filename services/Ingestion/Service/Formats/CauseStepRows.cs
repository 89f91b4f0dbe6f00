using System.Globalization;
using Oversight.Ingestion.Facts;

namespace Oversight.Ingestion.Formats;

/// <summary>What became of causes of concern and of areas for improvement, one step a row.</summary>
internal static class CauseStepRows
{
    public static readonly RecordKind Kind = new("steps of causes of concern",
        [
            new("body", Need.Always), new("title", Need.Always), new("inspection", Need.Always), new("step", Need.Always),
            new("on", Need.MayBeEmpty), new("published_on", Need.MayBeEmpty), new("recommendation", Need.MayBeEmpty), new("due", Need.MayBeEmpty),
            new("by", Need.MayBeEmpty), new("note", Need.MayBeEmpty), new("source_url", Need.Always),
            new("service", Need.Extra), new("under", Need.Extra), new("grown_from", Need.Extra),
        ],
        Read);

    private static RowContent.OfFacts Read(Cells row)
    {
        var (body, step) = (row.Body("body", row.OptionalService("service")), row.CauseStep("step"));
        foreach (var needed in Needed(step))
        {
            row.Name(needed);
        }

        if (step == CauseStep.RecommendationMet && row.OptionalName("recommendation")?.Split(' ') is [var met, "of", var all]
            && int.TryParse(met, NumberStyles.None, CultureInfo.InvariantCulture, out var some) && int.TryParse(all, NumberStyles.None, CultureInfo.InvariantCulture, out var total) && some > total)
        {
            row.Refuse("recommendation", "number.more-than-all", $"No more than all {total} recommendations can be met.");
        }

        return new(new FactCommand.ClaimCauseStep(
            body, row.Name("title"), row.Name("inspection"), step, row.OptionalPastDate("on"), row.OptionalName("recommendation"), row.OptionalName("due"),
            row.OptionalName("by"), row.OptionalName("under"), row.OptionalName("grown_from"), row.OptionalText("note"), row.ReadFrom()));
    }

    private static string[] Needed(CauseStep step) => step switch
    {
        CauseStep.Recommendation or CauseStep.RecommendationMet => ["recommendation"],
        CauseStep.Disputed => ["by"],
        CauseStep.ReIssued or CauseStep.AfiCarriedOver => ["under"],
        _ => [],
    };
}
