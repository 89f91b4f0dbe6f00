using System.Globalization;
using System.Text.RegularExpressions;

namespace Oversight.Ingestion.Documents;

/// <summary>The printed names of programmes, such as <c>PEEL 2021/22</c>.</summary>
internal static partial class ProgrammeLabels
{
    private const int LongestRound = 3;

    /// <summary>The first that a text names, in the form of the public record; null where it names none.</summary>
    public static string? In(string text) => All(text).FirstOrDefault().Label;

    /// <summary>The newest that a document names: what it compares with is older.</summary>
    public static string? Current(Reading reading) => reading.Sentences.Select(sentence => sentence.Text).Where(text => !LooksBack().IsMatch(text)).Append(reading.Document.Title ?? "")
        .SelectMany(All).Where(label => !IsTooOld(label.Year, reading)).OrderByDescending(label => label.Year).FirstOrDefault().Label;

    /// <summary>The newest round of inspections named by its years alone, of the programme that the document's bodies are inspected under: "our 2021/22 inspection".</summary>
    public static string? ByRound(Reading reading) => reading.Main is { Length: > 0 } main && main.Select(reading.IsPolice).Distinct().ToList() is [var isPolice]
        && reading.Sentences.Where(sentence => !LooksBack().IsMatch(sentence.Text)).SelectMany(sentence => Rounds().Matches(sentence.Text)).Select(match => (Year: int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), To: match.Groups["to"].Value))
            .Where(round => round.Year >= 2018 && !IsTooOld(round.Year, reading)).OrderByDescending(round => round.Year).FirstOrDefault() is { Year: > 0 } newest
        ? Named(isPolice ? "PEEL" : "FRS", newest.Year, newest.To) : null;

    /// <summary>Does a text name only programmes from before the document's own?</summary>
    public static bool IsOlder(string text, Reading reading) =>
        All(text).ToList() is { Count: > 0 } labels && labels.TrueForAll(label => reading.Programme is { } current ? label.Label != current : IsTooOld(label.Year, reading));

    // The last reports of a round come out some three years after it began.
    private static bool IsTooOld(int year, Reading reading) => reading.Dated?.Year - year > LongestRound;

    // "In PEEL 2018/19 it was graded good": of whoever is told of, and not of the document.
    [GeneratedRegex(@"^(?:but |and )?(?:back )?(?:in|at|during|under|for) (?!our\b|this\b)(?:its |the |their |an? )?(?:last |previous |earlier )?[^,.]{0,30}\b20[12]\d[/-](?:20)?\d\d\b[^,.]{0,30}?,? (?:it|they|the (?:force|service|constabulary|brigade)|[A-Z][\w' -]{2,40}) (?:was|were|had)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LooksBack();

    private static IEnumerable<(string Label, int Year)> All(string text) => Any().Matches(text).Select(Of);

    private static (string Label, int Year) Of(Match match)
    {
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        if (match.Groups["cdi"].Success)
        {
            return ($"Crime Data Integrity {(match.Groups["again"].Success ? "re-inspection" : "inspection")} {year}", year);
        }

        var name = match.Groups["fire"].Success ? "FRS" : "PEEL";
        return match.Groups["to"] is { Success: true } to ? (Named(name, year, to.Value), year) : ($"{name} {year}", year);
    }

    private static string Named(string name, int year, string to) => $"{name} {year}{(year >= 2023 ? "-" : "/")}{to[^2..]}";

    [GeneratedRegex(@"\b(?<year>20[12]\d)[/-](?<to>20\d\d|\d\d) (?:(?:cycle|round|programme) of )?(?:\w+ ){0,2}(?:inspections?|assessments?|round|cycle|reports?)\b|\b(?:inspections?|assessments?|round|cycle|Service|Brigade|Constabulary|Police)(?: of)? \(?(?<year>20[12]\d)[/-](?<to>20\d\d|\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Rounds();

    [GeneratedRegex(@"\bPEEL(?: \w+){0,3}?:? (?<year>20[12]\d)(?:[/-](?<to>20\d\d|\d\d)\b)?|\b(?<year>20[12]\d)[/-](?<to>20\d\d|\d\d) (?:\w+ ){0,2}PEEL\b|\bPEEL inspection of [^.]{0,60}? (?<year>20[12]\d)[/-](?<to>20\d\d|\d\d)\b|\b(?<cdi>crime[- ]data[- ]integrity) (?<again>re-?)?(?:inspection|report)s? (?:of )?(?<year>20[12]\d)\b|\b(?<fire>FRS|fire and rescue service inspections?|fire inspections?) (?<year>20[12]\d)[/-](?<to>20\d\d|\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Any();
}
