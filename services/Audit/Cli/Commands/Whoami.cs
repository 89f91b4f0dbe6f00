using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Cli.SigningIn;

namespace Oversight.Cli.Commands;

/// <summary>Says who is signed in.</summary>
internal static class Whoami
{
    public static Command Command()
    {
        var command = new Command("whoami", "Says who is signed in here, in which roles and until when.") { Read.Json };
        command.SetAction(parsed =>
        {
            using var client = Client.For(parsed);
            var session = Sessions.At(client.Address) ?? throw new Failure("Nobody is signed in: ./oversight login, or --as NAME for a demo person.");
            Write(session, parsed);
            return 0;
        });
        return command;
    }

    public static void Write(Session session, ParseResult parsed)
    {
        if (parsed.GetValue(Read.Json))
        {
            Output.Write(new JsonObject
            {
                ["subject"] = session.Subject, ["name"] = session.Name, ["roles"] = new JsonArray([.. session.Roles.Select(role => (JsonNode)role)]),
                ["until"] = session.Until, ["authority"] = session.Authority,
            });
            return;
        }

        var over = session.Until <= DateTimeOffset.UtcNow;
        Output.Line($"{session.InWords}; signed in by {session.Authority} {(over ? "until it ran out at" : "until")} {Dates.Instant(session.Until.ToString("O"))}");
    }
}
