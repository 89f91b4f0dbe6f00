using System.CommandLine;

namespace Oversight.Cli.Commands;

/// <summary>Confirms what another person proposed.</summary>
internal static class Confirm
{
    public static Command Command() => Acting.On("confirm", "Confirms a proposed move, with a reason; never by whoever proposed it.", Acting.Reason, Acting.PublishedOn);
}
