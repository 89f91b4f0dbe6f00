using System.CommandLine;

namespace Oversight.Cli.Commands;

/// <summary>Takes a proposal back.</summary>
internal static class Withdraw
{
    public static Command Command() => Acting.On("withdraw", "Takes a proposal back; only by whoever proposed it.", Acting.Reason);
}
