using Oversight.Core;
using Oversight.Ingestion.Facts;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Causes;
using Acceleration = Oversight.Monitoring.Causes.Acceleration;
using CauseStep = Oversight.Monitoring.Causes.CauseStep;

namespace Oversight.Specs.Causes;

/// <summary>Causes of concern in few words, and those of the public record.</summary>
internal static class Concerns
{
    private static readonly Lazy<Dictionary<string, BodyEvent[]>> Public = new(Read);

    /// <summary>What the public record says of each body's causes and moves.</summary>
    public static IReadOnlyDictionary<string, BodyEvent[]> PublicRecord => Public.Value;

    public static BodyEvent.CauseNoted Raised(
        string? on, string title = "crime recording", string inspection = "PEEL 2021/22", string? published = "2022-01-01", int? recommendations = null,
        Acceleration accelerated = Acceleration.Unknown, string cited = "a report") =>
        new(Id(inspection, title), title, inspection, FactIds.Programme(inspection), Date(on), accelerated, recommendations, "", Standing.First,
            From(Id(inspection, title), $"{cited} {on} {recommendations} {accelerated}", published));

    public static BodyEvent.CauseStepNoted Then(
        CauseStep step, string? on, string title = "crime recording", string inspection = "PEEL 2021/22", string? published = "2022-01-01",
        string? recommendation = null, string? due = null, string? by = null, string? under = null, string? grownFrom = null, string note = "", string cited = "a letter")
    {
        var subject = step is CauseStep.AfiRaised or CauseStep.AfiDischarged or CauseStep.AfiCarriedOver ? Id(inspection, title).Replace("cause/", "afi/", StringComparison.Ordinal) : Id(inspection, title);
        var again = step is CauseStep.Revisited or CauseStep.StillOpen or CauseStep.PlanRequested ? on : recommendation ?? by ?? under;
        return new(subject, title, inspection, FactIds.Programme(inspection), step, Date(on), recommendation, due, by, under, grownFrom, note, Standing.First,
            From($"{subject}/{step}/{again}", $"{cited} {on}", published, recommendation, due, by, under, grownFrom, note));
    }

    public static string Id(string inspection, string title) => CauseFacts.Cause("metropolitan", inspection, title);

    public static BodyCauses Folded(params IEnumerable<BodyEvent> events) =>
        Monitoring.Claims.Recorded(events).Aggregate(BodyCauses.Empty("metropolitan"), (causes, recorded) => BodyCauses.Evolve(causes, recorded));

    public static IReadOnlyList<Cause> At(this BodyCauses causes, string asOf, string knownAt = "2026-01-01", bool strict = false) =>
        CauseReading.At(causes, Monitoring.Claims.On(asOf, knownAt, strict));

    public static Cause Cause(this BodyCauses causes, string inspection, string asOf, string title = "crime recording") =>
        causes.At(asOf).Single(cause => cause.Id == Id(inspection, title));

    // As Ingestion has it, a claim that says otherwise in anything is another claim.
    private static Provenance From(string fact, string cited, string? published, params string?[] saying) =>
        new(NameBasedId.Of([fact, cited, published, .. saying]), fact, 1, cited, "a-submission", 2, Date(published));

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);

    private static Dictionary<string, BodyEvent[]> Read()
    {
        var files = new[] { "cause-steps.csv", "causes-of-concern.csv", "monitoring-history.csv" }.Select(file => Ingestion.Samples.Import(Ingestion.Samples.Data(file)).GetAwaiter().GetResult());
        return files.SelectMany(file => file.Events).Select(Heard).GroupBy(heard => heard.Body).ToDictionary(body => body.Key, body => body.Select(heard => heard.Event).ToArray());
    }

    private static (string Body, BodyEvent Event) Heard(FactEvent said) => said switch
    {
        FactEvent.CauseClaimed e => (e.Body, new BodyEvent.CauseNoted(
            e.Provenance.FactId, e.Title, e.Inspection, e.Programme, e.RaisedOn, Enum.Parse<Acceleration>(e.Accelerated.ToString()), e.Recommendations, e.Note, e.Standing, e.Provenance)),
        FactEvent.CauseStepClaimed e => (e.Body, new BodyEvent.CauseStepNoted(
            e.Cause, e.Title, e.Inspection, e.Programme, Enum.Parse<CauseStep>(e.Step.ToString()), e.On,
            e.Recommendation, e.Due, e.By, e.Under, e.GrownFrom, e.Note, e.Standing, e.Provenance)),
        FactEvent.PhaseMoveClaimed { Phase: Phase.Engage } e => (e.Body, new BodyEvent.MovedToEngage(e.EffectiveOn, e.DecidedOn, e.Reason, e.Standing, e.Provenance)),
        FactEvent.PhaseMoveClaimed { Phase: Phase.Scan } e => (e.Body, new BodyEvent.ReturnedToScan(e.EffectiveOn, e.DecidedOn, e.Reason, e.Standing, e.Provenance)),
        FactEvent.PhaseMoveClaimed e => (e.Body, new BodyEvent.PhaseQuoted(e.Label, e.EffectiveOn, e.Until, e.Reason, e.Provenance)),
        _ => throw new InvalidOperationException($"{said}"),
    };
}
