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

    /// <summary>The three times the answer holds for.</summary>
    public static void Heading(string what, JsonNode answer)
    {
        var recordedAt = answer.Text("recordedAt");
        Line($"{what} on {Dates.Day(answer.Text("asOf"))}, as known on {Dates.Day(answer.Text("knownAt"))}"
            + (recordedAt is null ? "" : $" and recorded by {Dates.Instant(recordedAt)}"));
        Line();
    }

    /// <summary>A table without a frame, so that it can be read by eye, by grep and by a screen reader.</summary>
    public static void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading, new Style(decoration: Decoration.Bold))) { Padding = new Padding(0, 0, 2, 0) });
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(Plain(cell))));
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
