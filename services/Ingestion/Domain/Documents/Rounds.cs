using System.Globalization;
using System.Text.RegularExpressions;

namespace Oversight.Ingestion.Documents;

/// <summary>Rounds of inspections by their years, such as "2021/22".</summary>
internal static partial class Rounds
{
    // The last sections of a round came out two years after it was named.
    private const int Old = 3;

    /// <summary>The first year of the newest one that a document names; null where it names none.</summary>
    public static int? Newest(Reading reading) => reading.Sentences.Select(sentence => sentence.Text).Append(reading.Document.Title ?? "").SelectMany(In).Cast<int?>().Max();

    /// <summary>Does a text speak of a round that was over when the document was written?</summary>
    public static bool IsOlder(string text, Reading reading) =>
        In(text).ToList() is { Count: > 0 } rounds && (rounds.Exists(round => reading.Year - round >= Old) || rounds.TrueForAll(round => round < reading.Round));

    private static IEnumerable<int> In(string text) => Any().Matches(text)
        .Select(match => (From: Number(match.Groups["from"].Value), To: Number(match.Groups["to"].Value) % 100))
        .Where(round => (round.To - (round.From % 100)) is 1 or 2).Select(round => round.From);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d/-])(?<from>20[12]\d)(?:/|-| to )(?<to>20\d\d|\d\d)\b(?![-/]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Any();
}
