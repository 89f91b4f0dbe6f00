using System.Text.Json.Serialization;
using Oversight.Core;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Reads;

/// <summary>A cause of concern.</summary>
/// <param name="Body">The id of the body that has it.</param>
/// <param name="Phase">In which phase of monitoring the body was; an open cause says nothing of it, nor it of the cause.</param>
/// <param name="RaisedOn">When the body was told; null where nobody says, or where sources do not agree even on the year.</param>
/// <param name="PublishedOn">When the public was told.</param>
/// <param name="Accelerated">Yes only where a source says so.</param>
/// <param name="AcceleratedInSum">Only together with others?</param>
/// <param name="State">Open only where a source says so of that day or of a later one; else nothing more than that no closure was found.</param>
/// <param name="OpenAt">The last day on which it is known to have been open.</param>
/// <param name="Age">How long it had been by the day asked about, or was until it ended; null where nobody says when it was raised.</param>
/// <param name="Deadlines">Of its recommendations and action plans, as published.</param>
/// <param name="Links">Re-issues, both ways.</param>
/// <param name="Disputes">Who disputes it, which leaves it as it is.</param>
/// <param name="Steps">What became of it, by day.</param>
/// <param name="Overruled">Who says otherwise of its being raised, where that was settled.</param>
/// <param name="Trail">Who settled, corrected, withdrew or disputed it or one of its steps, when, why and by which source.</param>
public sealed record CauseShown(
    string Body, string Name, string? Service, Phase Phase, string Id, string Title, string Inspection, string Programme,
    PartialDate? RaisedOn, PartialDate? PublishedOn, Acceleration Accelerated, bool AcceleratedInSum,
    CauseState State, PartialDate? OpenAt, PartialDate? ClosedOn, PartialDate? ClosurePublishedOn, Days? Age, string? Duration,
    RecommendationsShown Recommendations, IReadOnlyList<DeadlineShown> Deadlines, IReadOnlyList<CauseLink> Links,
    IReadOnlyList<CauseStepShown> Disputes, IReadOnlyList<CauseStepShown> Steps, IReadOnlyList<string> Notes,
    IReadOnlyList<SourceShown> Sources, bool MoreSources, IReadOnlyList<string> Marks,
    IReadOnlyList<SourceShown> Overruled, IReadOnlyList<TrailStep> Trail)
{
    /// <summary>The predecessor that it was raised with; null for the body's own.</summary>
    public string? InheritedFrom { get; init; }

    /// <summary>On what sources disagree, with every side, as long as nobody has settled it.</summary>
    public IReadOnlyList<Disagreement> Disagreements { get; init; } = [];

    /// <summary>When it joined what a stay in Engage looks at; null where nobody says so.</summary>
    public PartialDate? JoinedEngageOn { get; init; }

    /// <summary>The bodies with which it goes on, where this one is told as on its last day.</summary>
    public IReadOnlyList<string> PassedTo { get; init; } = [];

    internal static CauseShown Of(Cause cause, string body, Registration? registered, Phase phase, DateOnly day, IReadOnlyList<DueMissed> missed) => new(
        body, registered?.Name ?? body, registered?.Service, phase, cause.Id, cause.Title, cause.Inspection, cause.Programme,
        cause.Raised.On, cause.PublishedOn, cause.Accelerated, cause.InSum, cause.State, cause.OpenAt, cause.Closed?.On,
        cause.Closed is null ? null : cause.Steps.Where(step => step is { Kind: CauseStep.Closed, IsOverruled: false }).SelectMany(step => step.Said).Min(said => said.PublishedOn),
        cause.Age, cause.Age?.ToString(), RecommendationsShown.Of(cause.Recommendations),
        [
            .. cause.Recommendations.Known.Select(one =>
                DeadlineShown.Of(one.Text, one.Due, day, missed.FirstOrDefault(miss => miss.Id == CauseDeadlines.IdOf(cause.Id, one.Text))) with { Met = one.Met }),
            .. cause.Steps.Where(step => step is { Kind: CauseStep.PlanRequested, First.Due: not null })
                .Select(step => DeadlineShown.Of("action plan", Due.Of(step.First.Due, step.When.Day), day, missed.FirstOrDefault(miss => miss.Id == step.FactId))),
        ],
        cause.Links, [.. cause.Steps.Where(step => step.Kind == CauseStep.Disputed).Select(CauseStepShown.Of)], [.. cause.Steps.Select(CauseStepShown.Of)],
        [.. cause.Said.Select(said => said.Value.Note).Where(note => note != "").Distinct().Order(StringComparer.Ordinal)],
        SourceShown.Of(cause.Said, said => cause.Raised.IsConflicting ? $"{said.RaisedOn}" : null), cause.Said.Any(said => said.Further), cause.Marks.InWords,
        SourceShown.Of(cause.Sides.Overruled, said => $"{said.RaisedOn}"), cause.Trail.Steps) { Disagreements = cause.Disagreements };
}

