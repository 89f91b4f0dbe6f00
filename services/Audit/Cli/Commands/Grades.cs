using System.CommandLine;

namespace Oversight.Cli.Commands;

internal static class Grades
{
    public static Command Command() => Read.Command("grades", "Grades.", _ => new("grades"), (answer, _) => Output.Write(answer), []);
}
