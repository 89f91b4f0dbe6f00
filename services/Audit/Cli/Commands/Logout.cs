using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Cli.SigningIn;

namespace Oversight.Cli.Commands;

/// <summary>Forgets who is signed in.</summary>
internal static class Logout
{
    public static Command Command()
    {
        var command = new Command("logout", "Forgets who is signed in here.") { Read.Json };
        command.SetAction(parsed =>
        {
            using var client = Client.For(parsed);
            var session = Sessions.At(client.Address);
            if (parsed.GetValue(Read.Json))
            {
                Output.Write(new JsonObject { ["signedOut"] = session?.Name });
            }
            else
            {
                Output.Line(session is null ? "Nobody was signed in." : $"{session.Name} is signed out.");
            }

            Sessions.Keep(client.Address, null);
            return 0;
        });
        return command;
    }
}
