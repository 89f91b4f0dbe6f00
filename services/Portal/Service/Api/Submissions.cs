using System.Text.Json.Serialization;

namespace Oversight.Portal.Api;

/// <summary>The answer of /api/v1/submissions.</summary>
public sealed record SubmissionList(IReadOnlyList<SubmissionLine> Submissions);

/// <summary>A submission on the list.</summary>
public sealed record SubmissionLine(string Submission, string Name, string MediaType, long Length, string? Body, string? By, string ReceivedAt, string State, int Accepted, int Unchanged, int Conflicting, int Refused,
    string? Because);

/// <summary>The answer of /api/v1/submissions/{id}.</summary>
public sealed record SubmissionShown(string Submission, string Name, string MediaType, string Sha256, long Length, string? Body, string? By, string ReceivedAt, string State, int Accepted, int Unchanged, int Conflicting,
    int RefusedInAll, IReadOnlyList<RefusedLine> Refused, string? Rule, string? Because, int? Line, string? Source, IReadOnlyList<Candidate> Candidates)
{
    /// <summary>Whether it is text for people rather than a file of records.</summary>
    public bool IsDocument => MediaType is "text/plain" or "text/html" or "application/pdf" or "application/xhtml+xml";
}

/// <summary>A line that was not taken, and why.</summary>
public sealed record RefusedLine(int Line, string? Field, string Rule, string Message);

/// <summary>What is answered to an upload.</summary>
public sealed record SubmissionTaken(string Submission);

/// <summary>The answer of /api/v1/candidates.</summary>
public sealed record CandidateList(IReadOnlyList<Candidate> Candidates, bool IsCut);

/// <summary>What a document seems to say.</summary>
public sealed record Candidate([property: JsonPropertyName("candidate")] string Id, string Submission, string Cited, string? PublishedOn, string State, string Kind, string Rule, decimal Confidence, string Quote, int Start, int End,
    int Line, string? Body, string? Programme, string? Area, string? Grade, string? Phase, string? Date, decimal? Percent, int? Count, int? OutOf, string? Speaker, string? Role, Corrections? As, string? Claimed, Actor? By, string? At,
    string? Why)
{
    /// <summary>What it says beside its words, as it was read.</summary>
    [JsonIgnore]
    public IEnumerable<(string What, string Value)> Fields => ((IEnumerable<(string, string?)>)[("Body", Body), ("Programme or inspection", Programme), ("Area", Area), ("Grade", Grade?.Replace('-', ' ')), ("Phase", Phase),
        ("Date", Date is null ? null : Words.Dates.Day(Date)), ("Per cent", Percent?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Counted", OutOf is null ? Count?.ToString(System.Globalization.CultureInfo.InvariantCulture) : Count is null ? $"of {OutOf}" : $"{Count} of {OutOf}"), ("Said by", Speaker is null ? Role : Role is null ? Speaker : $"{Speaker}, {Role}")])
        .Where(one => one.Item2 is not null).Select(one => (one.Item1, one.Item2!));
}

/// <summary>What somebody corrected or added when they accepted a candidate.</summary>
public sealed record Corrections(string? Body, string? Programme, string? Area, string? Grade, string? Phase, string? Date, decimal? Percent, string? Kind, string? Source, string? PublishedOn, string? Reason = null);

/// <summary>Who did something.</summary>
public sealed record Actor(string Subject, string Name, string? Role);
