using System.CommandLine;

namespace Oversight.Cli;

/// <summary>The body that a read is about, said as a word of its own or with <c>--body</c>: the same for every read of one body or of all.</summary>
internal static class OneBody
{
    private static readonly Argument<string?> Word = new("id") { Description = "Only of this body: its id or any of its names.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> Option = new("--body") { Description = "The same, said as an option.", HelpName = "BODY" };

    /// <summary>Both ways of saying it.</summary>
    public static Symbol[] Symbols { get; } = [Word, Option];

    /// <summary>What was said; null for all.</summary>
    public static string? Of(ParseResult parsed) => (parsed.GetValue(Word)?.Trim(), parsed.GetValue(Option)?.Trim()) switch
    {
        ({ } word, { } option) when !word.Equals(option, StringComparison.OrdinalIgnoreCase) =>
            throw new Failure($"Say one body: it cannot be '{Output.Plain(word)}' and, with --body, '{Output.Plain(option)}'.", Failure.Misused),
        var (word, option) => word ?? option,
    };

    /// <summary>The same where there has to be one.</summary>
    public static string OneOf(ParseResult parsed) => Of(parsed)
        ?? throw new Failure($"Say which body: {parsed.CommandResult.Command.Name} ID.", Failure.Misused);
}
