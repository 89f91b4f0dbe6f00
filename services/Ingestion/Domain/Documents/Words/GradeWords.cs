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

    /// <summary>Those that can be a grade by what stands beside them: "inadequate supervision", "how good it is" and "as good as" are none. Without one, "the top grade" is one too.</summary>
    public static IEnumerable<GradeWord> Given(string text)
    {
        var said = In(text).Where(grade => (grade.Grade == RequiresImprovement || !Thing().IsMatch(text[grade.At.End..])) && !HowMuch().IsMatch(text[..grade.At.Start])).ToList();
        return said.Count > 0 ? said : Ends().Matches(text).Select(match => new GradeWord(Span.Of(match), match.Groups["top"].Success ? Outstanding : Inadequate));
    }

    /// <summary>The grade that a cell or a line is, and nothing but; null where it is more or none.</summary>
    public static string? Whole(string text) => Alone().Match(text) is { Success: true } match ? Of(match.Groups["grade"].Value) : null;

    private static string Of(string word) => char.ToLowerInvariant(word[0]) switch
    {
        'o' => Outstanding,
        'g' => Good,
        'a' => Adequate,
        'i' when !word.StartsWith("in ", StringComparison.OrdinalIgnoreCase) && !word.StartsWith("imp", StringComparison.OrdinalIgnoreCase) => Inadequate,
        _ => RequiresImprovement,
    };

    private const string Grades = "outstanding|good|adequate|inadequate|requir(?:es?|ed|ing)[ -]improvements?|needs?[ -]improvement|needing improvement|in need of improvement";

    [GeneratedRegex($@"\b(?:{Grades})\b(?! enough\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Any();

    // A noun of its own behind an adjective.
    [GeneratedRegex(@"^(?!['"")]{0,3} (?:at|in|for|on|when|with|over|across|around|about|regarding|concerning|under|among|within|during|throughout|by|overall|grad(?:e|es|ing)|ratings?|marks?|judge?ments?|verdicts?|scores?|standard|level|and|or|but|as|while|whilst|though|although|because|after|following|since|compared|from|up|down|rather|than|again|this|last|is|was|were|are|has|have|had|to|due|despite|against|both|including|namely|not|so|respectively|where|which|that|areas?|categor(?:y|ies)|bracket|band|tier|job (?:of|at|in|on|with|when)|three|two|four|five|rated|graded|out|if|yet|also|too|now|before|the)\b)['""]{0,2} [a-z]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Thing();

    [GeneratedRegex(@"\b(?:how|so|too|very|really|equally|just as|nearly as|not as|any) ['""]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HowMuch();

    [GeneratedRegex(@"\b(?<!second[- ]|joint )(?:(?<top>top|highest|best)|lowest|bottom|worst)[- ](?:possible |available )?(?:grade|grading|rating|marks?|judge?ment)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex($@"^(?:(?:grade|graded|rating|rated|judg(?:e?ment|ed)|overall)(?: as)?:? ?)?['""(]?(?<grade>{Grades})['"")]?[.*]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Alone();
}
