using System.CommandLine;
using Oversight.Cli.SigningIn;

namespace Oversight.Cli.Commands;

/// <summary>Signs somebody in.</summary>
internal static class Login
{
    private static readonly Option<string> As = new("--as")
    {
        Description = "Sign this demo person in, such as ines or clara; without it, a browser asks who you are.", HelpName = "NAME",
    };

    public static Command Command()
    {
        var command = new Command("login", "Signs you in, so that you can propose and decide.") { As, Read.Json };
        command.SetAction(async (parsed, ct) =>
        {
            using var client = Client.For(parsed);
            using var provider = await Provider.Of(client, ct);
            var session = parsed.GetValue(As) is { } name ? await provider.As(name, ct) : await provider.InBrowser(ct);
            Sessions.Keep(client.Address, session);
            Whoami.Write(session, parsed);
            return 0;
        });
        return command;
    }
}
