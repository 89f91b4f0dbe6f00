using System.CommandLine;
using System.CommandLine.Parsing;
using Oversight.Core;

namespace Oversight.Cli;

/// <summary>Says what is wrong with the words that were given.</summary>
internal static class Misuse
{
    public static int Say(ParseResult parsed)
    {
        var command = Path(parsed.CommandResult);
        var sentences = Unknown(parsed) is { Count: > 0 } unknown ? unknown.Select(word => $"'{Output.Plain(word)}' is not known to {command}{Meant(word, parsed.CommandResult)}")
            : parsed.CommandResult.Command.Action is null ? ["Say which command."]
            : parsed.Errors.Select(error => Output.Plain(error.Message)).Distinct();
        foreach (var sentence in sentences)
        {
            Console.Error.WriteLine(sentence);
        }

        Console.Error.WriteLine($"See {command} --help.");
        return Failure.Misused;
    }

    /// <summary>The words that mean nothing here; what stands behind one of them was meant for it.</summary>
    public static IReadOnlyList<string> Unknown(ParseResult parsed)
    {
        // An argument that takes many would swallow a misspelt option.
        IEnumerable<string> swallowed = parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash) ? []
            : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value).Where(word => word.StartsWith("--", StringComparison.Ordinal));
        var unknown = swallowed.Concat(parsed.UnmatchedTokens).ToList();
        return parsed.CommandResult.Command.Subcommands.Count > 0 ? [.. unknown.Take(1)]
            : unknown.FindAll(word => word.StartsWith('-')) is { Count: > 0 } options ? options
            : unknown;
    }

    private static string Meant(string word, CommandResult result)
    {
        IEnumerable<string> known = word.StartsWith('-') ? result.Command.Options.Append(Client.Url).Select(option => option.Name) : result.Command.Subcommands.Select(command => command.Name);
        var near = Spelling.Near(word.TrimStart('-').ToLowerInvariant(), known.Select(name => (name, (IEnumerable<string>)[name.TrimStart('-')])));
        return near.Count == 0 ? "." : $"; did you mean {near[0]}?";
    }

    private static string Path(CommandResult result) => result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : result.Command.Name;
}
