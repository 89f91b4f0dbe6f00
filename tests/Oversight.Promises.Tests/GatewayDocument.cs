using System.Text.Json.Nodes;
using Oversight.Gateway;
using Xunit;

namespace Oversight.Promises.Tests;

/// <summary>Whatever two services call their schemas, a reference still leads to what its service means.</summary>
public sealed class GatewayDocument
{
    [Fact]
    public void A_name_that_two_services_give_different_things_is_told_apart_wherever_it_is_used()
    {
        var (paths, schemas) = OpenApiOfAll.Merge([("one", Document("/one", "string")), ("two", Document("/two", "integer"))]);

        foreach (var (path, kind) in new[] { ("/one", "string"), ("/two", "integer") })
        {
            // Whole looks the same in both; only what it refers to differs.
            var whole = Follow(paths[path]!["get"]!, schemas);
            Assert.Equal(kind, Follow(whole["properties"]!["part"]!, schemas)["type"]!.GetValue<string>());
            Assert.Equal(kind, Follow(whole["properties"]!["list"]!["items"]!, schemas)["type"]!.GetValue<string>());
            Assert.Equal(kind, Follow(JsonNode.Parse($$"""{"$ref":"{{whole["discriminator"]!["mapping"]!["part"]}}"}""")!, schemas)["type"]!.GetValue<string>());
            Assert.Equal(Reference(paths[path]!["get"]!) + "/properties/part", Reference(whole["properties"]!["deep"]!));
            Assert.Equal("boolean", Follow(whole["properties"]!["other"]!, schemas)["type"]!.GetValue<string>());
        }

        Assert.Equal(["Part", "PartOther", "Whole", "two.Part", "two.Whole"], schemas.Select(schema => schema.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_new_name_is_one_that_nobody_has()
    {
        var taken = JsonNode.Parse("""{"paths":{},"components":{"schemas":{"Part":{"type":"integer"},"two.Part":{"type":"boolean"}}}}""")!.AsObject();

        var (_, schemas) = OpenApiOfAll.Merge([("one", Document("/one", "string")), ("two", taken)]);

        Assert.Equal(("string", "boolean", "integer"), (Type("Part"), Type("two.Part"), Type("two.two.Part")));
        string Type(string name) => schemas[name]!["type"]!.GetValue<string>();
    }

    private static JsonObject Document(string path, string kind) => JsonNode.Parse($$"""
        {
          "paths": { "{{path}}": { "get": { "$ref": "#/components/schemas/Whole" } } },
          "components": { "schemas": {
            "Part": { "type": "{{kind}}" },
            "PartOther": { "type": "boolean" },
            "Whole": {
              "discriminator": { "mapping": { "part": "#/components/schemas/Part" } },
              "properties": {
                "part": { "$ref": "#/components/schemas/Part" },
                "list": { "items": { "$ref": "#/components/schemas/Part" } },
                "deep": { "$ref": "#/components/schemas/Whole/properties/part" },
                "other": { "$ref": "#/components/schemas/PartOther" } } } } }
        }
        """)!.AsObject();

    private static string Reference(JsonNode at) => at["$ref"]!.GetValue<string>();

    private static JsonNode Follow(JsonNode at, JsonObject schemas) => schemas[Reference(at)["#/components/schemas/".Length..]]!;
}
