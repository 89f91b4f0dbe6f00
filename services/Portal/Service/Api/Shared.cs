namespace Oversight.Portal.Api;

/// <summary>Where something was said.</summary>
public sealed record Source(string? Cited, string? Says, string? PublishedOn, string? Reason, string? Submission, int? Line, string? ClaimId, string? FactId, string? RecordedAt, string? Decision);

/// <summary>Who settled, corrected, withdrew or disputed something, when and why.</summary>
public sealed record TrailStep(string What, string? On, string? Who, string? Why, string? Says, string? Before, string? After, string? Cited);

/// <summary>Days between two dates, as well as they are known.</summary>
public sealed record Span(int AtLeast, int AtMost);
