using Oversight.Core;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Causes;

/// <summary>How causes of concern read in a timeline.</summary>
internal static class CauseEntries
{
    private const string OfCause = "cause", OfArea = "area-for-improvement";

    public static IEnumerable<HistoryEntry> Of(string body, IReadOnlyList<Recorded> events, BodyRecord record, Trail trail, Viewpoint viewpoint)
    {
        var causes = BodyCauses.Fold(body, events);
        var (steps, kept) = (CauseReading.Steps(causes, viewpoint, trail, record).ToArray(), CauseDeadlines.Kept(causes, viewpoint, trail));
        return CauseReading.Known(causes, viewpoint, trail, record).Where(cause => cause.Said.Count > 0).Select(Raised).Concat(steps.Select(Taken)).Concat(
            from missed in causes.Missed
            where missed.LastDay < viewpoint.AsOf
            from made in steps
            let kind = made.Kind == CauseStep.Recommendation && CauseDeadlines.IdOf(made.First.Cause, made.First.Recommendation) == missed.Id ? CauseDeadlines.Recommendation
                : made.Kind == CauseStep.PlanRequested && made.FactId == missed.Id ? CauseDeadlines.Plan : null
            where kind is not null
            select Missed(missed, made, kind, kept.Contains(missed.Id)));
    }

    private static HistoryEntry Missed(DueMissed missed, Step made, string kind, bool isRefuted) => new(
        $"deadline/{kind}/{missed.Id}", PartialDate.On(missed.LastDay.AddDays(1)), null, "deadline", $"{missed.About}: the time to meet it had passed",
        $"The last day was {PartialDate.On(missed.LastDay).InWords}; noticed by the clock of {PartialDate.On(missed.NoticedOn).InWords}{(isRefuted ? "; as is known by now, nothing was missed" : "")}",
        SourceShown.Of(made.Said, said => said.Due), isRefuted ? [Mark.Corrected] : [], []);

    private static HistoryEntry Raised(Told cause)
    {
        var asked = string.Join(" or ", cause.Said.Select(said => said.Value.Recommendations).OfType<int>().Distinct().Order());
        var how = cause.Said.Any(said => said.Value.Accelerated == Acceleration.Yes) ? "Accelerated cause of concern raised" : "Cause of concern raised";
        return new(
            cause.Id, cause.Raised.On ?? cause.Said.Min(said => said.PublishedOn), null, OfCause, $"{how}: {cause.Title} ({cause.Inspection})",
            Sentences([Disagreement(cause.Raised, cause.Said, said => said.RaisedOn), asked == "" ? null : $"{asked} {(asked == "1" ? "recommendation" : "recommendations")}", Notes(cause.Said, said => said.Note)]),
            SourceShown.Of(cause.Said, said => cause.Raised.IsConflicting ? $"{said.RaisedOn}" : null),
            [
                .. CauseReading.Said(cause),
                .. cause.Raised.IsConflicting ? [Mark.Conflicting] : Array.Empty<Mark>(),
                .. cause.Said.Any(said => said.Value.Recommendations == 0) ? [Mark.PrintedWithoutRecommendations] : Array.Empty<Mark>(), .. cause.Sides.Marks,
            ], []);
    }

    private static HistoryEntry Taken(Step step)
    {
        var said = step.First;
        return new(
            step.FactId, step.When.On ?? step.Said.Min(one => one.PublishedOn), null,
            step.Kind is CauseStep.AfiRaised or CauseStep.AfiDischarged or CauseStep.AfiCarriedOver ? OfArea : OfCause,
            $"{Title(step.Kind)}: {said.Title} ({said.Inspection})",
            Sentences(
            [
                Disagreement(step.When, step.Said, one => one.On), said.Recommendation, said.Due is null ? null : $"due {said.Due}", said.By is null ? null : $"by {said.By}",
                said.Under is null ? null : $"under {said.Under}", said.GrownFrom is null ? null : $"from the area for improvement {said.GrownFrom}", Notes(step.Said, one => one.Note),
            ]),
            SourceShown.Of(step.Said, one => step.When.IsConflicting ? $"{one.On}" : null), [.. step.Marks], []);
    }

    private static string Title(CauseStep step) => step switch
    {
        CauseStep.RaisedEarly => "Cause of concern raised before its report",
        CauseStep.AcceleratedInSum => "Cause of concern accelerated together with others",
        CauseStep.Escalated => "Escalated to a cause of concern",
        CauseStep.PlanRequested => "Action plan asked for",
        CauseStep.PlanReceived => "Action plan received",
        CauseStep.Revisited => "Cause of concern revisited",
        CauseStep.StillOpen => "Cause of concern still open",
        CauseStep.Recommendation => "Recommendation made",
        CauseStep.RecommendationMet => "Recommendation met",
        CauseStep.Closed => "Cause of concern closed",
        CauseStep.ReIssued => "Cause of concern issued again",
        CauseStep.Superseded => "Cause of concern left to a later inspection",
        CauseStep.Disputed => "Cause of concern disputed",
        CauseStep.JoinedEngage => "Cause of concern added to a stay in Engage",
        CauseStep.AfiRaised => "Area for improvement raised",
        CauseStep.AfiDischarged => "Area for improvement discharged",
        CauseStep.AfiCarriedOver => "Area for improvement carried over",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string? Disagreement<T>(When when, IEnumerable<Seen<T>> said, Func<T, PartialDate?> on)
        where T : notnull =>
        when.IsConflicting ? $"Sources date it {string.Join(" and ", said.Select(one => on(one.Value)).OfType<PartialDate>().Distinct().Order().Select(date => date.InWords))}" : null;

    private static string Notes<T>(IEnumerable<Seen<T>> said, Func<T, string> note)
        where T : notnull => string.Join(" / ", said.Select(one => note(one.Value)).Where(text => text != "").Distinct().Order(StringComparer.Ordinal));

    private static string? Sentences(IEnumerable<string?> parts) => string.Join(". ", parts.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } text ? text : null;
}
