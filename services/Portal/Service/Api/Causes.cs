namespace Oversight.Portal.Api;

/// <summary>The answer of /api/v1/causes.</summary>
public sealed record CauseRegister(string Note, IReadOnlyList<CauseLine> Causes, IReadOnlyList<AreaForImprovement> AreasForImprovement);

/// <summary>A cause of concern.</summary>
public sealed record CauseLine(string Body, string Name, string Service, string Phase, string Id, string Title, string? Inspection, string? Programme, string? RaisedOn, string? PublishedOn, string Accelerated,
    bool AcceleratedInSum, string State, string? OpenAt, string? ClosedOn, string? ClosurePublishedOn, Span? Age, string? Duration, Recommendations Recommendations, IReadOnlyList<CauseDeadline> Deadlines,
    IReadOnlyList<CauseStep> Disputes, IReadOnlyList<CauseStep> Steps, IReadOnlyList<string> Notes, IReadOnlyList<Source> Sources, IReadOnlyList<string> Marks,
    IReadOnlyList<CauseDisagreement>? Disagreements = null)
{
    /// <summary>Nothing on record ends it, which is not to say that it is open.</summary>
    public bool IsNotClosed => State is not ("Closed" or "Superseded" or "ReIssued");

    /// <summary>What it asks for by a day, where nothing says that it was met; the oldest first.</summary>
    public IEnumerable<CauseDeadline> Demanded => IsNotClosed ? Deadlines.Where(deadline => deadline is { On: not null, Met: not "Yes" }).OrderBy(deadline => deadline.On, StringComparer.Ordinal) : [];

    /// <summary>How many of its recommendations were met, no more surely than its sources say.</summary>
    public string Met => (Recommendations, Steps.Any(step => step.Step == "RecommendationMet")) switch
    {
        ({ Total: { } total, Met: var met }, var isSaid) when isSaid || met > 0 => $"{met} of {total}",
        ({ Total: null, Numbers: { Count: > 1 } numbers, Met: var met }, _) => $"{(met > 0 ? $"{met} of " : "")}{string.Join(" or ", numbers)}: sources disagree",
        ({ Total: { } total }, _) => $"{total}; how many were met is not known",
        ({ Met: > 0 and var met }, _) => $"{met}; how many there are is not known",
        _ => "not published",
    };
}

/// <summary>How many there are, and how many were met.</summary>
public sealed record Recommendations(int? Total, int Met, IReadOnlyList<int>? Numbers = null);

/// <summary>Something about a cause on which sources disagree and nobody has settled it.</summary>
public sealed record CauseDisagreement(string About, IReadOnlyList<Source> Sides);

/// <summary>By when something is due, in the style in which it was published.</summary>
public sealed record CauseDeadline(string For, string Published, string Style, string? On, bool Computed, string Passed, string? Met);

/// <summary>Something that happened to a cause.</summary>
public sealed record CauseStep(string Step, string? On, string? Recommendation, string? By, string? Note, IReadOnlyList<Source> Sources, IReadOnlyList<string> Marks);

/// <summary>An area for improvement.</summary>
public sealed record AreaForImprovement(string Body, string Name, string Service, string Id, string Title, string? Inspection, string State, string? Since, string? Cause, IReadOnlyList<string> Marks);
