using System.CommandLine;
using Oversight.Cli.SigningIn;

namespace Oversight.Cli.Commands;

/// <summary>Forgets who is signed in.</summary>
internal static class Logout
{
    public static Command Command()
    {
        var command = new Command("logout", "Forgets who is signed in here.");
        command.SetAction(parsed =>
        {
            using var client = Client.For(parsed);
            Output.Line(Sessions.At(client.Address) is { } session ? $"{session.Name} is signed out." : "Nobody was signed in.");
            Sessions.Keep(client.Address, null);
            return 0;
        });
        return command;
    }
}
