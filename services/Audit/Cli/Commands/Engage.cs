using System.CommandLine;

namespace Oversight.Cli.Commands;

internal static class Engage
{
    public static Command Command() => Read.Command("engage", "Engage.", _ => new("engage"), (answer, _) => Output.Write(answer), []);
}
