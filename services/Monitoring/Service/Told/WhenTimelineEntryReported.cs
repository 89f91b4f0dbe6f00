using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Told;

internal static class WhenTimelineEntryReported
{
    public static (string Stream, BodyCommand Command) When(TimelineEntryReported told) => (told.Body, new BodyCommand.NoteTimeline(
        PartialDate.Parse(told.OccurredOn), told.Kind, told.Summary, told.Source.Provenance));
}
