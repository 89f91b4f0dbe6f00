using System.CommandLine;

namespace Oversight.Cli.Commands;

internal static class Body
{
    public static Command Command() => Read.Command("body", "Everything on record about one body: status, grades, audits, conflicts.", _ => new("body"), (answer, _) => Output.Write(answer), []);
}
