using System.CommandLine;

namespace Oversight.Cli.Commands;

internal static class History
{
    public static Command Command() => Read.Command("history", "The timeline of one body, newest first, each entry with its source.", _ => new("history"), (answer, _) => Output.Write(answer), []);
}
