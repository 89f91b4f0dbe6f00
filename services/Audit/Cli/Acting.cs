using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Cli.SigningIn;

namespace Oversight.Cli;

/// <summary>What every act on a decision has in common: look how it stands, act on that, and show what came of it.</summary>
internal static class Acting
{
    public static readonly Option<string> Reason = new("--reason") { Description = "Why; it is kept with the act.", HelpName = "TEXT" };

    public static readonly Option<string> PublishedOn = Times.Date("--published-on", "When it is made public; until then it is marked as not published.");

    private static readonly Option<string> IfMatch = new("--if-match")
    {
        Description = "The ETag of the state that you have seen; how it stands now by default.", HelpName = "ETAG",
    };

    private static readonly Argument<string> Id = new("id") { Description = "The decision, as ./oversight decisions lists it." };

    /// <summary>An act on a decision that there is.</summary>
    public static Command On(string verb, string description, params Option<string>[] own) => Command(verb, description,
        parsed => ($"decisions/{Uri.EscapeDataString(parsed.GetValue(Id)!)}", $"/{verb}"), parsed => Body(parsed, own), [Id, .. own]);

    /// <summary>An act in general.</summary>
    /// <param name="verb">The word for it.</param>
    /// <param name="description">What it does.</param>
    /// <param name="where">The path that says how things stand, and what to add to it to act.</param>
    /// <param name="body">What is said.</param>
    /// <param name="own">Arguments and options of its own.</param>
    public static Command Command(string verb, string description, Func<ParseResult, (string Stands, string Act)> where, Func<ParseResult, JsonObject> body, params Symbol[] own) =>
        Command(verb, description, where, body, Commands.Decisions.One, own);

    /// <summary>The same, where it is no decision that is shown.</summary>
    public static Command Command(
        string verb, string description, Func<ParseResult, (string Stands, string Act)> where, Func<ParseResult, JsonObject> body, Action<JsonNode> show, params Symbol[] own) =>
        Command(verb, description, where, body, show, parsed => where(parsed).Stands, own);

    /// <summary>The same, where another address says how things stand.</summary>
    public static Command Command(
        string verb, string description, Func<ParseResult, (string Stands, string Act)> where, Func<ParseResult, JsonObject> body, Action<JsonNode> show,
        Func<ParseResult, string> look, params Symbol[] own)
    {
        var command = new Command(verb, description).Taking([.. own, IfMatch, Person.As, Read.Json]);
        command.SetAction(async (parsed, ct) =>
        {
            using var client = Client.For(parsed);
            await client.Show(parsed, ct);
            var (stands, act) = where(parsed);
            var seen = parsed.GetValue(IfMatch) is { } given ? Quoted(given) : await client.ETag(look(parsed), ct);
            var decision = await client.Act($"{stands}{act}", body(parsed), seen, ct);
            Read.Answer(parsed, decision, show);
            return 0;
        });
        return command;
    }

    // A shell eats the quotes.
    private static string Quoted(string tag) => tag.StartsWith('"') ? tag : $"\"{tag}\"";

    private static JsonObject Body(ParseResult parsed, Option<string>[] own)
    {
        var body = new JsonObject();
        foreach (var (option, name) in new[] { (Reason, "reason"), (PublishedOn, "publishedOn") })
        {
            if (own.Contains(option) && parsed.GetValue(option) is { } value)
            {
                body[name] = value;
            }
        }

        return body;
    }
}
