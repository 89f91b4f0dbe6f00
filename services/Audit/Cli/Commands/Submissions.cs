using System.CommandLine;

namespace Oversight.Cli.Commands;

internal static class Submissions
{
    public static Command Command() => Read.Command("submissions", "What was sent, and what came of it.", _ => new("submissions"), (answer, _) => Output.Write(answer));
}
