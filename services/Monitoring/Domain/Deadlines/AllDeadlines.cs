using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.ReportResponses;
using Oversight.Monitoring.Trails;

namespace Oversight.Monitoring.Deadlines;

/// <summary>Every deadline that the stream of a body knows of. Another matter joins with another line.</summary>
public static class AllDeadlines
{
    /// <summary>Those that were missed, each with the event that says so where one is on record.</summary>
    /// <param name="body">The body.</param>
    /// <param name="events">Its stream.</param>
    /// <param name="day">The day on which a clock looks; everything that is recorded counts.</param>
    public static IEnumerable<(Deadline Deadline, BodyEvent.DeadlineMissed? Said)> Missed(string body, IReadOnlyList<Recorded> events, DateOnly day)
    {
        var said = events.Select(recorded => recorded.Event).OfType<BodyEvent.DeadlineMissed>().ToDictionary(missed => missed.Key);
        return MissedBefore(day, ReportResponseRecord.Fold(body, events), BodyCauses.Fold(body, events), TrailEntries.Fold(body, events))
            .Select(deadline => (deadline, said.GetValueOrDefault(BodyEvent.DeadlineMissed.KeyOf(deadline.Kind, deadline.Id))));
    }

    /// <summary>Those that were missed, on record as such or not; what knows nothing of the body may be null.</summary>
    public static IEnumerable<Deadline> MissedBefore(DateOnly day, ReportResponseRecord? reports, BodyCauses? causes, Trail? trail) =>
        All(new(day, DateOnly.MaxValue), reports, causes, trail).Where(deadline => deadline.IsMissedBefore(day));

    /// <summary>Those that are known of; what knows nothing of the body may be null.</summary>
    public static IEnumerable<Deadline> All(Viewpoint viewpoint, ReportResponseRecord? reports, BodyCauses? causes, Trail? trail = null) =>
        (reports is null ? [] : ReportResponse.Deadlines(reports, viewpoint, trail)).Concat(causes is null ? [] : CauseDeadlines.Of(causes, viewpoint, trail));
}
