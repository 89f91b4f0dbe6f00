using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>Every stay in Engage.</summary>
internal static class Engage
{
    public static Command Command() => Read.Command("engage", "Every stay in Engage, oldest first, with its length and its sources.",
        parsed => new("engage", ("service", parsed.GetValue(Status.Service))), Show, Status.Service);

    private static void Show(JsonNode answer, ParseResult parsed)
    {
        Output.Heading("Stays in Engage", answer);
        var (stays, notes) = (answer.Rows("stays").ToList(), new Footnotes());
        if (stays.Count == 0)
        {
            Output.Line("There was none.");
        }
        else
        {
            Output.Table(["Body", "Id", "Entered", "Left", "Length", "Marked", "Source"], stays.Select<JsonNode, string[]>(row =>
                [row.Text("name") ?? "not known", row.Text("id") ?? "not known", .. Cells(row.Part("stay"), notes)]));
        }

        Withdrawn(answer, notes);
        notes.Write();
    }

    /// <summary>Moves that were taken back, with who did so, when and why.</summary>
    public static void Withdrawn(JsonNode answer, Footnotes notes)
    {
        foreach (var row in answer.Rows("withdrawn"))
        {
            var move = row.Part("move");
            Output.Line($"Withdrawn: {(row.Text("name") is { } name ? $"{name}, " : "")}the move to {row.Text("phase")} on {Dates.Day(move.Text("on"))}, sources: {notes.Of(move)}");
            Trail.Write(move);
        }
    }

    /// <summary>When it began and ended, how long it was, what to know beside it, and who says so.</summary>
    public static string[] Cells(JsonNode? stay, Footnotes notes) =>
    [
        Dates.Of(stay.Part("entry")),
        Left(stay),
        Length(stay),
        Words.Marked(stay),
        notes.Of(stay.Part("entry"), stay.Part("exit")),
    ];

    /// <summary>How long; since when where nobody says that it still goes on.</summary>
    public static string Length(JsonNode? stay) =>
        stay.Text("duration") is not { } length ? "not known" : IsNotFound(stay) ? length.Replace(" so far", " since", StringComparison.Ordinal) : length;

    private static bool IsNotFound(JsonNode? stay) => stay.Text("noExitFound") == "true";

    public static string Left(JsonNode? stay) => (stay.Text("open"), stay.Part("exit")) switch
    {
        ("Yes", _) => IsNotFound(stay) ? "no exit found" : "still in Engage",
        ("CannotTell", null) => "cannot tell",
        ("CannotTell", { } exit) => $"cannot tell: {Dates.Of(exit)}",
        (_, var exit) => Dates.Of(exit),
    };
}
