using System.CommandLine;

namespace Oversight.Cli.Commands;

internal static class Conflicts
{
    public static Command Command() => Read.Command("conflicts", "Conflicts.", _ => new("conflicts"), (answer, _) => Output.Write(answer), []);
}
