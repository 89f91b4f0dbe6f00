using System.CommandLine;

namespace Oversight.Cli.Commands;

/// <summary>Declines what another person proposed.</summary>
internal static class Decline
{
    public static Command Command() => Acting.On("decline", "Declines a proposed move; never by whoever proposed it.", Acting.Reason);
}
