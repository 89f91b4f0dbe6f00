using System.Text.Json.Nodes;

namespace Oversight.Gateway;

/// <summary>One OpenAPI document for the whole public address, put together from the services' own.</summary>
internal static class OpenApiOfAll
{
    private const string Schemas = "#/components/schemas/";

    public static void MapOpenApiOfAll(this IEndpointRouteBuilder routes) => routes.MapGet("/openapi/v1.json", async (Services services, CancellationToken ct) =>
    {
        var (paths, schemas) = (new JsonObject(), new JsonObject());
        foreach (var service in Routes.ServiceNames)
        {
            if (await services.Ask(service, "/openapi/v1.json", ct) is not { } document)
            {
                return Results.Problem($"The {service} service does not answer just now.", statusCode: StatusCodes.Status503ServiceUnavailable);
            }

            Add(document, service, paths, schemas);
        }

        return Results.Json(new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Oversight", ["version"] = "1",
                ["description"] = "Who was watched, why, since when, on which evidence, and what was known at the time. Every read takes asOf, knownAt, recordedAt and strict.",
            },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas },
        });
    });

    private static void Add(JsonObject document, string service, JsonObject paths, JsonObject schemas)
    {
        var own = document["components"]?["schemas"] as JsonObject ?? [];
        var renamed = own.Where(schema => schemas[schema.Key] is { } other && !JsonNode.DeepEquals(other, schema.Value)).Select(schema => schema.Key).ToArray();
        if (renamed.Length > 0)
        {
            var text = renamed.Aggregate(document.ToJsonString(), (text, name) => text.Replace($"\"{Schemas}{name}\"", $"\"{Schemas}{service}.{name}\"", StringComparison.Ordinal));
            document = (JsonObject)JsonNode.Parse(text)!;
            own = (JsonObject)document["components"]!["schemas"]!;
        }

        foreach (var (name, schema) in own.ToArray())
        {
            schemas[renamed.Contains(name) ? $"{service}.{name}" : name] = schema?.DeepClone();
        }

        foreach (var (path, operations) in (document["paths"] as JsonObject ?? []).ToArray())
        {
            paths[path] = operations?.DeepClone();
        }
    }
}
