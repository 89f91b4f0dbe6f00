using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using Oversight.Contracts;
using Oversight.Contracts.Delivery.V1;
using Oversight.Core;
using Xunit;

namespace Oversight.Promises.Tests;

/// <summary>A JSON Schema for every contract, in contracts/schemas. A published version never changes: a new shape is a new version beside it.</summary>
public sealed class ContractSchemas
{
    private const string Folder = "contracts/schemas";

    private static readonly Dictionary<string, Type> Contracts = typeof(IContract).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IContract)) && !type.IsAbstract)
        .Append(typeof(Chunk))
        .ToDictionary(type => type.GetCustomAttribute<WireNameAttribute>()!.Name);

    private static readonly XDocument Documentation = XDocument.Load(Path.ChangeExtension(typeof(IContract).Assembly.Location, ".xml"));

    private static readonly JsonSerializerOptions Json = Settings();

    public static TheoryData<string> Names => [.. Contracts.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_contract_has_the_shape_that_was_approved(string name)
    {
        var schema = (JsonObject)Json.GetJsonSchemaAsNode(Contracts[name], new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe });
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", name);
        Approved.IsFile($"{Folder}/{name}.json", schema.ToJsonString(Json));
    }

    [Fact]
    public void No_schema_is_left_of_a_contract_that_is_gone() =>
        Assert.Empty(Repository.Files.Where(path => path.StartsWith($"{Folder}/", StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path)).Except(Contracts.Keys));

    [Fact]
    public void A_wire_name_is_its_service_its_fact_and_its_version() =>
        Assert.All(Contracts, contract => Assert.Matches(@"^[a-z-]+\.[a-z-]+\.v\d+$", contract.Key));

    [Fact]
    public void A_contract_lies_in_the_folder_of_its_service_and_version() => Assert.All(Contracts, contract =>
    {
        var parts = contract.Key.Split('.');
        Assert.Equal($"Oversight.Contracts.{parts[0]}.{parts[2]}", contract.Value.Namespace, ignoreCase: true);
    });

    // What may be null is left out when it is, so all the rest is required.
    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject described)
        {
            return schema;
        }

        if (Sentence(context) is { } sentence)
        {
            described.Insert(0, "description", sentence);
        }

        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            described["required"] = new JsonArray([.. context.TypeInfo.Properties.Where(property => !IsOptional(property)).Select(property => (JsonNode)property.Name)]);
        }

        return described;
    }

    private static bool IsOptional(JsonPropertyInfo property) => property.IsGetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null;

    private static string? Sentence(JsonSchemaExporterContext context)
    {
        var about = context.PropertyInfo?.DeclaringType ?? context.TypeInfo.Type;
        var member = Documentation.Descendants("member").SingleOrDefault(member => member.Attribute("name")!.Value == $"T:{about.FullName}");
        var said = context.PropertyInfo is { } property
            ? member?.Elements("param").SingleOrDefault(param => string.Equals(param.Attribute("name")!.Value, property.Name, StringComparison.OrdinalIgnoreCase))
            : member?.Element("summary");
        return said is null ? null : string.Join(' ', said.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static JsonSerializerOptions Settings()
    {
        var settings = EventJson.Settings();
        settings.WriteIndented = true;
        settings.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        settings.MakeReadOnly(populateMissingResolver: true);
        return settings;
    }
}
