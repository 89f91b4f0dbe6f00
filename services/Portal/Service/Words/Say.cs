namespace Oversight.Portal.Words;

/// <summary>The inspectorate's words for what an answer holds; nothing is ever blank.</summary>
public static class Say
{
    /// <summary>A phase of monitoring.</summary>
    public static string Phase(string? phase) => phase switch
    {
        null => "not known",
        "CannotTell" => "cannot tell",
        _ => phase,
    };

    /// <summary>requires-improvement: requires improvement.</summary>
    public static string Grade(string? grade) => grade?.Replace('-', ' ') ?? "not graded";

    /// <summary>One thing, two things.</summary>
    public static string Count(long number, string one, string? many = null) => $"{number} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>How long a file is: 312 bytes, 108 kB.</summary>
    public static string Length(long bytes) => bytes < 1000 ? Count(bytes, "byte") : bytes < 1_000_000 ? $"{bytes / 1000} kB" : $"{bytes / 1_000_000} MB";

    /// <summary>The address of a source as something short enough to read: its publisher.</summary>
    public static string Publisher(string? cited) =>
        Uri.TryCreate(cited, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.Host.Replace("www.", "", StringComparison.Ordinal) : cited ?? "no source given";
}
