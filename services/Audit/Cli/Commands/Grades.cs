using System.CommandLine;

namespace Oversight.Cli.Commands;

internal static class Grades
{
    public static Command Command() => Read.Command("grades", "Which body holds which grade, area by area, in one programme.", _ => new("grades"), (answer, _) => Output.Write(answer), []);
}
