using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Cli.SigningIn;

namespace Oversight.Cli.Commands;

/// <summary>What somebody follows, and how they hear of it.</summary>
internal static class Follow
{
    private static readonly Argument<string> Name = new("name") { Description = "What you call it, such as \"Moves to Engage\"." };
    private static readonly Argument<string> Id = new("id") { Description = "The follow, as ./oversight follow list names it." };
    private static readonly Option<string> Mail = Choice.Of("--mail", "How often to mail what has changed; never by default.", "never", "immediate", "daily", "weekly");
    private static readonly Option<string> Address = new("--address") { Description = "Where mails go.", HelpName = "ADDRESS" };

    public static Command Command() => new("follow", "What you follow: bodies, kinds of change or both, here, by feed and by mail.")
    {
        Of("list", "What you follow, with its feed.", async (client, _, ct) => await client.Read("follows", [], ct), List),
        Of("add", "Follows changes from now on.", (client, parsed, ct) => client.Ask(HttpMethod.Post, "api/v1/follows", Asked(parsed), ct),
            follow => One(follow, "You follow"), Name, Filter.Bodies, Filter.Kinds, Filter.Service, Mail, Address),
        Of("stop", "Stops it, and forgets the address.", Stop, follow => Output.Line($"You no longer follow “{follow.Text("name")}”."), Id),
    };

    private static Command Of(string verb, string description, Func<Client, ParseResult, CancellationToken, Task<JsonNode>> act, Action<JsonNode> show, params Symbol[] own)
    {
        var command = new Command(verb, description).Taking([.. own, Person.As, Read.Json]);
        command.SetAction(async (parsed, ct) =>
        {
            if (command.Options.Contains(Address) && parsed.GetValue(Address) is not null && parsed.GetValue(Mail) is null or "never")
            {
                throw new Failure("Say how often to mail to that address: --mail immediate, daily or weekly.", Failure.Misused);
            }

            using var client = Client.For(parsed);
            await client.Show(parsed, ct);
            Read.Answer(parsed, await act(client, parsed, ct), show);
            return 0;
        });
        return command;
    }

    private static JsonObject Asked(ParseResult parsed) => new()
    {
        ["name"] = parsed.GetValue(Name), ["bodies"] = List(parsed.GetValue(Filter.Bodies)), ["kinds"] = List(parsed.GetValue(Filter.Kinds)), ["service"] = parsed.GetValue(Filter.Service),
        ["mail"] = parsed.GetValue(Mail) ?? "never", ["address"] = parsed.GetValue(Address),
    };

    private static JsonArray List(string[]? values) => [.. (values ?? []).Select(value => (JsonNode)value)];

    private static async Task<JsonNode> Stop(Client client, ParseResult parsed, CancellationToken ct)
    {
        var path = $"follows/{Uri.EscapeDataString(parsed.GetValue(Id)!)}";
        var follow = await client.Read(path, [], ct);
        await client.Delete(path, ct);
        return follow;
    }

    private static void List(JsonNode answer)
    {
        if (answer.Text("mailGoes") == "false")
        {
            Output.Line("No mail leaves this system; follow here or by feed.");
            Output.Line();
        }

        var follows = answer.Rows("follows").ToList();
        if (follows.Count == 0)
        {
            Output.Line("You follow nothing yet: ./oversight follow add NAME.");
            return;
        }

        Output.Table(["Id", "Name", "What", "Mail", "Feed"], follows.Select(follow => new[]
        {
            follow.Text("id") ?? "not known", follow.Text("name") ?? "not known", What(follow), Mailed(follow), follow.Text("feed") ?? "none",
        }));
    }

    private static void One(JsonNode follow, string how) => Output.Table(["", ""],
    [
        [how, follow.Text("name") ?? "not known"], ["Id", follow.Text("id") ?? "not known"], ["What", What(follow)], ["Mail", Mailed(follow)], ["Feed", follow.Text("feed") ?? "none"],
    ]);

    private static string What(JsonNode follow)
    {
        var (kinds, bodies) = (string.Join(", ", follow.Texts("kinds")), string.Join(", ", follow.Texts("bodies")));
        return $"{(kinds == "" ? "every change" : kinds)} of {(bodies != "" ? bodies : follow.Text("service") switch { "police" => "every police force", "fire" => "every fire and rescue service", _ => "every body" })}";
    }

    private static string Mailed(JsonNode follow) => follow.Text("mailboxRefused") is not null ? $"nothing goes to {follow.Text("address")}: its mail server refuses it"
        : $"{follow.Text("mail") switch { "immediate" => "at once", "daily" => "every morning", "weekly" => "every Monday", _ => "none" }}{(follow.Text("address") is { } address ? $" to {address}" : "")}{(
            follow.Text("nextAt") is { } next ? $", next on {Dates.Instant(next)}" : "")}";
}
