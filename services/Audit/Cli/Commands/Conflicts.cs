using System.CommandLine;

namespace Oversight.Cli.Commands;

internal static class Conflicts
{
    public static Command Command() => Read.Command("conflicts", "On what sources disagree, with every side.", _ => new("conflicts"), (answer, _) => Output.Write(answer));
}
