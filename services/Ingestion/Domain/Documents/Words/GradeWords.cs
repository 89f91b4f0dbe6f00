using System.Text.RegularExpressions;

namespace Oversight.Ingestion.Documents.Words;

/// <summary>A stretch of a sentence's text.</summary>
internal readonly record struct Span(int Start, int End)
{
    public static Span Of(Capture capture) => new(capture.Index, capture.Index + capture.Length);

    public bool Overlaps(Span other) => Start < other.End && other.Start < End;
}

/// <summary>A grade where it stands.</summary>
internal readonly record struct GradeWord(Span At, string Grade);

/// <summary>The words of the scales. Whether one of them grades anything, a rule has to find out.</summary>
internal static partial class GradeWords
{
    public const string Outstanding = "outstanding", Good = "good", Adequate = "adequate", RequiresImprovement = "requires improvement", Inadequate = "inadequate";

    public static IEnumerable<GradeWord> In(string text) => Any().Matches(text).Select(match => new GradeWord(Span.Of(match), Of(match.Value)));

    /// <summary>The grade that a cell or a line is, and nothing but; null where it is more or none.</summary>
    public static string? Whole(string text) => Alone().Match(text) is { Success: true } match ? Of(match.Groups["grade"].Value) : null;

    private static string Of(string word) => char.ToLowerInvariant(word[0]) switch
    {
        'o' => Outstanding,
        'g' => Good,
        'a' => Adequate,
        'i' => Inadequate,
        _ => RequiresImprovement,
    };

    private const string Grades = "outstanding|good|adequate|inadequate|requir(?:es?|ed|ing)[ -]improvement|needs?[ -]improvement|needing improvement";

    [GeneratedRegex($@"\b(?:{Grades})\b(?! enough\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Any();

    [GeneratedRegex($@"^(?:(?:grade|graded|rating|rated|judg(?:e?ment|ed)|overall)(?: as)?:? ?)?['""(]?(?<grade>{Grades})['"")]?[.*]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Alone();
}
