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
            Read.Answer(parsed, new JsonObject { ["signedOut"] = session?.Name }, _ => Output.Line(session is null ? "Nobody was signed in." : $"{session.Name} is signed out."));
            Sessions.Keep(client.Address, null);
            return 0;
        });
        return command;
    }
}
