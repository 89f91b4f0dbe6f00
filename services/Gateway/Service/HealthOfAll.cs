using System.Text.Json.Nodes;

namespace Oversight.Gateway;

/// <summary>Ready when every service is.</summary>
internal static class HealthOfAll
{
    public static void MapHealthOfAll(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => "Healthy");
        routes.MapGet("/health/ready", async (Services services, CancellationToken ct) =>
        {
            var answers = await Task.WhenAll(Routes.ServiceNames.Select(async service =>
                (service, answer: await services.Ask(service, "/health/ready", ct))));
            var ready = answers.All(asked => asked.answer?["status"]?.GetValue<string>() is "Healthy" or "Degraded");
            var body = new JsonObject
            {
                ["status"] = ready ? "Healthy" : "Unhealthy",
                ["services"] = new JsonObject(answers.Select(asked =>
                    KeyValuePair.Create<string, JsonNode?>(asked.service, asked.answer ?? new JsonObject { ["status"] = "Unreachable" }))),
            };
            return Results.Json(body, statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
    }
}
