using Oversight.Portal.Api;

namespace Oversight.Portal.Words;

/// <summary>A rule as a sentence.</summary>
public static class RuleInWords
{
    /// <summary>What it looks for, with its settings.</summary>
    public static string Of(RuleWithSettings rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Rule switch
        {
            "inadequate-where-it-protects" => "An area that protects people was graded inadequate, and has not been graded otherwise since.",
            "cause-accelerated" => "A cause of concern was published before its report, because it could not wait.",
            "cause-reissued" => "A cause of concern that an earlier inspection had raised was raised again.",
            "causes-in-sum" => $"At least {rule.AtLeast} causes of concern stand at the same time, none of which need be grave by itself.",
            "recording-rate-down" => "The share of crime recorded fell between two audits of one method by more than both published intervals leave open.",
            "stop-search-share-down" => $"The share of stop and search records with reasonable grounds fell by at least {rule.Points} percentage points from one audit to the next.",
            "deadline-missed" => "The last day for an answer passed, and no answer is on record.",
            _ => $"{char.ToUpperInvariant(rule.Rule[0])}{Say.Spaced(rule.Rule)[1..]}.",
        } + $" It counts for {Say.Count(rule.LapsesAfterMonths, "month")}.";
    }

    /// <summary>The same as a few words.</summary>
    public static string Name(string rule) => rule switch
    {
        "inadequate-where-it-protects" => "inadequate where it protects people",
        "causes-in-sum" => "several causes at once",
        "cause-accelerated" => "accelerated cause",
        "cause-reissued" => "cause raised again",
        "recording-rate-down" => "recording rate down",
        "stop-search-share-down" => "stop and search share down",
        "deadline-missed" => "deadline missed",
        _ => Say.Spaced(rule),
    };
}
