using System.Text.Json.Nodes;

namespace Oversight.Gateway;

/// <summary>A body as a whole: its status from Monitoring, its grades and audits from Grading, each by its owner's own rules. A part that does not answer is named as missing.</summary>
internal static class BodyProfile
{
    private static readonly (string Member, string Path, string In)[] Parts = [("grades", "grades", "programmes"), ("audits", "audits", "audits")];

    /// <summary>Says in the document of the whole address what is added here.</summary>
    public static void Describe(JsonObject paths, JsonObject schemas)
    {
        var whole = (JsonObject)OpenApiOfAll.Answer(paths, schemas, "/api/v1/bodies/{id}").DeepClone();
        foreach (var (member, path, inside) in Parts)
        {
            var part = OpenApiOfAll.Answer(paths, schemas, $"/api/v1/bodies/{{body}}/{path}")["properties"]![inside]!.DeepClone();
            whole["properties"]![member] = new JsonObject { ["description"] = "Null when its owner does not answer.", ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, part) };
        }

        whole["properties"]![InheritedFindings.Member] = InheritedFindings.Describe(whole["properties"]!, Parts.Select(part => part.Member));
        whole["properties"]!["missing"] = new JsonObject
        {
            ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" }, ["description"] = "The parts whose owner does not answer just now.",
        };
        whole["required"] = new JsonArray([.. whole["required"] as JsonArray is { } required ? required.Select(name => name!.DeepClone()) : [], .. Parts.Select(part => (JsonNode)part.Member), InheritedFindings.Member, "missing"]);
        schemas[nameof(BodyProfile)] = whole;
        paths["/api/v1/bodies/{id}"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"] = OpenApiOfAll.To(nameof(BodyProfile));
    }

    public static void MapBodyProfile(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/bodies/{body}",
        async (string body, HttpRequest request, Services services, CancellationToken ct) =>
        {
            if (await services.Get("monitoring", $"/api/v1/bodies/{Uri.EscapeDataString(body)}{request.QueryString}", ct) is not { } answered)
            {
                return Unreachable.Problem("The monitoring service does not answer");
            }

            var (status, profile, _) = answered;
            if (status != StatusCodes.Status200OK)
            {
                return Results.Text(profile.ToJsonString(), "application/problem+json", statusCode: status);
            }

            // The body may have been asked for by another name; Grading knows ids only.
            profile["missing"] = new JsonArray([.. await AddParts(profile, profile["id"]!.GetValue<string>(), request.QueryString, services, ct)]);
            profile[InheritedFindings.Member] = await InheritedFindings.Of(profile, request.QueryString, services, AddParts, ct);
            return Results.Json(profile);
        });

    // Says which parts are missing.
    private static async Task<List<JsonNode>> AddParts(JsonObject to, string id, QueryString times, Services services, CancellationToken ct)
    {
        var parts = await Task.WhenAll(Parts.Select(part => services.Get("grading", $"/api/v1/bodies/{id}/{part.Path}{times}", ct)));
        var missing = new List<JsonNode>();
        foreach (var (part, answer) in Parts.Zip(parts))
        {
            to[part.Member] = answer is { Status: StatusCodes.Status200OK } ? answer.Value.Body[part.In]?.DeepClone() : null;
            if (to[part.Member] is null)
            {
                missing.Add(part.Member);
            }
        }

        return missing;
    }
}
