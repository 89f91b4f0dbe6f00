using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>Runs the clock of deadlines for one day. It has no public address, so the monitoring service itself is asked.</summary>
internal static class Clock
{
    private static readonly Option<string> Day = new("--day") { Description = "The day on which the clock looks; today by default. A day to come can be tried, but not raised.", HelpName = "DATE" };
    private static readonly Option<bool> Raise = new("--raise") { Description = "Put what was missed on record; else it is only shown." };
    public static Command Command()
    {
        Day.Validators.Add(result =>
        {
            if (result.Tokens is [var only] && !DateOnly.TryParseExact(only.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                result.AddError($"--day is a day such as 2019-03-12, not '{only.Value}'.");
            }
        });
        var command = new Command("clock", "Which deadlines had been missed before a day and are not on record as missed; with --raise they are put there.") { Day, Raise, Read.Json };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        using var client = Client.Of("monitoring");
        var address = $"internal/v1/clock?raise={(parsed.GetValue(Raise) ? "true" : "false")}{(parsed.GetValue(Day) is { } day ? $"&day={day}" : "")}";
        var answer = await client.Ask(HttpMethod.Post, address, null, ct);
        if (parsed.GetValue(Read.Json))
        {
            Output.Write(answer);
            return 0;
        }

        var missed = answer.Rows("missed").ToList();
        var looked = Dates.Day(answer.Text("day"));
        Output.Line(missed.Count == 0 ? $"On {looked} nothing was missed that is not on record already."
            : $"On {looked}, {missed.Count} missed{(answer.Text("raised") == "true" ? ", which is on record now" : "; --raise puts it on record")}");
        if (missed.Count > 0)
        {
            Output.Line();
            Output.Table(["Body", "What", "Last day", "Who"], missed.Select<JsonNode, string[]>(one =>
                [one.Text("body") ?? "not known", one.Text("about") ?? "not known", Dates.Day(one.Text("lastDay")), one.Text("owner") ?? "not known"]));
        }

        return 0;
    }
}
