using System.Text.RegularExpressions;

namespace Oversight.Core;

/// <summary>How words of this record's own are read by somebody who knows less than whoever wrote them: no clause may tell what came later.</summary>
/// <param name="KnownAt">What was published by that day may be told.</param>
/// <param name="WrittenOn">When the words came to be on record; from then on they are told whole.</param>
public readonly partial record struct Wording(DateOnly KnownAt, DateOnly WrittenOn)
{
    /// <summary>What stands for clauses that are left out.</summary>
    public const string LeftOut = "[…]";

    /// <summary>The text without clauses that name a day which had not passed, or say that something came later.</summary>
    public string Of(string text) => Read(text, foretells: false);

    /// <summary>The same of words beside something that began, which are often of how it went on and ended.</summary>
    public string OfBeginning(string text) => Read(text, foretells: true);

    /// <summary>The same of a name, where only a remark in brackets is this record's own.</summary>
    public string OfName(string name)
    {
        var wording = this;
        return KnownAt >= WrittenOn ? name : InBrackets().Replace(name, aside => wording.IsLater(aside.Value, foretells: false) ? LeftOut : aside.Value);
    }

    private string Read(string text, bool foretells)
    {
        if (text.Length == 0 || KnownAt >= WrittenOn)
        {
            return text;
        }

        var wording = this;
        var told = InBrackets().Replace(text, aside => wording.IsLater(aside.Value, foretells) ? LeftOut : aside.Value);
        var parts = Between().Split(told);
        var kept = new List<string>();
        for (var i = 0; i < parts.Length; i += 2)
        {
            var clause = IsLater(parts[i], foretells) ? LeftOut : parts[i];
            if (kept.Count == 0 || clause != LeftOut || kept[^1] != LeftOut)
            {
                kept.AddRange(kept.Count == 0 ? [clause] : [parts[i - 1], clause]);
            }
        }

        return string.Concat(kept);
    }

    private bool IsLater(string clause, bool foretells)
    {
        var known = KnownAt;
        return Later().IsMatch(clause) || (foretells && Outcome().IsMatch(clause))
            || (!Planned().IsMatch(clause) && Dates().Matches(clause).Any(date => DateOf(date) is { } on && (date.Groups["span"].Success ? on.First > known : on.OnOrBefore(known) != Answer.Yes)));
    }

    private static PartialDate? DateOf(Match date)
    {
        var month = date.Groups["month"] is { Success: true } named ? $"-{(Array.FindIndex(Months, name => named.Value.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1):00}" : "";
        var day = date.Groups["day"] is { Success: true } first ? $"-{first.Value.PadLeft(2, '0')}" : "";
        return PartialDate.TryParse(date.Groups["written"] is { Success: true } written ? written.Value : $"{date.Groups["year"].Value}{month}{day}", out var on) ? on : null;
    }

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"(; |, |\. | / )")]
    private static partial Regex Between();

    // A programme such as PEEL 2021/22 or 2023-25 is a name and no date: it may be known from its first year on.
    [GeneratedRegex(@"(?<written>\b\d{4}-\d\d-\d\d\b)|(?<written>\b\d{4}-(0\d|1[0-2])\b)|((?<day>\b\d\d?) )?\b(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (?<year>(18|19|20)\d\d)\b|\b(?<year>(18|19|20)\d\d)(?<span>[/-]\d\d)?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Dates();

    // What is fixed for a day to come is known before it.
    [GeneratedRegex(@"\b(set|planned|due) (for|by|on)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Planned();

    [GeneratedRegex(@"\b(later|(that|the same|the next|the following) year|since then|ever since|eventually|subsequently|afterwards|thereafter|in the end|to date|so far|by now|went on)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Later();

    [GeneratedRegex(@"\b(clos(e|ed|es|ing|ure)|discharged|resolved|superseded|re-?issued|(issued|raised) again|came back|exits?|still|never|added|reviews|revisit\w*|looked at|progress|became|led to|complete|counts|found|passed to|left|next|not (fully )?(fixed|addressed))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Outcome();
}
