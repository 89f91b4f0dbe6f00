using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>What documents seem to say, and what people make of it.</summary>
internal static class Candidates
{
    private const int LongestQuote = 100;

    private static readonly Option<string> Submission = new("--submission") { Description = "Only those of this document.", HelpName = "ID" };
    private static readonly Option<string> State = Choice.Of("--state", "Only those that stand so.", "waiting", "accepted", "declined");
    private static readonly Option<string> About = new("--body") { Description = "Only those about this body, such as metropolitan.", HelpName = "ID" };

    private static readonly Argument<string> Id = new("id") { Description = "The candidate, as ./oversight candidates lists it." };

    private static readonly (Option<string> Option, string Name)[] Corrections =
    [
        Said("body", "The body, by its id or any of its names."), Said("programme", "The programme or inspection, as printed."),
        Said("area", "What was graded; of an audit the category of crime, of a cause its title."), Said("grade", "The grade."), Said("phase", "engage or scan."),
        (Times.Date("--date", "When it was: a day, a month or a year."), "date"), Said("kind", "What kind of timeline entry it is."), Said("source", "Where the document was published."),
        (Times.Date("--published-on", "When the document was published."), "publishedOn"), (Acting.Reason, "reason"),
    ];

    private static readonly Option<decimal?> Percent = new("--percent") { Description = "The share.", HelpName = "NUMBER" };

    public static Command Command()
    {
        var command = new Command("candidates", "What documents seem to say, with their very words; none of it is a fact before somebody accepts it.")
        {
            Submission, State, About, Times.RecordedAt, Read.Json,
            Acting.Command("accept", "Takes a candidate for true, with a reason and what is corrected or added here.", parsed => (Path(parsed), "/accept"), Accepted, One,
                [Id, .. Corrections.Select(correction => correction.Option), Percent]),
            Acting.Command("decline", "Turns a candidate down; it stays on record.", parsed => (Path(parsed), "/decline"),
                parsed => new JsonObject { ["reason"] = parsed.GetValue(Acting.Reason) }, One, Id, Acting.Reason),
        };
        command.SetAction(async (parsed, ct) =>
        {
            using var client = Client.For(parsed);
            var answer = await client.Read("candidates", [("submission", parsed.GetValue(Submission)), ("state", parsed.GetValue(State)), ("body", parsed.GetValue(About)), Times.Recorded(parsed)], ct);
            Read.Answer(parsed, answer, found => List([.. found.Rows("candidates")], found.Text("isCut") == "true"));
            return 0;
        });
        return command;
    }

    private static (Option<string>, string) Said(string name, string description) => (new($"--{name}") { Description = description, HelpName = name.ToUpperInvariant() }, name);

    private static string Path(ParseResult parsed) => $"candidates/{Uri.EscapeDataString(parsed.GetValue(Id)!)}";

    private static JsonObject Accepted(ParseResult parsed)
    {
        var body = new JsonObject();
        foreach (var (option, name) in Corrections)
        {
            if (parsed.GetValue(option) is { } value)
            {
                body[name] = value;
            }
        }

        if (parsed.GetValue(Percent) is { } percent)
        {
            body["percent"] = percent;
        }

        return body;
    }

    private static void List(List<JsonNode> all, bool isCut)
    {
        if (all.Count == 0)
        {
            Output.Line("There is none.");
            return;
        }

        Output.Table(["Id", "State", "Kind", "Body", "What", "Sure", "Quote"], all.Select(candidate => new[]
        {
            candidate.Text("candidate") ?? "not known", Word(candidate), candidate.Text("kind") ?? "not known", candidate.Text("body") ?? "not known",
            What(candidate), candidate.Text("confidence") ?? "not known", Short(candidate.Text("quote") ?? ""),
        }));
        if (isCut)
        {
            Output.Line("and more; ask by --submission, --body or --state");
        }
    }

    private static void One(JsonNode candidate) => Output.Table(["", ""],
    [
        ["Candidate", candidate.Text("candidate") ?? "not known"],
        ["State", $"{Word(candidate)}{(candidate.Part("by").Text("name") is { } by ? $" by {by}" : "")}{(candidate.Text("why") is { } why ? $": {why}" : "")}"],
        ["Kind", $"{candidate.Text("kind")} ({candidate.Text("rule")})"],
        ["Body", candidate.Part("as").Text("body") ?? candidate.Text("body") ?? "not known"],
        ["What", What(candidate)],
        ["Quote", candidate.Text("quote") ?? ""],
        ["Source", $"{candidate.Text("cited")}, line {candidate.Text("line")}"],
        .. candidate.Text("claimed") is { } claimed ? new[] { new[] { "Claimed", claimed } } : [],
    ]);

    private static string What(JsonNode candidate) => string.Join(", ", new[]
    {
        candidate.Text("programme"), candidate.Text("area"), candidate.Text("grade"), candidate.Text("phase"), candidate.Text("percent") is { } percent ? $"{percent}%" : null,
        candidate.Text("date") is { } date ? Dates.Day(date) : null, candidate.Text("speaker"),
    }.OfType<string>()) is { Length: > 0 } what ? what : candidate.Text("rule") ?? "not known";

    private static string Word(JsonNode candidate) => candidate.Text("state")?.ToLowerInvariant() ?? "not known";

    private static string Short(string quote) => quote.Length <= LongestQuote ? quote : $"{quote[..LongestQuote].TrimEnd()}…";
}
