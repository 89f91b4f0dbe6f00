using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>Every programme with its scale.</summary>
internal static class Programmes
{
    public static Command Command()
    {
        var command = new Command("programmes", "Every programme with its scale, and what it may be compared with.") { Read.Json };
        command.SetAction(async (parsed, ct) =>
        {
            using var client = Client.For(parsed);
            Read.Answer(parsed, await client.Read("programmes", [], ct), Show);
            return 0;
        });
        return command;
    }

    private static void Show(JsonNode answer) => Output.Table(
        ["Programme", "Id", "Scale, best first", "Reports came out", "Compares with"], answer.Rows("programmes").Select(programme => new[]
        {
            programme.Text("name") ?? "not known",
            programme.Text("id") ?? "not known",
            string.Join(", ", programme.Texts("scale").Select(Words.Grade)) is { Length: > 0 } scale ? scale : "figures, no grades",
            $"{Dates.Day(programme.Text("publishedFrom"))} to {Dates.Day(programme.Text("publishedTo"))}",
            string.Join(", ", programme.Rows("comparableWith").Where(other => other.Text("comparable") == "Yes").Select(other => other.Text("id"))) is { Length: > 0 } others
                ? others : "no other, or cannot tell",
        }));
}
