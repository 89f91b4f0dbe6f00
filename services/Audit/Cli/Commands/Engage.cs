using System.CommandLine;

namespace Oversight.Cli.Commands;

internal static class Engage
{
    public static Command Command() => Read.Command("engage", "Every stay in Engage, with its length and its sources.", _ => new("engage"), (answer, _) => Output.Write(answer), []);
}
