using Oversight.Core;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Trails;

namespace Oversight.Monitoring.Causes;

/// <summary>What can be said of a cause of concern on a day.</summary>
public enum CauseState
{
    /// <summary>A source says that it was open then, or something that makes it so, such as a later closure.</summary>
    Open,

    /// <summary>It had been raised, and nothing says that it ended; that is not to say that it was open.</summary>
    NoClosureFound,

    /// <summary>It had been closed, in older words discharged.</summary>
    Closed,

    /// <summary>It had been raised anew under a later inspection, or was left to one.</summary>
    Superseded,

    /// <summary>The dates are not precise enough, or sources disagree.</summary>
    CannotTell,
}

/// <summary>Another cause that this one continues in, or continues.</summary>
/// <param name="Relation"><c>re-issued-as</c>, <c>re-issue-of</c>; <c>raised-again-as</c> and <c>raised-again-after</c> where the earlier one had been closed.</param>
/// <param name="Cause">The other cause; null where only its inspection is known.</param>
/// <param name="Inspection">The inspection under which that was raised.</param>
/// <param name="On">When the later one was raised.</param>
/// <param name="Basis"><c>a source says so</c>, or <c>same title</c> where only that joins them.</param>
public sealed record CauseLink(string Relation, string? Cause, string Inspection, PartialDate? On, string Basis);

/// <summary>A step, with everybody who tells of it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="When">When, as far as sources agree.</param>
/// <param name="Sides">What they say, as far as it was settled.</param>
public sealed record Step(CauseStep Kind, When When, Sides<StepSaid> Sides)
{
    /// <summary>What those say that count.</summary>
    public IReadOnlyList<Seen<StepSaid>> Said => Sides.Standing;

    public StepSaid First => Said[0].Value;

    /// <summary>The fact that it is.</summary>
    public string FactId => Said[0].Evidence[0].Provenance.FactId;

    public IEnumerable<Mark> Marks => Said.All(said => said.Published == Answer.CannotTell) ? Said.SelectMany(said => said.Marks).Concat(Conflict) : Said.SelectMany(said => said.Abridged).Concat(Conflict);

    /// <summary>Has a settlement set all of it aside?</summary>
    public bool IsOverruled { get; init; }

    /// <summary>Is it about something of which nothing else is known?</summary>
    public bool IsOfNothingKnown { get; init; }

    private IEnumerable<Mark> Conflict => (IsOfNothingKnown ? [Mark.NothingSuchOnRecord] : Array.Empty<Mark>()).Concat(When.IsConflicting ? [Mark.Conflicting] : []).Concat(IsOverruled ? [Mark.Settled, Mark.Overruled] : []).Concat(Sides.Marks);
}

/// <summary>One cause of concern as it stood.</summary>
/// <param name="Id">One title of one body under one inspection.</param>
/// <param name="Title">Its subject.</param>
/// <param name="Inspection">As printed.</param>
/// <param name="Programme">The inspection without the remark in brackets.</param>
/// <param name="Sides">What sources say of its being raised, as far as it was settled; none when only later steps are known.</param>
/// <param name="Raised">When the body was told.</param>
/// <param name="State">What can be said of it.</param>
/// <param name="OpenAt">The last day on which it is known to have been open.</param>
/// <param name="Closed">When it was closed, if it had been by then.</param>
/// <param name="Age">How long it had been, or was until it ended.</param>
/// <param name="Accelerated">Was it raised early?</param>
/// <param name="InSum">Only together with others?</param>
/// <param name="Recommendations">What it asks for.</param>
/// <param name="Links">Re-issues.</param>
/// <param name="Steps">What became of it, by day.</param>
/// <param name="Marks">What to say beside it.</param>
public sealed record Cause(
    string Id, string Title, string Inspection, string Programme, Sides<CauseSaid> Sides, When Raised,
    CauseState State, PartialDate? OpenAt, When? Closed, Days? Age, Acceleration Accelerated, bool InSum,
    Recommendations Recommendations, IReadOnlyList<CauseLink> Links, IReadOnlyList<Step> Steps, IReadOnlyList<Mark> Marks)
{
    /// <summary>What was said later of it or of its steps.</summary>
    public FactTrail Trail { get; init; } = FactTrail.None;

    /// <summary>On what sources disagree, as long as nobody has settled it.</summary>
    public IReadOnlyList<Disagreement> Disagreements { get; init; } = [];

    /// <summary>What those say of its being raised that count.</summary>
    public IReadOnlyList<Seen<CauseSaid>> Said => Sides.Standing;

    /// <summary>The earliest publication that a source of its being raised gives, or of its escalation where only that is known.</summary>
    public PartialDate? PublishedOn => Said.Min(said => said.PublishedOn) ?? Steps.Where(Told.Raises).SelectMany(step => step.Said).Min(said => said.PublishedOn);
}
