using System.Text.RegularExpressions;

namespace Oversight.Portal.Words;

/// <summary>What the services tell, with days as people write them and facts and bodies by their names.</summary>
public static partial class Told
{
    /// <summary>"became part of kent on 2021-04-01": became part of kent on 1 April 2021; a fact's address as what it is about.</summary>
    /// <param name="text">As it was told.</param>
    /// <param name="name">What a body is called, by its id; an id that is none comes back as it is.</param>
    public static string InWords(string? text, Func<string, string>? name = null)
    {
        var plain = Days().Replace(Facts().Replace(text ?? "", fact => Fact(fact.Groups[1].Value, fact.Groups[3].Value.Split('/'))), day => Dates.Day(day.Value));
        return name is null ? plain : Ids().Replace(plain, id => name(id.Value));
    }

    /// <summary>What a side of a conflict says: a day, or a code such as requires-improvement.</summary>
    public static string Value(string value) => Dates.Day(value) is var day && day != value ? day : Code().IsMatch(value) ? Say.Spaced(value) : value;

    /// <summary>What in a text may be the id of a body.</summary>
    public static IEnumerable<string> IdsIn(params IEnumerable<string?> texts) => texts.SelectMany(text => Ids().Matches(text ?? "").Select(id => id.Value)).Distinct();

    private static string Fact(string kind, string[] rest) => (kind, rest) switch
    {
        ("phase", ["engage", var on]) => $"the move to Engage on {Dates.Day(on)}",
        ("phase", ["scan", var on]) => $"the return to Scan on {Dates.Day(on)}",
        ("phase", [var label, var on]) => $"“{Say.Spaced(label)}” on {Dates.Day(on)}",
        ("grade", [var programme, var area]) => $"the grade for {Say.Spaced(area)} in {Say.Spaced(programme)}",
        _ => $"the {kind} {Say.Spaced(rest[^1])}",
    };

    [GeneratedRegex(@"(?<![\w/-])(phase|grade|cause|audit|finding|investigation)/([a-z0-9-]+)/([^\s:;,]+[^\s:;,.])")]
    private static partial Regex Facts();

    [GeneratedRegex(@"(?<![\w/.-])\d{4}-\d{2}-\d{2}(?![\w/-])")]
    private static partial Regex Days();

    [GeneratedRegex(@"(?<![\w/.-])[a-z]+(?:-[a-z]+)+(?![\w/-])")]
    private static partial Regex Ids();

    [GeneratedRegex("^[a-z]+(-[a-z]+)+$")]
    private static partial Regex Code();
}
