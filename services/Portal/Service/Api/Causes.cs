namespace Oversight.Portal.Api;

/// <summary>The answer of /api/v1/causes.</summary>
public sealed record CauseRegister(string Note, IReadOnlyList<CauseLine> Causes, IReadOnlyList<AreaForImprovement> AreasForImprovement);

/// <summary>A cause of concern.</summary>
public sealed record CauseLine(string Body, string Name, string Service, string Phase, string Id, string Title, string? Inspection, string? Programme, string? RaisedOn, string? PublishedOn, string Accelerated,
    bool AcceleratedInSum, string State, string? OpenAt, string? ClosedOn, string? ClosurePublishedOn, Span? Age, string? Duration, Recommendations Recommendations, IReadOnlyList<CauseDeadline> Deadlines,
    IReadOnlyList<CauseStep> Disputes, IReadOnlyList<CauseStep> Steps, IReadOnlyList<string> Notes, IReadOnlyList<Source> Sources, IReadOnlyList<string> Marks)
{
    /// <summary>Nothing on record ends it, which is not to say that it is open.</summary>
    public bool IsNotClosed => State is not ("Closed" or "Superseded" or "ReIssued");
}

/// <summary>How many there are, and how many were met.</summary>
public sealed record Recommendations(int? Total, int Met);

/// <summary>By when something is due, in the style in which it was published.</summary>
public sealed record CauseDeadline(string For, string Published, string Style, string? On, bool Computed, string Passed);

/// <summary>Something that happened to a cause.</summary>
public sealed record CauseStep(string Step, string? On, string? Recommendation, string? By, string? Note, IReadOnlyList<Source> Sources, IReadOnlyList<string> Marks);

/// <summary>An area for improvement.</summary>
public sealed record AreaForImprovement(string Body, string Name, string Service, string Id, string Title, string? Inspection, string State, string? Since, string? Cause, IReadOnlyList<string> Marks);
