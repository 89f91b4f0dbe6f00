using System.CommandLine;

namespace Oversight.Cli.Commands;

internal static class Body
{
    public static Command Command() => Read.Command("body", "Body.", _ => new("body"), (answer, _) => Output.Write(answer), []);
}