/// <summary>What a cause asks for.</summary>
/// <param name="Total">How many; null where not published or where sources disagree.</param>
/// <param name="Met">How many are known to have been met.</param>
/// <param name="Known">Those known one by one.</param>
public sealed record RecommendationsShown(int? Total, int Met, IReadOnlyList<RecommendationShown> Known)
{
    internal static RecommendationsShown Of(Recommendations recommendations) => new(
        recommendations.Total, recommendations.Met, [.. recommendations.Known.Select(one => new RecommendationShown(one.Text, one.Met, one.MetOn))]) { Numbers = recommendations.Numbers };

    /// <summary>Every number that a source prints, or of which sources tell one by one; more than one where they disagree.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [];
}

/// <summary>One recommendation; <paramref name="Met"/> is No where nothing says so.</summary>
public sealed record RecommendationShown(string Text, Answer Met, PartialDate? MetOn);

/// <summary>A deadline.</summary>
/// <param name="For">The recommendation, or the action plan.</param>
/// <param name="Published">As published; null where none is.</param>
/// <param name="Style">How it is given.</param>
/// <param name="On">The date; null where there is none or where it cannot be told.</param>
/// <param name="Computed">Is the date ours, worked out from the words and the day they were written?</param>
/// <param name="Passed">Had it passed by the day asked about? Null where there is no date to pass.</param>
/// <param name="MissNotedOn">The day on which the clock noticed that it had passed and nothing said that it was met.</param>
public sealed record DeadlineShown(string For, string? Published, DueStyle Style, PartialDate? On, bool Computed, Answer? Passed, DateOnly? MissNotedOn)
{
    /// <summary>Had it been met? No means that nothing says so; null for what is no recommendation.</summary>
    public Answer? Met { get; init; }

    internal static DeadlineShown Of(string what, Due due, DateOnly day, DueMissed? missed = null) =>
        new(what, due.Published, due.Style, due.On, due.Computed, due.PassedBy(day), missed?.LastDay < day ? missed.NoticedOn : null);
}

/// <summary>A step in the life of a cause or of an area for improvement.</summary>
/// <param name="Step">What happened.</param>
/// <param name="On">When; null where nobody says or sources do not agree even on the year.</param>
public sealed record CauseStepShown(
    CauseStep Step, PartialDate? On,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Recommendation,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Due,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? By,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Under,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? GrownFrom,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note,
    IReadOnlyList<SourceShown> Sources, IReadOnlyList<string> Marks, IReadOnlyList<SourceShown> Overruled, IReadOnlyList<TrailStep> Trail)
{
    internal static CauseStepShown Of(Step step) => new(
        step.Kind, step.When.On, step.First.Recommendation, step.First.Due, step.First.By, step.First.Under, step.First.GrownFrom,
        step.First.Note == "" ? null : step.First.Note, SourceShown.Of(step.Said, said => step.When.IsConflicting ? $"{said.On}" : null), step.Marks.Distinct().Order().InWords,
        SourceShown.Of(step.Sides.Overruled, said => said.Step == step.Kind ? $"{said.On}" : said.Step == CauseStep.StillOpen ? $"still open on {said.On}" : $"closed {said.On}"), step.Sides.Trail.Steps);
}

/// <summary>An area for improvement.</summary>
/// <param name="Since">When it came to be so.</param>
/// <param name="Cause">The cause of concern that it became.</param>
public sealed record AreaShown(
    string Body, string Name, string? Service, string Id, string Title, string Inspection, AreaState State, PartialDate? Since, string? Cause,
    IReadOnlyList<CauseStepShown> Steps, IReadOnlyList<string> Marks)
{
    /// <summary>The predecessor with which it was raised; null for the body's own.</summary>
    public string? InheritedFrom { get; init; }

    internal static AreaShown Of(Area area, string body, Registration? registered) => new(
        body, registered?.Name ?? body, registered?.Service, area.Id, area.Title, area.Inspection, area.State, area.Since, area.Cause,
        [.. area.Steps.Select(CauseStepShown.Of)], area.Marks.InWords);
}
