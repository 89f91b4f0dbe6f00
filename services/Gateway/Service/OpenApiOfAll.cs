using System.Text.Json.Nodes;

namespace Oversight.Gateway;

/// <summary>One OpenAPI document for the whole public address, put together from the services' own.</summary>
internal static class OpenApiOfAll
{
    private const string Schemas = "#/components/schemas/";

    public static void MapOpenApiOfAll(this IEndpointRouteBuilder routes) => routes.MapGet("/openapi/v1.json", async (Services services, CancellationToken ct) =>
    {
        var documents = new List<(string Service, JsonObject Document)>();
        foreach (var service in Routes.ServiceNames)
        {
            if (await services.Ask(service, "/openapi/v1.json", ct) is not { } document)
            {
                return Results.Problem($"The {service} service does not answer just now.", statusCode: StatusCodes.Status503ServiceUnavailable);
            }

            documents.Add((service, document));
        }

        var (paths, schemas) = Merge(documents);
        BodyProfile.Describe(paths, schemas);
        AttemptsOfAll.Describe(paths, schemas);
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

    /// <summary>Two services may mean different things by one name; the later one's then gets the name of its service before it.</summary>
    public static (JsonObject Paths, JsonObject Schemas) Merge(IEnumerable<(string Service, JsonObject Document)> documents)
    {
        var (paths, schemas) = (new JsonObject(), new JsonObject());
        foreach (var (service, document) in documents)
        {
            var own = document["components"]?["schemas"] as JsonObject ?? [];
            var known = own.Where(schema => schemas.ContainsKey(schema.Key)).ToList();
            var renamed = known.Where(schema => !JsonNode.DeepEquals(schemas[schema.Key], schema.Value)).ToDictionary(schema => schema.Key, schema => NewName(service, schema.Key));

            // What looks the same means something else when it refers to something else.
            while (known.Find(schema => !renamed.ContainsKey(schema.Key) && References(schema.Value).Any(renamed.ContainsKey)) is { Key: not null } also)
            {
                renamed[also.Key] = NewName(service, also.Key);
            }

            foreach (var (name, schema) in own)
            {
                schemas[renamed.GetValueOrDefault(name, name)] = Renamed(schema, renamed);
            }

            foreach (var (path, operations) in document["paths"] as JsonObject ?? [])
            {
                paths[path] = Renamed(operations, renamed);
            }

            string NewName(string prefix, string name)
            {
                for (name = $"{prefix}.{name}"; schemas.ContainsKey(name) || own.ContainsKey(name); name = $"{prefix}.{name}")
                {
                }

                return name;
            }
        }

        return (paths, schemas);
    }

    /// <summary>What an answer of status 200 to GET looks like.</summary>
    public static JsonObject Answer(JsonObject paths, JsonObject schemas, string path)
    {
        var answer = (JsonObject)paths[path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;
        return References(answer).FirstOrDefault() is { } name ? (JsonObject)schemas[name]! : answer;
    }

    /// <summary>A reference to a schema.</summary>
    public static JsonObject To(string name) => new() { ["$ref"] = Schemas + name };

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject some => some.SelectMany(member => References(member.Value)),
        JsonArray list => list.SelectMany(References),
        JsonValue value when Named(value) is { } name => [name],
        _ => [],
    };

    private static JsonNode? Renamed(JsonNode? node, Dictionary<string, string> names) => node switch
    {
        JsonObject some => new JsonObject(some.Select(member => KeyValuePair.Create(member.Key, Renamed(member.Value, names)))),
        JsonArray list => new JsonArray([.. list.Select(item => Renamed(item, names))]),
        JsonValue value when Named(value) is { } name && names.TryGetValue(name, out var other) => Schemas + other + value.GetValue<string>()[(Schemas.Length + name.Length)..],
        _ => node?.DeepClone(),
    };

    // A reference may go on into the schema that it names.
    private static string? Named(JsonValue value) => value.TryGetValue<string>(out var text) && text.StartsWith(Schemas, StringComparison.Ordinal)
        ? text[Schemas.Length..].Split('/')[0] : null;
}
