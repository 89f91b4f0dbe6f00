using System.CommandLine;

namespace Oversight.Cli.SigningIn;

/// <summary>As whom a command is done.</summary>
internal static class Person
{
    public static readonly Option<string> As = new("--as")
    {
        Description = "Do it as this demo person, such as ines or clara; else as who is signed in (./oversight login), or by the token in OVERSIGHT_TOKEN.", HelpName = "NAME",
    };

    /// <summary>Has the client show who asks where somebody is named or signed in; the system says whether it has to know.</summary>
    public static Task ShowIfAny(this Client client, ParseResult parsed, CancellationToken ct) =>
        parsed.GetValue(As) is not null || Environment.GetEnvironmentVariable("OVERSIGHT_TOKEN") is { Length: > 0 } || Sessions.At(client.Address)?.Until > DateTimeOffset.UtcNow
            ? client.Show(parsed, ct) : Task.CompletedTask;

    /// <summary>Has the client show who asks.</summary>
    public static async Task Show(this Client client, ParseResult parsed, CancellationToken ct)
    {
        if (parsed.GetValue(As) is { } name)
        {
            using var provider = await Provider.Of(client, ct);
            client.Show((await provider.As(name, ct)).Token);
        }
        else if (Environment.GetEnvironmentVariable("OVERSIGHT_TOKEN") is { Length: > 0 } token)
        {
            client.Show(token);
        }
        else
        {
            var session = Sessions.At(client.Address) ?? throw new Failure("Nobody is signed in: ./oversight login, or --as NAME for a demo person.");
            client.Show(session.Until > DateTimeOffset.UtcNow ? session.Token
                : throw new Failure($"The sign-in of {session.Name} has run out; sign in again with ./oversight login."));
        }
    }
}
