using Oversight.Core;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Trails;
using static Oversight.Monitoring.Bodies.BodyEvent;

namespace Oversight.Monitoring.Causes;

/// <summary>What a source says of a cause when it was raised.</summary>
public sealed record CauseSaid(
    string Cause, string Title, string Inspection, string Programme, PartialDate? RaisedOn, Acceleration Accelerated, int? Recommendations, string Note)
    : ISaid<CauseSaid>, IWorded<CauseSaid>
{
    private const string InWordsAccelerated = ", accelerated";

    /// <summary>Does it say so, in the words in which a conflict names it?</summary>
    internal static bool IsAccelerated(string inWords) => inWords.Contains(InWordsAccelerated, StringComparison.Ordinal);

    CauseSaid IWorded<CauseSaid>.Read(Wording words) => this with { Note = words.OfBeginning(Note) };

    string ISaid<CauseSaid>.InWords => $"raised {RaisedOn?.ToString() ?? "on a day not given"}"
        + (Accelerated switch { Acceleration.Yes => InWordsAccelerated, Acceleration.No => ", not accelerated", _ => "" })
        + (Recommendations is null ? "" : $", {Recommendations} recommendations");

    bool ISaid<CauseSaid>.Contradicts(CauseSaid other) => Sides.Differ(RaisedOn, other.RaisedOn)
        || (Accelerated != other.Accelerated && Accelerated != Acceleration.Unknown && other.Accelerated != Acceleration.Unknown)
        || (Recommendations is { } own && other.Recommendations is { } theirs && own != theirs);
}

/// <summary>What a source says became of a cause, or of an area for improvement.</summary>
public sealed record StepSaid(
    string Cause, string Title, string Inspection, string Programme, CauseStep Step, PartialDate? On,
    string? Recommendation, string? Due, string? By, string? Under, string? GrownFrom, string Note)
    : ISaid<StepSaid>, IWorded<StepSaid>
{
    StepSaid IWorded<StepSaid>.Read(Wording words) => this with { Note = words.Of(Note) };

    private const string InWordsStillOpen = "still open on ";

    /// <summary>Does a side of a conflict about the closing say that the cause was open still?</summary>
    internal static bool IsStillOpen(string inWords) => inWords.StartsWith(InWordsStillOpen, StringComparison.Ordinal);

    string ISaid<StepSaid>.InWords => Step == CauseStep.StillOpen && On is { } day ? $"{InWordsStillOpen}{day}" : $"{On?.ToString() ?? "no date"}{(Due is null ? "" : $", due {Due}")}";

    bool ISaid<StepSaid>.Contradicts(StepSaid other) => (Step, other.Step) switch
    {
        (CauseStep.Closed, CauseStep.StillOpen) => On?.Last < other.On?.First,
        (CauseStep.StillOpen, CauseStep.Closed) => other.On?.Last < On?.First,
        (CauseStep.StillOpen, CauseStep.StillOpen) => false,
        _ => Otherwise(other),
    };

    private bool Otherwise(StepSaid other) => Sides.Differ(On, other.On)
        || (Due is not null && other.Due is not null && !string.Equals(Due, other.Due, StringComparison.OrdinalIgnoreCase));
}

/// <summary>All that sources say about the causes of concern and areas for improvement of one body; what holds is worked out at each read.</summary>
/// <param name="Id">The body.</param>
/// <param name="Causes">That it has them.</param>
/// <param name="Steps">What became of them.</param>
public sealed record BodyCauses(string Id, IReadOnlyList<Backed<CauseSaid>> Causes, IReadOnlyList<Backed<StepSaid>> Steps)
{
    /// <summary>Recommendations and plans whose day had passed; a later answer does not unsay it.</summary>
    public IReadOnlyList<DueMissed> Missed { get; init; } = [];

    /// <summary>What its causes of concern that could be known are called.</summary>
    public IReadOnlyList<string> Titles(Viewpoint viewpoint) => [.. CauseReading.Known(this, viewpoint).Select(cause => cause.Title)];

    public static BodyCauses Empty(string id) => new(id, [], []);

    /// <summary>Everything in a stream, every source listed.</summary>
    public static BodyCauses Fold(string body, IEnumerable<Recorded> events) =>
        events.Aggregate(Empty(body), (causes, recorded) => Evolve(causes, recorded, int.MaxValue));

    /// <param name="causes">Before.</param>
    /// <param name="recorded">One more event; others than those about causes change nothing.</param>
    /// <param name="mostSources">How many sources that say the same are listed one by one.</param>
    public static BodyCauses Evolve(BodyCauses causes, Recorded recorded, int mostSources = BodyRecords.MostSources) => recorded.Event switch
    {
        CauseNoted e => causes with
        {
            Causes = causes.Causes.And(new(e.Cause, e.Title, e.Inspection, e.Programme, e.RaisedOn, e.Accelerated, e.Recommendations, e.Note), recorded.Said(e.Provenance), mostSources),
        },
        CauseStepNoted e => causes with
        {
            Steps = causes.Steps.And(new(e.Cause, e.Title, e.Inspection, e.Programme, e.Step, e.On, e.Recommendation, e.Due, e.By, e.Under, e.GrownFrom, e.Note), recorded.Said(e.Provenance), mostSources),
        },
        DeadlineMissed { Kind: CauseDeadlines.Recommendation or CauseDeadlines.Plan } e => causes with
        {
            Missed = [.. causes.Missed, new(e.Id, e.About, e.LastDay, e.NoticedOn, recorded.RecordedAt)],
        },
        _ => causes,
    };
}
