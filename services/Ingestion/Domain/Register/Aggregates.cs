namespace Oversight.Ingestion.Register;

/// <summary>Names that stand for many bodies at once. A figure about all of them is not a figure about one.</summary>
internal static class Aggregates
{
    private static readonly HashSet<string> Whole =
        ["england", "wales", "national", "nationally", "great britain", "united kingdom", "uk", "all forces", "all services"];

    private static readonly HashSet<string> Many = ["forces", "constabularies", "services", "brigades"];

    public static bool Names(string key) =>
        Whole.Contains(key) || key.StartsWith("england and wales", StringComparison.Ordinal) || IsManyOfThem(key.Split(' '));

    private static bool IsManyOfThem(string[] words) =>
        words.Any(Many.Contains) && words.Any(word => word is "all" or "other" or "average" or "every" || word.All(char.IsAsciiDigit));
}
