using System.Text.Json.Nodes;

namespace Oversight.Gateway;

/// <summary>What a body inherits from those that became part of it: their findings stay theirs and are shown with their origin.</summary>
internal static class InheritedFindings
{
    public const string Member = "inherited";

    // Of what Monitoring says of a body, its findings; what Grading says is added as for any body.
    private static readonly string[] FromMonitoring = ["stays", "withdrawn", "labels", "conflicts", "causes"];

    public delegate Task<List<JsonNode>> AddParts(JsonObject to, string id, QueryString times, Services services, CancellationToken ct);

    public static async Task<JsonArray> Of(JsonObject profile, QueryString times, Services services, AddParts addParts, CancellationToken ct) =>
        new([.. await Task.WhenAll((profile["lineage"]?["inheritsFrom"] as JsonArray ?? []).OfType<JsonObject>().Select(from => From(from, times, services, addParts, ct)))]);

    /// <summary>Its schema, from those of the same members of the heir.</summary>
    public static JsonObject Describe(JsonNode heir, IEnumerable<string> parts)
    {
        var members = new JsonObject
        {
            ["from"] = new JsonObject
            {
                ["type"] = "object", ["description"] = "The predecessor whose findings they are.",
                ["properties"] = new JsonObject { ["id"] = new JsonObject { ["type"] = "string" }, ["name"] = new JsonObject { ["type"] = "string" } },
            },
            ["missing"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
        };
        foreach (var name in FromMonitoring.Concat(parts))
        {
            members[name] = heir[name]!.DeepClone();
        }

        return new()
        {
            ["type"] = "array", ["description"] = "The findings of each body that became part of it, with their origin.",
            ["items"] = new JsonObject { ["type"] = "object", ["properties"] = members },
        };
    }

    private static async Task<JsonNode> From(JsonObject from, QueryString times, Services services, AddParts addParts, CancellationToken ct)
    {
        var id = from["id"]!.GetValue<string>();
        var findings = new JsonObject { ["from"] = from.DeepClone() };
        var answer = await services.Get("monitoring", $"/api/v1/bodies/{id}{times}", ct);
        var missing = new List<JsonNode>();
        foreach (var name in FromMonitoring)
        {
            findings[name] = answer is { Status: StatusCodes.Status200OK } ? answer.Value.Body[name]?.DeepClone() : null;
            if (findings[name] is null)
            {
                missing.Add(name);
            }
        }

        missing.AddRange(await addParts(findings, id, times, services, ct));
        findings["missing"] = new JsonArray([.. missing]);
        return findings;
    }
}
