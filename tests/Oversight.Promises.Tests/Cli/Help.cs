using System.Text;
using Xunit;

namespace Oversight.Promises.Tests.Cli;

/// <summary>What <c>--help</c> says of every command.</summary>
public sealed class Help
{
    [Fact]
    public async Task Every_command_says_what_it_is_for()
    {
        string[][] commands =
        [
            [], ["status"], ["body"], ["history"], ["search"], ["lineage"], ["engage"], ["causes"], ["grades"], ["audits"], ["findings"], ["practice"], ["programmes"], ["conflicts"], ["publishers"],
            ["stays"], ["section-55"], ["investigations"], ["prompts"], ["rulebook"], ["rulebook", "backtest"],
            ["import"], ["submissions"], ["clock"], ["parked"], ["parked", "retry"], ["refused"], ["refused", "forget"],
            ["login"], ["logout"], ["whoami"], ["propose"], ["confirm"], ["decline"], ["withdraw"], ["interrupt"], ["resume"], ["publish"], ["decisions"], ["attempts"], ["extract"],
            ["candidates"], ["candidates", "accept"], ["candidates", "decline"], ["follow"], ["follow", "list"], ["follow", "add"], ["follow", "stop"],
        ];
        var text = new StringBuilder();
        foreach (var command in commands)
        {
            var said = await CommandLine.Run([], [.. command, "--help"]);
            Assert.Equal((0, ""), (said.Code, said.Error));
            text.AppendLine($"$ oversight {string.Join(' ', [.. command, "--help"])}").AppendLine(said.Out.Trim()).AppendLine();
        }

        Approved.Is("Cli/Help", text.ToString());
    }
}
