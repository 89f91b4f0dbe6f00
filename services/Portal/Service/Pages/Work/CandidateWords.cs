using System.Globalization;
using System.Text.RegularExpressions;
using Oversight.Portal.Api;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages;

/// <summary>Candidates in words.</summary>
public static partial class CandidateWords
{
    /// <summary>Judgment: Metropolitan Police Service, PEEL 2021/22, investigating crime, inadequate.</summary>
    public static string About(Candidate candidate, BodyNames names)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(names);
        var fields = candidate.Fields.Where(field => field.What != "Said by").Select(field => field.What == "Body" ? names.Of(field.Value) : field.Value).ToList();
        return $"{Kind(candidate.Kind)}: {(fields.Count == 0 ? "what it is about is left open" : string.Join(", ", fields))}";
    }

    /// <summary>Why a candidate was left as it is, on one line and without the names that fields have for programs.</summary>
    public static string Refusal(string detail)
    {
        ArgumentNullException.ThrowIfNull(detail);
        return ForPrograms().Replace(detail.ReplaceLineEndings(" "), "; open it and say it there.");
    }

    [GeneratedRegex("; say it as [A-Za-z]+\\.")]
    private static partial Regex ForPrograms();

    public static string Kind(string kind) => kind switch
    {
        "cause" => "Cause of concern",
        "phase" => "Move",
        "" or null => "Candidate",
        _ => char.ToUpperInvariant(kind[0]) + kind[1..],
    };

    public static string Confidence(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return $"{(candidate.Confidence >= 0.9m ? "high" : candidate.Confidence >= 0.7m ? "middling" : "low")} ({candidate.Confidence.ToString("0.00", CultureInfo.InvariantCulture)} of 1)";
    }

    public static string State(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.State == "Waiting" ? "waits for somebody"
            : $"{candidate.State.ToLowerInvariant()} by {candidate.By?.Name ?? "somebody"}, {Dates.Instant(candidate.At)}{(candidate.Why is null ? "" : $": {candidate.Why}")}";
    }
}
