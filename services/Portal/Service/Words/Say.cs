using System.Text.RegularExpressions;

namespace Oversight.Portal.Words;

/// <summary>The inspectorate's words for what an answer holds; nothing is ever blank.</summary>
public static partial class Say
{
    /// <summary>A phase of monitoring.</summary>
    public static string Phase(string? phase) => phase switch
    {
        null => "not known",
        "CannotTell" => "cannot tell",
        "SchemeNotBegun" => "no phase: the scheme had not begun",
        "DidNotExist" => "did not exist",
        _ => phase,
    };

    /// <summary>requires-improvement: requires improvement.</summary>
    public static string Grade(string? grade) => grade?.Replace('-', ' ') ?? "not graded";

    /// <summary>"Responding to the public: requires-improvement; …", each grade in words.</summary>
    public static string Grades(string told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return string.Join("; ", told.Split("; ").Select(one => string.Join(": ", one.Split(": ").Select(Told.Value))));
    }

    /// <summary>A judgment, and how it is shown beside its words.</summary>
    public static (string Text, string Style) Grade(Api.Grade grade)
    {
        ArgumentNullException.ThrowIfNull(grade);
        var sides = string.Join(" or ", grade.Sides.Select(side => Grade(side.Awarded)));
        return grade.Verdict switch
        {
            "CannotTell" => ("cannot tell", "none"),
            "Withdrawn" => ($"withdrawn: {sides}", "none"),
            "Conflicting" => ($"conflicting: {sides}", "none"),
            _ => (Grade(grade.Awarded), grade.Awarded ?? "none"),
        };
    }

    /// <summary>Police or fire and rescue.</summary>
    public static string Service(string service) => service == "fire" ? "fire and rescue" : service;

    /// <summary>one-two: one two; and none is "not known".</summary>
    public static string Spaced(string? code) => code?.Replace('-', ' ') ?? "not known";

    /// <summary>NoClosureFound: no closure found.</summary>
    public static string Words(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return string.Concat(code.Select((letter, at) => char.IsUpper(letter) ? $"{(at == 0 ? "" : " ")}{char.ToLowerInvariant(letter)}" : letter.ToString()));
    }

    /// <summary>NoClosureFound: no-closure-found, as every file spells it.</summary>
    public static string Code(string code) => Words(code).Replace(' ', '-');

    /// <summary>Where something was said, each publisher once.</summary>
    public static string Publishers(IEnumerable<Api.Source> sources) => string.Join(", ", sources.Select(source => Publisher(source.Cited)).Distinct()) is { Length: > 0 } said ? said : "no source given";

    /// <summary>When a page was published, no more surely than is known of it.</summary>
    public static string Published(IEnumerable<Api.Source> same)
    {
        var days = same.Where(source => source.PublishedOn is not null).ToLookup(source => source.PageIsLater, source => source.PublishedOn!);
        string?[] said = [Days("published", days[false].Except(days[true])), Days("a page of a later day; what it says was first published elsewhere on", days[true])];
        return string.Join("; ", said.OfType<string>()) is { Length: > 0 } all ? all : "publication date not known";

        static string? Days(string what, IEnumerable<string> days) => days.Distinct().Order(StringComparer.Ordinal).Select(Dates.Day).ToList() is { Count: > 0 } each ? $"{what} {string.Join(" and ", each)}" : null;
    }

    /// <summary>The beginning of what may be long.</summary>
    public static string Beginning(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 160 ? text[..(char.IsHighSurrogate(text[158]) ? 158 : 159)] + "…" : text;
    }

    /// <summary>One thing, two things.</summary>
    public static string Count(long number, string one, string? many = null) => $"{number} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>How long a file is: 312 bytes, 108 kB.</summary>
    public static string Length(long bytes) => bytes < 1000 ? Count(bytes, "byte") : bytes < 1_000_000 ? $"{bytes / 1000} kB" : $"{bytes / 1_000_000} MB";

    /// <summary>The address of a source as something short enough to read: its publisher.</summary>
    public static string Publisher(string? cited) =>
        Uri.TryCreate(cited, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.Host.Replace("www.", "", StringComparison.Ordinal) : cited ?? "no source given";

    /// <summary>The reasons among these: not blank, each once, and none that only says again that a body was moved.</summary>
    public static IReadOnlyList<string> Reasons(IEnumerable<string?> texts) => [.. texts.OfType<string>().Where(text => !string.IsNullOrWhiteSpace(text) && !MoveAlone().IsMatch(text)).Distinct()];

    [GeneratedRegex(@"^[\w' -]{0,80}?\b(?:moved|returned|went|placed|put)\b (?:back )?(?:in|into|to|from) (?:the )?(?:Engage|Scan)(?: (?:of )?(?:phase|monitoring|process))*(?: to (?:Engage|Scan))?(?: (?:on|in) [\w ]{4,20})?\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex MoveAlone();

    /// <summary>The addresses of sources in one field of an export, each once.</summary>
    public static string Addresses(IEnumerable<Api.Source> sources) => string.Join(" ", sources.Select(source => source.Cited).Distinct());
}
