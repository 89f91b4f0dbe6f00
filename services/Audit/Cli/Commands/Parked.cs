using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>Contracts that a service could not take in.</summary>
internal static class Parked
{
    private const string Address = "internal/v1/parked";
    private const int Most = 1_000;

    public static Command Command()
    {
        var command = EachService.Command("parked", "What a service could not take in and keeps, body by body; readiness is red until a retry after a mend.", List,
            said => Show([.. said.Select(service => (service.Service, service.Said.AsArray().OfType<JsonNode>()))]));
        command.Add(EachService.Command("retry", "Tries to take in once more what is parked, and shows what stays.", Retry, said =>
        {
            Output.Line($"{said.Sum(service => service.Said.Number("released"))} released.");
            Show([.. said.Select(service => (service.Service, service.Said.Rows("parked")))]);
        }));
        return command;
    }

    private static Task<JsonNode> List(Client client, CancellationToken ct) => client.Ask(HttpMethod.Get, Address, null, ct);

    private static async Task<JsonNode> Retry(Client client, CancellationToken ct)
    {
        var answer = await client.Ask(HttpMethod.Post, $"{Address}/retry", null, ct);
        return new JsonObject { ["released"] = answer.Number("released"), ["parked"] = await List(client, ct) };
    }

    private static void Show(IReadOnlyList<(string Service, IEnumerable<JsonNode> Parked)> all)
    {
        if (!all.Any(service => service.Parked.Any()))
        {
            Output.Line("Nothing is parked.");
            return;
        }

        // The first about a body is why the others wait.
        Output.Table(["Service", "From", "At", "Body", "What", "Why", "Behind it"], all.SelectMany(service => service.Parked
            .GroupBy(parked => (Source: parked.Text("source"), Body: parked.Text("body"))).Select(body => new[]
            {
                service.Service, body.Key.Source ?? "not known", body.First().Text("sequence") ?? "not known", body.Key.Body ?? "not known", body.First().Text("type") ?? "not known",
                $"{body.First().Text("because")} ({body.First().Text("rule")})", $"{body.Count() - 1}",
            })));
        foreach (var (service, _) in all.Where(service => service.Parked.Count() == Most))
        {
            Output.Line($"Of {service} only the first {Most} are shown.");
        }
    }
}
