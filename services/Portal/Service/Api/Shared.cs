using System.Text.Json.Serialization;

namespace Oversight.Portal.Api;

/// <summary>Where something was said.</summary>
public sealed record Source(string? Cited, string? Says, string? PublishedOn, string? Reason, string? Submission, int? Line, string? ClaimId, string? FactId, string? RecordedAt, string? Decision, string? DatedBy = null, bool PageIsLater = false)
{
    /// <summary>The page that says how we know this: a line of a document, or a decision that was taken here; null where there is none.</summary>
    [JsonIgnore]
    public string? Provenance
    {
        get
        {
            var place = string.Join('&', new[] { Line is null ? null : $"line={Line}", ClaimId is null ? null : $"claim={ClaimId}" }.OfType<string>());
            return Decision is not null ? $"/provenance/decision/{Decision}" : string.IsNullOrEmpty(Submission) ? null : $"/provenance/{Submission}{(place == "" ? "" : $"?{place}")}";
        }
    }
}

/// <summary>Who settled, corrected, withdrew or disputed something, when and why.</summary>
public sealed record TrailStep(string What, string? On, string? Who, string? Why, string? Says, string? Before, string? After, string? Cited)
{
    /// <summary>settled on 28 June 2022 by Ines Holloway: why.</summary>
    [JsonIgnore]
    public string InWords => $"{(On is null ? "" : $"{Words.Dates.Day(On)}: ")}{What}{(Says is null ? "" : $" on {Words.Told.Value(Says)}")}{(Who is null ? "" : $" by {Who}")}{(Why is null ? "" : $": {Why}")}";
}

/// <summary>Days between two dates, as well as they are known.</summary>
public sealed record Span(int AtLeast, int AtMost);
