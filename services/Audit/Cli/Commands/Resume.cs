using System.CommandLine;

namespace Oversight.Cli.Commands;

/// <summary>Lifts a hold.</summary>
internal static class Resume
{
    public static Command Command() => Acting.On("resume", "Lifts the hold of a proposal.", Acting.Reason);
}
