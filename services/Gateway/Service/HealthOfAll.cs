using System.Text.Json.Nodes;

namespace Oversight.Gateway;

/// <summary>As well as the service that is worst.</summary>
internal static class HealthOfAll
{
    private static readonly string[] Worsening = ["Healthy", "Degraded", "Unhealthy"];

    public static void MapHealthOfAll(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => "Healthy");
        routes.MapGet("/health/started", (Services services, CancellationToken ct) => Of("/health/started", services, ct));
        routes.MapGet("/health/ready", (Services services, CancellationToken ct) => Of("/health/ready", services, ct));
    }

    private static async Task<IResult> Of(string path, Services services, CancellationToken ct)
    {
        var answers = await Task.WhenAll(Routes.ServiceNames.Select(async service =>
            (Service: service, Said: await services.Ask(service, path, ct) ?? new() { ["status"] = "Unreachable" })));

        // What does not answer, or says what nobody knows, is as bad as can be.
        var worst = answers.Max(answer => Array.IndexOf(Worsening, $"{answer.Said["status"]}") is >= 0 and var at ? at : Worsening.Length - 1);
        return Results.Json(new JsonObject
        {
            ["status"] = Worsening[worst],
            ["services"] = new JsonObject(answers.Select(answer => KeyValuePair.Create<string, JsonNode?>(answer.Service, answer.Said))),
        }, statusCode: Worsening[worst] == "Unhealthy" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }
}
