using Oversight.Ingestion.Facts;

namespace Oversight.Ingestion.Formats;

/// <summary>Causes of concern, each under one inspection, one a row.</summary>
internal static class CausesOfConcern
{
    public static readonly RecordKind Kind = new("causes of concern",
        [
            new("body", Need.Always), new("service", Need.Always), new("title", Need.Always), new("inspection", Need.Always),
            new("raised_on", Need.MayBeEmpty), new("published_on", Need.MayBeEmpty), new("accelerated", Need.MayBeEmpty), new("recommendations", Need.MayBeEmpty),
            new("closed_on", Need.MayBeEmpty), new("closed_published_on", Need.MayBeEmpty), new("note", Need.MayBeEmpty), new("source_url", Need.Always),
        ],
        Read);

    private static RowContent.OfFacts Read(Cells row)
    {
        var (body, title, inspection) = (row.Body("body", row.Service("service")), row.Name("title"), row.Name("inspection"));
        var (raised, closed, closurePublished) = (row.OptionalPastDate("raised_on"), row.OptionalPastDate("closed_on"), row.OptionalPastDate("closed_published_on"));
        row.InOrder("raised_on", raised, "closed_on", closed);
        var (accelerated, recommendations, note, source) = (row.Accelerated("accelerated"), row.OptionalTally("recommendations"), row.OptionalText("note"), row.ReadFrom());
        var cause = new FactCommand.ClaimCause(body, title, inspection, raised, accelerated, recommendations, note, source);

        // An empty closed_on says nothing: that no closure was found is no claim that it is open.
        return closed is null && closurePublished is null ? new(cause) : new(cause, new FactCommand.ClaimCauseStep(
            body, title, inspection, CauseStep.Closed, closed, null, null, null, null, null, "", source with { PublishedOn = closurePublished }));
    }
}
