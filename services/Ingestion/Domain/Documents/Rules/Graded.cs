using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>What a bare grade below a heading or beside a label is of.</summary>
/// <param name="Area">Null for the whole.</param>
internal readonly partial record struct Graded(string? Area)
{
    private const int LongestQuestion = 240;

    /// <summary>Null where the words are no area, no question of an inspection and not the whole.</summary>
    public static Graded? By(string label, Reading reading) =>
        IsQuestion(label) ? new(Asked(label.Trim(), reading))
        : AreaWords.Whole(label) is { } area ? new(area)
        : IsWhole(label) ? new(Whole(reading))
        : null;

    public static bool IsWhole(string label) => Overall().IsMatch(label.Trim());

    /// <summary>A report on the recording of crime grades that alone.</summary>
    public static string? Whole(Reading reading) => reading.Programme?.StartsWith("Crime", StringComparison.Ordinal) is true ? AreaWords.Recording : null;

    // The questions of one inspection share their words, so that only the whole question tells them apart.
    private static string Asked(string question, Reading reading) =>
        AreaWords.Whole(question.TrimEnd('?', ' ')) is ("Effectiveness" or "Efficiency" or "Legitimacy") and var pillar ? pillar
        : AreaWords.Whole(Lead().Replace(question.TrimEnd('?', ' '), "")) is { } area && area != Whole(reading) ? area : question;

    private static bool IsQuestion(string label) => label.TrimEnd().EndsWith('?') && label.Length <= LongestQuestion && Question().IsMatch(label.TrimStart());

    [GeneratedRegex(@"^(?:how|to what extent|does|do|is|are|has|what)\b.*\b(?:force|constabulary|service|brigade|it|police|its|leader(?:s|ship)|staff|officers|systems|processes)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Question();

    [GeneratedRegex(@"^(?:how \w+|to what extent|how) (?:is|does|do|are) (?:the )?(?:\w+ )(?:at |in )?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:the |our |its )?(?:overall|headline)(?: (?:crime data integrity|force|service|inspection))?(?: (?:judge?ment|grade|grading|rating|assessment|verdict|result))?(?: (?:of|for) [\w&' -]{3,60})?:?$|^(?:overall )?(?:judge?ment|grade|rating) overall:?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Overall();
}
