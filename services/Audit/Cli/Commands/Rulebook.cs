using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>The rules, and what they would have prompted.</summary>
internal static class Rulebook
{
    private static readonly Argument<string> Id = new("id") { Description = "Its id, such as 2026-1." };
    private static readonly Option<string> From = Times.Day("--from", "The first day on which an entry counts, or an alarm that stood on it, since whenever; 1 January 2018 by default.");
    private static readonly Option<string> To = Times.Day("--to", "The last day; today by default.");
    private static readonly Option<string> Against = new("--against") { Description = "Another rulebook to set beside it.", HelpName = "ID" };
    private static readonly Option<string> Picture = new("--picture") { Description = "Write it as a picture (SVG) to this file; with --against the other beside it, its id at the end of the name.", HelpName = "FILE" };

    public static Command Command() => Listing(new("rulebook", "The rules that raise prompts, and what they would have prompted over the whole record; by itself, every rulebook.") { List(), One(), Backtest(), Read.Json });

    private static Command List() => Listing(new("list", "Every rulebook; one at most is in effect.") { Read.Json });

    private static Command Listing(Command command)
    {
        command.SetAction((parsed, ct) => Ask(parsed, "rulebooks", answer => Output.Table(["Id", "Title", "In effect", "Rules"], answer.Rows("rulebooks").Select(book => new[]
        {
            book.Text("id") ?? "not known", book.Text("title") ?? "not named", InEffect(book), string.Join(", ", book.Rows("rules").Select(rule => rule.Text("rule"))),
        })), ct));
        return command;
    }

    private static Command One()
    {
        var command = new Command("show", "One rulebook with the settings of its rules.") { Id, Read.Json };
        command.SetAction((parsed, ct) => Ask(parsed, $"rulebooks/{Uri.EscapeDataString(parsed.GetValue(Id)!)}", book =>
        {
            Output.Line($"{book.Text("title")} ({book.Text("id")}), {InEffect(book)}");
            Output.Line();
            Output.Table(["Rule", "Settings"], book.Rows("rules").Select(rule => new[]
            {
                rule.Text("rule") ?? "not known",
                string.Join("; ", rule.AsObject().Where(setting => setting.Key != "rule").Select(setting => $"{setting.Key} {setting.Value?.ToJsonString(Plain)}")),
            }));
        }, ct));
        return command;
    }

    private static Command Backtest()
    {
        var command = new Command("backtest", "Plays a rulebook over the record as it was public day by day, beside every entry into Engage.").Taking([Id, From, To, Against, Picture, .. Times.Options, Read.Json]);
        command.SetAction(async (parsed, ct) =>
        {
            using var client = Client.For(parsed);
            (string, string?)[] query = [("from", parsed.GetValue(From)), ("to", parsed.GetValue(To)), .. Times.Query(parsed)];
            var played = await client.Read($"rulebooks/{Uri.EscapeDataString(parsed.GetValue(Id)!)}/backtest", query, ct);
            var other = parsed.GetValue(Against) is { } against ? await client.Read($"rulebooks/{Uri.EscapeDataString(against)}/backtest", query, ct) : null;
            if (parsed.GetValue(Picture) is { } file)
            {
                await Draw(client, parsed.GetValue(Id)!, query, file, ct);
                if (parsed.GetValue(Against) is { } beside)
                {
                    await Draw(client, beside, query, $"{Path.ChangeExtension(file, null)}-{string.Concat(beside.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'))}{Path.GetExtension(file)}", ct);
                }
            }

            Read.Answer(parsed, other is null ? played : new JsonObject { ["rulebooks"] = new JsonArray(played, other) }, _ => Show(played, other));
            return 0;
        });
        return command;
    }

    private static async Task Draw(Client client, string id, IEnumerable<(string, string?)> query, string file, CancellationToken ct)
    {
        var picture = await client.Text($"rulebooks/{Uri.EscapeDataString(id)}/backtest.svg", query, ct);
        try
        {
            await File.WriteAllTextAsync(file, picture, ct);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Failure($"The picture cannot be written to {Output.Plain(file)}: {Output.Plain(fault.Message)}");
        }
    }

    private static void Show(JsonNode played, JsonNode? other)
    {
        var all = other is null ? [played] : new[] { played, other };
        Output.Line($"{string.Join(" beside ", all.Select(book => $"{book.Text("title")} ({book.Text("rulebook")})"))}, played from {Dates.Day(played.Text("from"))} to {Dates.Day(played.Text("to"))} with what was public on each day");
        Output.Line();

        Output.Table(["Body", "Entered Engage", .. all.Select(book => other is null ? "Prompted" : $"Prompted by {book.Text("rulebook")}")],
            played.Rows("entries").Select<JsonNode, string[]>(entry =>
            [
                entry.Text("body") ?? "not known", entry.Text("enteredOn") is { } on ? Dates.Day(on) : $"sources differ, from {Dates.Day(entry.Text("notBefore"))}",
                .. all.Select(book => Prompted(book.Rows("entries").FirstOrDefault(same => same.Text("body") == entry.Text("body") && same.Text("notBefore") == entry.Text("notBefore")))),
            ]));
        foreach (var book in all)
        {
            Output.Line();
            var alarms = book.Rows("falseAlarms").ToList();
            Output.Line($"{book.Text("rulebook")}: {alarms.Count} alarms that no entry followed{(alarms.Count == 0 ? "" : ":")}");
            foreach (var alarm in alarms)
            {
                Output.Line($"    {alarm.Text("body")}, {Dates.Day(alarm.Text("promptedOn"))} to {(alarm.Text("clearedOn") is { } cleared ? Dates.Day(cleared) : "now")}: {string.Join(", ", alarm.Texts("rules"))}");
            }

            Output.Line($"{book.Text("rulebook")}: {book.Text("hits")} of {book.Rows("entries").Count()} entries prompted before they came, {book.Text("misses")} missed{(book.Number("cannotTell") is > 0 and var open ? $", {open} cannot be told for want of a date" : "")}; precision {Share(book.Text("precision"))}, recall {Share(book.Text("recall"))}"
                + (book.Number("undated") is > 0 and var undated ? $"; {undated} things that no source dates could not be looked at" : ""));
        }
    }

    private static string Prompted(JsonNode? entry) =>
        entry.Text("promptedOn") is { } on ? $"{Dates.Day(on)}, {entry.Text("leadDays")} {(entry.Text("leadDays") == "1" ? "day" : "days")} before: {string.Join(", ", entry.Texts("rules"))}"
        : entry.Text("prompted") == "CannotTell" ? $"cannot tell{(entry.Texts("onTheDay").ToList() is { Count: > 0 } within ? $": {string.Join(", ", within)} came up within the time in which it entered" : "")}"
        : entry.Texts("onTheDay").ToList() is { Count: > 0 } onTheDay ? $"no; on the day itself: {string.Join(", ", onTheDay)}"
        : "no";

    private static string Share(string? share) =>
        double.TryParse(share, CultureInfo.InvariantCulture, out var value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : "not known";

    private static string InEffect(JsonNode? book) =>
        book.Text("inEffect") == "true" ? "in effect" : book.Text("from") is { } from ? $"not in effect (from {Dates.Day(from)})" : "on trial";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<int> Ask(ParseResult parsed, string path, Action<JsonNode> show, CancellationToken ct)
    {
        using var client = Client.For(parsed);
        Read.Answer(parsed, await client.Read(path, [], ct), show);
        return 0;
    }
}
