using System.Globalization;
using System.Text.RegularExpressions;

namespace Oversight.Ingestion.Documents.Words;

/// <summary>A share where it stands, in percent.</summary>
internal readonly record struct Share(Span At, decimal Percent);

/// <summary>Counts and shares as people write them.</summary>
internal static partial class Numbers
{
    public const string Count = @"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|a)";

    private static readonly string[] Small =
        ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    private static readonly Dictionary<string, int> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["half"] = 2, ["halves"] = 2, ["third"] = 3, ["quarter"] = 4, ["fifth"] = 5, ["sixth"] = 6, ["seventh"] = 7, ["eighth"] = 8, ["ninth"] = 9, ["tenth"] = 10,
    };

    /// <summary>Percentages, fractions and "one in four", in the order of the text.</summary>
    public static List<Share> Shares(string text)
    {
        var found = Percentages().Matches(text)
            .Select(match => decimal.TryParse(match.Groups[1].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) ? new Share(Span.Of(match), percent) : default)
            .Concat(InWords().Matches(text).Select(match => new Share(Span.Of(match), Words(match.Value))))
            .Concat(Fractions().Matches(text).Select(match => Ratio(match, Number(match.Groups["of"].Value) ?? 1, Parts[match.Groups["part"].Value.TrimEnd('s')])))
            .Concat(OneIn().Matches(text).Select(match => Ratio(match, Number(match.Groups["of"].Value) ?? 0, Number(match.Groups["all"].Value) ?? 0)))
            .Where(share => share.At.End > 0 && share.Percent is > 0 and <= 100)
            .ToList();
        found.Sort((one, other) => one.At.Start - other.At.Start);
        return found;
    }

    /// <summary>The number that a word or digits mean; null where they mean none.</summary>
    public static int? Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : word is "a" or "A" ? 1
        : Array.FindIndex(Small, small => small.Equals(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? at
        : null;

    private static Share Ratio(Match match, int of, int all) => all < 2 || of > all ? default : new(Span.Of(match), Math.Round(100m * of / all, 1));

    private static decimal Words(string written) =>
        written.Split([' ', '-'])[0].ToLowerInvariant() switch
        {
            "ten" => 10,
            "twenty" => 20,
            "thirty" => 30,
            "forty" => 40,
            "fifty" => 50,
            "sixty" => 60,
            "seventy" => 70,
            "eighty" => 80,
            _ => 90,
        };

    [GeneratedRegex(@"(?<![\d.,+/-])(\d{1,3}(?:\.\d{1,4})?) ?(?:%|per ?cent\b|pc\b)(?![- ]points?| percentage)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Percentages();

    [GeneratedRegex(@"\b(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) per ?cent\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InWords();

    [GeneratedRegex(@"\b(?:(?<of>a|one|two|three|four|five|six|seven|eight|nine)[ -]|(?=half))(?<part>half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)(?= of\b| (?:the )?(?:stops?|searches|records|crimes|reports|all)\b| were\b| did\b| had\b| lacked\b| failed\b| was\b| contained\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fractions();

    [GeneratedRegex(@"\b(?<of>\d{1,2}|one|two|three|four|five|six|seven|eight|nine)(?:[ -]|(?: [a-z][\w-]*(?<! in| of)){1,4} )(?:in|out of)[ -](?:every )?(?<all>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OneIn();
}
