using System.Collections.Frozen;

namespace Oversight.Ingestion.Facts;

/// <summary>A grade as a report gives it. Which grades a programme has is not decided here.</summary>
public enum Grade
{
    Outstanding,
    Good,
    Adequate,
    RequiresImprovement,
    Inadequate,
    NotGraded,
    NotInspected,
}

/// <summary>The written form of a grade.</summary>
public static class Grades
{
    private static readonly FrozenDictionary<Grade, string> Texts = new Dictionary<Grade, string>
    {
        [Grade.Outstanding] = "outstanding",
        [Grade.Good] = "good",
        [Grade.Adequate] = "adequate",
        [Grade.RequiresImprovement] = "requires-improvement",
        [Grade.Inadequate] = "inadequate",
        [Grade.NotGraded] = "not-graded",
        [Grade.NotInspected] = "not-inspected",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Grade> Known =
        Texts.ToFrozenDictionary(grade => grade.Value, grade => grade.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every written form, best grade first.</summary>
    public static IEnumerable<string> All => Texts.OrderBy(grade => grade.Key).Select(grade => grade.Value);

    /// <summary>Such as <c>requires-improvement</c>.</summary>
    public static string Text(Grade grade) => Texts[grade];

    /// <summary>Reads the written form, with a space for the hyphen if a source has one.</summary>
    public static bool TryParse(string text, out Grade grade)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Known.TryGetValue(text, out grade) || Known.TryGetValue(text.Replace(' ', '-'), out grade);
    }
}
