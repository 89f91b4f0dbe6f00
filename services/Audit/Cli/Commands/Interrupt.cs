using System.CommandLine;

namespace Oversight.Cli.Commands;

/// <summary>Puts a proposal on hold.</summary>
internal static class Interrupt
{
    public static Command Command() => Acting.On("interrupt", "Puts a proposal on hold, so that nobody can confirm it.", Acting.Reason);
}
