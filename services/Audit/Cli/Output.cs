using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Oversight.Cli;

/// <summary>Tables for people, JSON for machines.</summary>
internal static class Output
{
    // Read by people and by programs that parse it, never put into a page as it is.
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool IsPlain(bool redirected) => redirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };

    /// <summary>A console for <paramref name="writer"/>: as wide as it must be and without colour where it is no terminal.</summary>
    public static IAnsiConsole ConsoleFor(TextWriter writer, bool redirected)
    {
        var plain = IsPlain(redirected);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
        {
            console.Profile.Width = 10_000;
        }

        return console;
    }

    public static void Line(string text = "") => Console.Out.WriteLine(Plain(text));

    public static void Write(JsonNode json) => Console.Out.WriteLine(json.ToJsonString(Json));

    /// <summary>What is shown, and the three times it holds for.</summary>
    public static void Heading(string what, JsonNode answer)
    {
        var recorded = answer.Text("recordedAt") is { } recordedAt ? $" and recorded by {Dates.Instant(recordedAt)}" : "";
        var strict = answer.Text("strict") == "true" ? ", without what has no known date of publication" : "";
        Line($"{what} on {Dates.Day(answer.Text("asOf"))}, as known on {Dates.Day(answer.Text("knownAt"))}{recorded}{strict}");
        Line();
    }

    /// <summary>The columns there are; without end where nobody watches.</summary>
    public static int Width => Console.IsOutputRedirected ? int.MaxValue : AnsiConsole.Profile.Width;

    /// <summary>A table without a frame, so that it can be read by eye, by grep and by a screen reader.</summary>
    public static void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = headings.Any(heading => heading.Length > 0) };
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading, new Style(decoration: Decoration.Bold))) { Padding = new Padding(0, 0, 2, 0) });
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(string.Join('\n', cell.Split('\n').Select(Plain)))));
        }

        if (!Console.IsOutputRedirected)
        {
            ConsoleFor(Console.Out, redirected: false).Write(table);
            return;
        }

        using var written = new StringWriter();
        ConsoleFor(written, redirected: true).Write(table);
        foreach (var line in written.ToString().TrimEnd().Split('\n'))
        {
            Console.Out.WriteLine(line.TrimEnd());
        }
    }

    public static int Say(Failure failure)
    {
        Console.Error.WriteLine(failure.Message);
        return failure.ExitCode;
    }

    /// <summary>Text from outside without the control characters that a terminal would obey.</summary>
    public static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001f') && !text.Any(Steers))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            plain.Append(letter is '\n' or '\t' or '\r' ? ' ' : Steers(letter) ? '\ufffd' : letter);
        }

        return plain.ToString();
    }

    private static bool Steers(char letter) =>
        char.IsControl(letter) || letter is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
