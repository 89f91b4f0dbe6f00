using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>Messages between services that were not taken in.</summary>
internal static class Refused
{
    private const string Address = "internal/v1/refused";

    public static Command Command()
    {
        var command = EachService.Command("refused", "Messages between services that nobody could read or that came from elsewhere; readiness is red until they are forgotten.", List,
            said => Show([.. said.Select(service => (service.Service, service.Said.AsArray().OfType<JsonNode>()))]));
        command.Add(EachService.Command("forget", "Shows what was refused and forgets it, now that somebody has looked; what comes meanwhile stays.", Forget, said =>
        {
            Show([.. said.Select(service => (service.Service, service.Said.Rows("seen")))]);
            var (seen, forgotten) = (said.Sum(service => service.Said.Rows("seen").Count()), said.Sum(service => service.Said.Number("forgotten")));
            if (seen > 0)
            {
                Output.Line();
                Output.Line(forgotten == seen ? "Forgotten." : $"{forgotten} of {seen} forgotten; of the others there are more by now.");
            }
        }));
        return command;
    }

    private static Task<JsonNode> List(Client client, CancellationToken ct) => client.Ask(HttpMethod.Get, Address, null, ct);

    private static async Task<JsonNode> Forget(Client client, CancellationToken ct)
    {
        var seen = await List(client, ct);
        var answer = await client.Ask(HttpMethod.Post, $"{Address}/forget", seen, ct);
        return new JsonObject { ["seen"] = seen, ["forgotten"] = answer.Number("forgotten") };
    }

    private static void Show(IReadOnlyList<(string Service, IEnumerable<JsonNode> Refused)> all)
    {
        if (!all.Any(service => service.Refused.Any()))
        {
            Output.Line("Nothing was refused.");
            return;
        }

        Output.Table(["Service", "From", "Times", "Last", "Why"], all.SelectMany(service => service.Refused.Select(refused => new[]
        {
            service.Service, refused.Text("source") ?? "not known", refused.Text("times") ?? "not known", Dates.Instant(refused.Text("lastAt") ?? "not known"),
            $"{refused.Text("because")} ({refused.Text("rule")})",
        })));
    }
}
