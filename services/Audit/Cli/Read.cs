using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli;

/// <summary>What every read has in common: ask at three times, then a table, or the answer itself with <c>--json</c>.</summary>
internal static class Read
{
    public static readonly Option<bool> Json = new("--json") { Description = "Print the answer as JSON." };

    /// <param name="name">The word for it.</param>
    /// <param name="description">What it answers.</param>
    /// <param name="address">The path under <c>/api/v1/</c> and the parameters of its own.</param>
    /// <param name="show">Writes the table.</param>
    /// <param name="own">Arguments and options of its own.</param>
    /// <param name="narrow">What the command line leaves out of the answer.</param>
    public static Command Command(
        string name, string description, Func<ParseResult, Question> address, Action<JsonNode, ParseResult> show, Symbol[] own,
        Action<JsonNode, ParseResult>? narrow = null)
    {
        var command = new Command(name, description);
        foreach (var symbol in own)
        {
            if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else
            {
                command.Options.Add((Option)symbol);
            }
        }

        foreach (var option in Times.Options.Append(Json))
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, ct) =>
        {
            using var client = Client.For(parsed);
            var question = address(parsed);
            var answer = await client.Read(question.Path, [.. question.Parameters, .. Times.Query(parsed)], ct);
            narrow?.Invoke(answer, parsed);
            if (parsed.GetValue(Json))
            {
                Output.Write(answer);
            }
            else
            {
                show(answer, parsed);
            }

            return 0;
        });
        return command;
    }
}

/// <summary>What is asked: a path, and parameters of which those without a value are left out.</summary>
internal sealed record Question(string Path, params (string Name, string? Value)[] Parameters);
