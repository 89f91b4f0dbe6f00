using Oversight.Core;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Investigations;

/// <summary>How steps of investigations read in a timeline.</summary>
internal static class InvestigationEntries
{
    public static IEnumerable<HistoryEntry> Of(string body, IEnumerable<Recorded> events, Trail trail, Viewpoint viewpoint) =>
        Investigation.All(InvestigationRecord.Fold(body, events), viewpoint, trail).SelectMany(found => found.Steps.Select(step => new HistoryEntry(
            $"investigation/{found.Id}/{step.Step.Word}/{step.When.Dates[0]}{((step.With ?? step.Value) is { } which ? $"/{NameBasedId.Slug(which)}" : "")}",
            step.When.On, null, "investigation", $"{found.Case}: {Words(step)}", step.Note, SourceShown.Of(step.When.Claims, said => said.On.ToString()), step.Marks, [])));

    private static string Words(InvestigationTaken step) =>
        $"{step.Step.Word.Replace('-', ' ')}{(step.Value is null ? "" : $", {step.Value.Replace('-', ' ')}")}{(step.With is null ? "" : $" {(step.Step == InvestigationStep.Split ? "from" : "with")} {step.With}")}";
}
