using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Cli.SigningIn;

namespace Oversight.Cli.Commands;

/// <summary>Looks which deadlines were missed, and lets the clock put them on record.</summary>
internal static class Clock
{
    private static readonly Option<string> Day = Times.Day("--day", "The day on which the clock looks; today by default. A day to come can be tried, but not raised.");
    private static readonly Option<bool> Raise = new("--raise") { Description = "Put what was missed on record, as an administrator and with a reason; else it is only shown." };

    public static Command Command()
    {
        var command = new Command("clock", "Which deadlines had been missed before a day, and whether each is on record as missed; with --raise they are put there.") { Day, Raise, Acting.Reason, Person.As, Read.Json };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        using var client = Client.For(parsed);
        var answer = parsed.GetValue(Raise) ? await Raised(client, parsed, ct) : await client.Read("clock", [("day", parsed.GetValue(Day))], ct);
        if (parsed.GetValue(Read.Json))
        {
            Output.Write(answer);
            return 0;
        }

        var missed = answer.Rows("missed").ToList();
        var unheard = missed.Count(one => one.Text("onRecord") == "false");
        Output.Line(missed.Count == 0 ? $"Before {Dates.Day(answer.Text("day"))} no deadline on record was missed."
            : $"Before {Dates.Day(answer.Text("day"))}, {missed.Count} missed{(parsed.GetValue(Raise) ? $", {answer.Text("raised")} of them put on record now" : unheard > 0 ? $", {unheard} of them not on record as missed; --raise puts them there" : "")}");
        if (missed.Count > 0)
        {
            Output.Line();
            Output.Table(["Body", "What", "Last day", "Who", "On record as missed"], missed.Select<JsonNode, string[]>(one =>
            [
                one.Text("body") ?? "not known", one.Text("about") ?? "not known", Dates.Day(one.Text("lastDay")), one.Text("owner") ?? "not known",
                one.Text("notedOn") is { } noted ? $"{Dates.Day(noted)}, by {one.Text("notedBy") ?? "the clock itself"}" : "no",
            ]));
        }

        return 0;
    }

    private static async Task<JsonNode> Raised(Client client, ParseResult parsed, CancellationToken ct)
    {
        await client.Show(parsed, ct);
        var asked = new JsonObject { ["reason"] = parsed.GetValue(Acting.Reason) ?? "" };
        if (parsed.GetValue(Day) is { } day)
        {
            asked["day"] = day;
        }

        return await client.Ask(HttpMethod.Post, "api/v1/clock", asked, ct);
    }
}
