using System.Net;
using System.Text.Json.Nodes;

namespace Oversight.Cli;

/// <summary>Why the server refused or failed, as problem details say it.</summary>
internal sealed record Problem(HttpStatusCode Status, string? Rule, string Because, int? Line, string? Field)
{
    private const string RulePrefix = "urn:oversight:rule:";

    public static Problem From(HttpStatusCode status, JsonNode? body)
    {
        var type = body.Text("type");
        var rule = type?.StartsWith(RulePrefix, StringComparison.Ordinal) == true ? type[RulePrefix.Length..] : null;
        var sentence = body.Text("detail") ?? body.Text("title") ?? $"The answer was {(int)status} {status}.";
        return new(status, rule, Spoken.Here(sentence), body.Number("line") is > 0 and var line ? line : null, body.Text("field"));
    }

    /// <summary>The server is there, but what it needs is not; trying again may help.</summary>
    public bool IsPassing => Status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    public Failure AsFailure(Client client) => IsPassing
        ? new($"{Sentence} Oversight at {client.Address.GetLeftPart(UriPartial.Authority)} is not ready; see ./oversight ps.", Failure.Unreachable)
        : new(Sentence);

    private string Sentence => Output.Plain(Rule is null ? Because : $"{Because} ({Rule})");
}
