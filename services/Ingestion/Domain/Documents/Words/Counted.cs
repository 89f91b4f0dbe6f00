using System.Globalization;
using System.Text.RegularExpressions;

namespace Oversight.Ingestion.Documents.Words;

/// <summary>What a share was counted from, where the document says so: 96 of 120. Nothing is worked out.</summary>
/// <param name="Count">Those that the share is.</param>
/// <param name="OutOf">All that were looked at.</param>
internal readonly partial record struct Counted(int? Count, int? OutOf)
{
    /// <summary>The counts of a share in its sentence, or in what was said right before; a pair that does not make the share is none.</summary>
    public static Counted Of(string text, Share share, string before)
    {
        var (start, end) = (text[..share.At.Start], text[share.At.End..]);
        if ((Pair().Match(end) is { Success: true } pair || (pair = PairBefore().Match(start)).Success) && (Number(pair, "count"), Number(pair, "all")) is ({ } some, { } all) && Makes(some, all, share))
        {
            return new(some, all);
        }

        if (CountBefore().Match(start) is { Success: true } beside && Number(beside, "count") is { } count)
        {
            var of = Bases(start[..beside.Index]).Concat(Bases(before)).FirstOrDefault(number => Makes(count, number.All, share));
            return new(count, of.All > 0 ? of.All : null);
        }

        // A share alone has to be one that so many can make.
        var looked = Bases(start).Concat(Bases(before)).Where(number => number.IsLookedAt).Take(1).FirstOrDefault(number => Makes((int)Math.Round(number.All * share.Percent / 100), number.All, share));
        return new(null, looked.All > 0 ? looked.All : null);
    }

    /// <summary>The counts among the cells of a row, where two of them and no other two make its share.</summary>
    public static Counted InRow(IEnumerable<string> cells, Share share)
    {
        var numbers = cells.Select(cell => Plain().Match(cell.Trim()) is { Success: true } number ? Number(number, "all") : null).OfType<int>().ToList();
        return (from some in numbers from all in numbers where some < all && Makes(some, all, share) select (some, all)).Distinct().ToList() is [var only] ? new(only.some, only.all) : default;
    }

    private static bool Makes(int some, int all, Share share) => some <= all && Core.Share.Fits(some, all, share.Percent);

    // The nearest first.
    private static IEnumerable<(int All, bool IsLookedAt)> Bases(string text) =>
        Base().Matches(text).Reverse().Select(match => (Number(match, "all") ?? 0, match.Groups["how"].Success && match.Groups["unit"].Success)).Where(number => number.Item1 > 1);

    private static int? Number(Match match, string group) =>
        int.TryParse(match.Groups[group].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private const string Digits = @"\d{1,3}(?:,\d{3})+|\d{1,6}";

    [GeneratedRegex($@"^(?<all>{Digits})$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    // "80% (96 of 120)"
    [GeneratedRegex($@"^ ?[(,\[] ?(?<count>{Digits})(?: \w+)?(?: of| out of| in|/) ?(?:the |a total of )?(?<all>{Digits})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pair();

    // "96 of the 120 records (80%)"
    [GeneratedRegex($@"(?<![\d.,])(?<count>{Digits}) (?:\w+ ){{0,3}}(?:of|out of) (?:the |all |a total of |a sample of )?(?<all>{Digits})(?: [\w-]+){{0,8}}(?: \(|, (?:or|that is) )$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PairBefore();

    // "96 (80%)", "96, or 80%,"
    [GeneratedRegex($@"(?<![\d.,])(?<count>{Digits})(?: [a-z-]+){{0,3}}(?: \(|, or )$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountBefore();

    [GeneratedRegex($@"(?:\b(?<how>reviewed|examined|audited|looked at|checked|assessed|sampled|considered|scrutinised|sample of)|(?:^|[.;] )(?<how>of)|\bof|\bout of)(?: (?:the|a|all|these|those|its|further|representative|random|sample|total|of))* (?<all>{Digits})\b(?! ?(?:%|per ?cent\b))(?<unit>(?: [\w-]+){{0,4}} (?:records|searches|stops|forms|crimes|reports|incidents|offences|cases|encounters)\b)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Base();
}
