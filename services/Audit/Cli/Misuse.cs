using System.CommandLine;
using System.CommandLine.Parsing;

namespace Oversight.Cli;

/// <summary>Says what is wrong with the words that were given.</summary>
internal static class Misuse
{
    public static int Say(ParseResult parsed)
    {
        var command = Path(parsed.CommandResult);
        var sentences = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens.Select(word => $"'{Output.Plain(word)}' is not known to {command}.")
            : parsed.CommandResult.Command.Action is null ? ["Say which command."]
            : parsed.Errors.Select(error => Output.Plain(error.Message)).Distinct();
        foreach (var sentence in sentences)
        {
            Console.Error.WriteLine(sentence);
        }

        Console.Error.WriteLine($"See {command} --help.");
        return Failure.Misused;
    }

    private static string Path(CommandResult result) => result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : result.Command.Name;
}
