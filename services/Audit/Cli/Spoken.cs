using System.Text.RegularExpressions;

namespace Oversight.Cli;

/// <summary>What services say to programs, in the words of this one: options and commands, where they speak of parameters and addresses.</summary>
internal static partial class Spoken
{
    private static readonly (string There, string Here)[] Words =
    [
        ("GET /api/v1/status lists them all", "./oversight status --all lists them all"),
        ("; /openapi/v1.json says what is asked for", "; --help says what is asked for"),
        ("; /openapi/v1.json lists what there is", "; --help lists what there is"),
        ("Say in If-Match which state you have seen; a GET of it answers that in ETag.", "Say with --if-match which state you have seen."),
        ("and so after to, ", "and so after --to, "),
    ];

    public static string Here(string sentence)
    {
        foreach (var (there, here) in Words)
        {
            sentence = sentence.Replace(there, here, StringComparison.Ordinal);
        }

        return Said().Replace(Begins().Replace(Named().Replace(sentence, name => Option(name.Value)), "--$1"), "say it as --$1");
    }

    private static string Option(string name) => name switch
    {
        "effectiveOn" => "--on",
        _ => $"--{string.Concat(name.Select(letter => char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{letter}"))}",
    };

    [GeneratedRegex(@"(?<!['\w-])(asOf|knownAt|recordedAt|publishedOn|effectiveOn|decidedOn)(?!['\w])")]
    private static partial Regex Named();

    [GeneratedRegex("^(from|to|day|limit|before|kind|state|service|mail|source|strict|date|phase|programme|area|reason)(?= (is|has) )")]
    private static partial Regex Begins();

    [GeneratedRegex(@"say it as (?!--)(\w+)")]
    private static partial Regex Said();
}
