using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Cli.SigningIn;

namespace Oversight.Cli;

/// <summary>What every read has in common: ask at three times, then a table, or the answer itself with <c>--json</c>.</summary>
internal static class Read
{
    public static readonly Option<bool> Json = new("--json") { Description = "Print the answer as JSON." };

    /// <param name="name">The word for it.</param>
    /// <param name="description">What it answers.</param>
    /// <param name="ask">Which path under <c>/api/v1/</c>, with which parameters of its own.</param>
    /// <param name="show">Writes the table.</param>
    /// <param name="own">Arguments and options of its own.</param>
    public static Command Command(
        string name, string description, Func<ParseResult, Question> ask, Action<JsonNode, ParseResult> show, params Symbol[] own)
    {
        var command = new Command(name, description).Taking([.. own, .. Times.Options, Json]);
        command.SetAction(async (parsed, ct) =>
        {
            using var client = Client.For(parsed);
            var question = ask(parsed);
            if (question.ByPerson)
            {
                await client.Show(parsed, ct);
            }

            (string, string?)[] parameters = [.. question.Parameters, .. Times.Query(parsed)];
            var answer = await client.Read(question.Path, parameters, ct);
            if (question.Pages is { } pages)
            {
                await Append(pages, answer, next => client.Read(question.Path, [.. parameters, ("before", next)], ct));
            }

            Answer(parsed, answer, said => show(said, parsed));

            var missing = !question.HasParts ? [] : answer.Texts("missing").Concat(answer.Rows("inherited").SelectMany(from => from.Texts("missing").Select(part => $"{part} of {from.Part("from").Text("name")}"))).ToList();
            return missing.Count == 0 ? 0
                : throw new Failure(string.Join('\n', missing.Select(part => $"The {part} are missing: the service that keeps them does not answer just now.")), Failure.Unreachable);
        });
        return command;
    }

    /// <summary>Prints an answer as JSON where that is asked for, else as people read it.</summary>
    public static void Answer(ParseResult parsed, JsonNode answer, Action<JsonNode> show)
    {
        if (parsed.GetValue(Json))
        {
            Output.Write(answer);
        }
        else
        {
            show(answer);
        }
    }

    /// <summary>The command with arguments and options, in the order in which help lists them.</summary>
    public static Command Taking(this Command command, params IEnumerable<Symbol> symbols)
    {
        foreach (var symbol in symbols)
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

        return command;
    }

    private static async Task Append(string pages, JsonNode answer, Func<string, Task<JsonNode>> read)
    {
        while (answer.Text("next") is { } next && answer.Part(pages) is JsonArray all)
        {
            var page = await read(next);
            answer["next"] = page.Text("next");
            foreach (var row in page.Rows(pages).ToList())
            {
                all.Add(row.DeepClone());
            }
        }
    }
}

/// <summary>What is asked: a path, and parameters of which those without a value are left out.</summary>
internal sealed record Question(string Path, params (string Name, string? Value)[] Parameters)
{
    /// <summary>Is it only for people who say who they are?</summary>
    public bool ByPerson { get; init; }

    /// <summary>Do several services answer, of which one may be silent?</summary>
    public bool HasParts { get; init; }

    /// <summary>The list of which the answer is one page; the pages after it are read too.</summary>
    public string? Pages { get; init; }
}
