using System.CommandLine;

namespace Oversight.Cli.Commands;

internal static class History
{
    public static Command Command() => Read.Command("history", "History.", _ => new("history"), (answer, _) => Output.Write(answer), []);
}
