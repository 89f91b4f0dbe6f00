using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli;

/// <summary>What is asked of the services themselves: it is for those who look after them, and not to be had at the public address.</summary>
internal static class EachService
{
    private static readonly string[] Names = ["ingestion", "grading", "monitoring"];
    private static readonly Option<string> Only = Choice.Of("--service", "Only this service.", Names);

    public static Command Command(string name, string description, Func<Client, CancellationToken, Task<JsonNode>> ask, Action<IReadOnlyList<(string Service, JsonNode Said)>> show)
    {
        var command = new Command(name, description) { Only, Read.Json };
        command.SetAction(async (parsed, ct) =>
        {
            var (said, silent) = (new JsonObject(), new List<(string Service, Failure Failure)>());
            foreach (var service in parsed.GetValue(Only) is { } only ? [only] : Names)
            {
                try
                {
                    using var client = Client.Of(service);
                    said[service] = await ask(client, ct);
                }
                catch (Failure failure)
                {
                    silent.Add((service, failure));
                }
            }

            if (parsed.GetValue(Read.Json))
            {
                Output.Write(said);
            }
            else if (said.Count > 0)
            {
                if (silent.Count > 0)
                {
                    Output.Line($"Of {string.Join(" and ", said.Select(answer => answer.Key))}:");
                }

                show([.. said.Select(answer => (answer.Key, answer.Value!))]);
            }

            return silent.Count == 0 ? 0 : throw new Failure(string.Join('\n', silent.Select(one => $"{one.Service}: {one.Failure.Message}")), silent.Max(one => one.Failure.ExitCode));
        });
        return command;
    }
}
