using System.Text.RegularExpressions;

namespace Oversight.Portal.Words;

/// <summary>What was said with a little of what stands around it.</summary>
public sealed partial record Passage(string Before, string Said, string After)
{
    /// <summary>The passage of a text from one place to another; only its words where the text is not to be had or says something else there.</summary>
    /// <param name="text">The text in which the places count.</param>
    /// <param name="start">Of its first character.</param>
    /// <param name="end">After its last.</param>
    /// <param name="quote">Its words.</param>
    /// <param name="around">How many characters on either side.</param>
    public static Passage Of(string? text, int start, int end, string quote, int around = 180)
    {
        if (text is null || start < 0 || end > text.Length || start >= end)
        {
            return new("", quote, "");
        }

        var (from, to) = (Math.Max(0, start - around), Math.Min(text.Length, end + around));
        from = from == 0 || text.IndexOf(' ', from, start - from) is not (>= 0 and var space) ? from : space;
        to = to == text.Length || text.LastIndexOf(' ', to - 1, to - end) is not (>= 0 and var last) ? to : last;
        return new(Closed($"{(from > 0 ? "…" : "")}{text[from..start].TrimStart()}"), Closed(text[start..end]), Closed($"{text[end..to].TrimEnd()}{(to < text.Length ? " …" : "")}"));
    }

    /// <summary>What stands above the paragraph in which it was said, such as its heading.</summary>
    public string Above => Before.LastIndexOf('\n') is >= 0 and var at ? Before[..at].TrimEnd() : "";

    /// <summary>How that paragraph begins.</summary>
    public string Begins => Before[(Before.LastIndexOf('\n') + 1)..];

    /// <summary>How it goes on to its end.</summary>
    public string Ends => After.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var at ? After[..at] : After;

    /// <summary>What stands below it.</summary>
    public string Below => After[Ends.Length..].TrimStart();

    // A table of a page comes with empty lines between its cells.
    private static string Closed(string text) => EmptyLines().Replace(text, "\n");

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex EmptyLines();
}
