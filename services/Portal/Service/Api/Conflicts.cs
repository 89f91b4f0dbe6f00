namespace Oversight.Portal.Api;

/// <summary>The answer of /api/v1/conflicts.</summary>
public sealed record Disagreements(IReadOnlyList<Disagreement> Conflicts);

/// <summary>A fact about which sources disagree.</summary>
public sealed record Disagreement(string Body, string FactId, string About, string State, string? Value, int Revision, IReadOnlyList<Side> Sides, IReadOnlyList<string> Marks, IReadOnlyList<TrailStep> Trail);

/// <summary>What one source says.</summary>
public sealed record Side(string Value, string Cited, string Publisher, string? PublishedOn, string? Mark, string Stands, string Submission, int Line, string ClaimId, string RecordedAt)
{
    /// <summary>As the sources of other pages are shown.</summary>
    public Source AsSource() => new(Cited, Value, PublishedOn, null, Submission, Line, ClaimId, null, RecordedAt, null);
}

/// <summary>What is answered to a settlement.</summary>
public sealed record Settled(string FactId);
