using Oversight.Core;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Stays;

/// <summary>How steps of Engage read in a timeline.</summary>
internal static class StepEntries
{
    public static IEnumerable<HistoryEntry> Of(string body, IEnumerable<Recorded> events, Viewpoint viewpoint) =>
        StaysInFull.Known(EngageRecord.Fold(body, events), viewpoint).Where(step => step.When.HappenedBy(viewpoint.AsOf) != Answer.No).Select(step => new HistoryEntry(
            $"engage-step/{step.Step.Word}/{step.When.Dates[0]}{(step.Cause is null ? "" : $"/{NameBasedId.Slug(step.Cause)}")}",
            step.When.On, null, "engage-step", step.Title, step.Detail, SourceShown.Of(step.When.Claims, said => said.On.ToString()), [.. step.When.Marks], []));
}
