using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using Oversight.Contracts;
using Oversight.Contracts.Delivery.V1;
using Oversight.Core;
using Xunit;

namespace Oversight.Promises.Tests;

/// <summary>Writes docs/events.md: every stored event and every contract, when it is said, its fields and an example.</summary>
public sealed class EventCatalogue
{
    private static readonly Assembly[] Domains =
    [
        typeof(Ingestion.Facts.FactEvent).Assembly, typeof(Grading.ProgrammeRecords.GradingEvent).Assembly, typeof(Monitoring.Bodies.BodyEvent).Assembly,
    ];

    private static readonly Dictionary<string, XElement> Documentation = Domains.Append(typeof(IContract).Assembly).Append(typeof(PartialDate).Assembly)
        .SelectMany(assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member"))
        .ToDictionary(member => member.Attribute("name")!.Value);

    private static readonly JsonSerializerOptions Json = Settings();

    private static (string Name, Type Type)[] Stored => [.. Domains.SelectMany(domain => domain.GetTypes())
        .Select(type => (type.GetCustomAttribute<EventNameAttribute>()?.Name!, type)).Where(named => named.Item1 is not null).OrderBy(named => named.Item1, StringComparer.Ordinal)];

    private static (string Name, Type Type)[] Said => [.. typeof(IContract).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IContract)) && !type.IsAbstract)
        .Append(typeof(Chunk)).Select(type => (type.GetCustomAttribute<WireNameAttribute>()!.Name, type)).OrderBy(named => named.Name, StringComparer.Ordinal)];

    [Fact]
    public void The_catalogue_is_what_the_code_says()
    {
        var text = new StringBuilder(
            """
            # Every event and every contract

            Written from the code; a test compares. To write it anew after a change, run the promise tests with `OVERSIGHT_APPROVE=1`.

            An **event** is what a service stores for ever in its own streams and nobody else reads. A **contract** is what it says of it to the others over RabbitMQ,
            in chunks. What may be missing has a question mark. Dates are as precise as their source: `2022`, `2022-06` or `2022-06-28`.


            """);
        Part(text, "Stored events", Stored);
        Part(text, "Contracts", Said);
        Approved.IsFile("docs/events.md", text.ToString());
    }

    [Fact]
    public void Every_one_says_when_it_is_said() =>
        Assert.Empty(Stored.Concat(Said).Where(named => Summary(named.Type).Length < 10).Select(named => named.Name));

    private static void Part(StringBuilder text, string title, IEnumerable<(string Name, Type Type)> all)
    {
        text.AppendLine($"## {title}").AppendLine();
        foreach (var (name, type) in all)
        {
            text.AppendLine($"### `{name}`").AppendLine().AppendLine(Summary(type)).AppendLine().AppendLine("| field | is | what |").AppendLine("|---|---|---|");
            foreach (var member in Members(type))
            {
                text.AppendLine($"| `{member.Name}` | {Kind(member.PropertyType)}{(IsOptional(member) ? "?" : "")} | {About(type, member)} |");
            }

            text.AppendLine().AppendLine("```json").AppendLine(JsonSerializer.Serialize(Example(type, type.Name), type, Json)).AppendLine("```").AppendLine();
        }
    }

    private static IEnumerable<JsonPropertyInfo> Members(Type type) => Json.GetTypeInfo(type).Properties.Where(member => member.Get is not null);

    private static string Summary(Type type) => Sentence(Documentation.GetValueOrDefault($"T:{type.FullName!.Replace('+', '.')}")?.Element("summary"));

    // What means the same wherever it stands.
    private static readonly Dictionary<string, string> Everywhere = new()
    {
        ["body"] = "The id of the body it is about.", ["programme"] = "The round of inspection, as printed.", ["inspection"] = "The inspection, as printed.",
        ["area"] = "What was graded.", ["provenance"] = "The claim it rests on, and where that was read.", ["source"] = "The claim it rests on, and where that was read.",
        ["standing"] = "How the claim stood to those before it about the same fact.", ["reason"] = "Why, as the source sums it up.", ["cited"] = "The source, mostly an address.",
        ["effectiveOn"] = "When it took effect.", ["decidedOn"] = "When it was decided, where the source says.", ["rulebook"] = "The version of the rules.",
        ["decision"] = "The id of the decision.", ["by"] = "Who did it.", ["at"] = "When.", ["why"] = "Why, in their words.", ["phase"] = "`engage` or `scan`.",
        ["proposedBy"] = "Who proposed it.", ["confirmedBy"] = "Who confirmed it.", ["confirmedOn"] = "The day on which it was confirmed.", ["publishedOn"] = "When it was made public.",
        ["expiresAt"] = "When it runs out if nobody decides.", ["evidence"] = "The facts and claims it rests on.", ["supersededBy"] = "The newer proposal.",
    };

    private static string About(Type type, JsonPropertyInfo member) => Documented(type, member) is { Length: > 0 } said ? said : Everywhere.GetValueOrDefault(member.Name, "");

    private static string Documented(Type type, JsonPropertyInfo member) => Sentence(Documentation.GetValueOrDefault($"T:{type.FullName!.Replace('+', '.')}")?.Elements("param")
        .SingleOrDefault(param => string.Equals(param.Attribute("name")!.Value, member.Name, StringComparison.OrdinalIgnoreCase)));

    private static string Sentence(XElement? said) => said is null ? ""
        : string.Join(' ', string.Concat(said.Nodes().Select(node => node switch
        {
            XText words => words.Value,
            XElement { Name.LocalName: "paramref" } named => $"`{JsonNamingPolicy.CamelCase.ConvertName(named.Attribute("name")!.Value)}`",
            XElement { Name.LocalName: "see" } see => see.Attribute("cref")!.Value.Split('.')[^1],
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement other => other.Value,
            _ => "",
        })).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Kind(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var info = Json.GetTypeInfo(type);
        return info.ElementType is { } element ? $"list of {Kind(element)}"
            : type.IsEnum ? string.Join(" or ", Enum.GetValues(type).Cast<object>().Select(value => $"`{JsonSerializer.Serialize(value, type, Json).Trim('"')}`"))
            : info.Kind == JsonTypeInfoKind.Object ? $"{type.Name} ({string.Join(", ", Members(type).Select(member => $"`{member.Name}`{(IsOptional(member) ? "?" : "")}"))})"
            : type == typeof(string) ? "text" : type == typeof(Guid) ? "id" : type == typeof(PartialDate) ? "date" : type == typeof(DateOnly) ? "day"
            : type == typeof(DateTimeOffset) ? "instant" : type == typeof(bool) ? "yes or no" : type == typeof(JsonElement) ? "the contract" : "number";
    }

    private static bool IsOptional(JsonPropertyInfo member) =>
        Nullable.GetUnderlyingType(member.PropertyType) is not null || (!member.PropertyType.IsValueType && member.IsGetNullable);

    private static object Example(Type type, string name) => type switch
    {
        _ when type == typeof(string) => Text(name),
        _ when type == typeof(int) => name == "Line" ? 12 : name == "Revision" ? 1 : 3,
        _ when type == typeof(long) => 41L,
        _ when type == typeof(decimal) => name == "HalfWidth" ? 1.64m : 89.5m,
        _ when type == typeof(bool) => true,
        _ when type == typeof(Guid) => NameBasedId.Of(name),
        _ when type == typeof(DateOnly) => new DateOnly(2022, 6, 28),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.Zero),
        _ when type == typeof(PartialDate) => PartialDate.Parse(Date(name)),
        _ when type == typeof(JsonElement) => JsonSerializer.SerializeToElement(new { body = "metropolitan" }),
        _ when Nullable.GetUnderlyingType(type) is { } underlying => Example(underlying, name),
        _ when type.IsEnum => type.GetEnumValues().GetValue(0)!,
        _ when type.IsArray => List(type.GetElementType()!, name),
        _ when type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) && type.IsInterface => List(type.GetGenericArguments()[0], name),
        _ when type == typeof(Actor) => new Actor("ines", "Ines Holloway", Role.Inspector),
        _ => Make(type),
    };

    private static Array List(Type element, string name)
    {
        var list = Array.CreateInstance(element, 1);
        list.SetValue(Example(element, name), 0);
        return list;
    }

    private static object Make(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(made => made.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Example(parameter.ParameterType, $"{char.ToUpperInvariant(parameter.Name![0])}{parameter.Name[1..]}"))]);
    }

    private static string Date(string name) => name is "PublishedOn" or "ClosedOn" ? "2022-09-22" : name is "Until" or "To" ? "2025-01-23" : "2022-06-28";

    private static string Text(string name) => name switch
    {
        "Body" => "metropolitan",
        "Name" => "Metropolitan Police Service",
        "Service" => "police",
        "Country" => "England",
        "Programme" or "Inspection" => "PEEL 2021/22",
        "Area" => "Responding to the public",
        "Grade" => "inadequate",
        "Category" => "all crime excluding fraud",
        "Phase" => "engage",
        "Label" => "Engage",
        "Reason" => "not responding well enough to the public",
        "FactId" => "phase/metropolitan/engage/2022-06-28",
        "Cited" => "https://example.org/a-letter",
        "Submission" => "282bd16da299a2ee0d03fa6dd7744655",
        "Sha256" => "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "Standing" => "first",
        "Rulebook" => "2026-1",
        "Rule" => "inadequate-where-it-protects",
        "MediaType" => "text/csv",
        "Decision" => "metropolitan-41cd36b800",
        "SupersededBy" => "metropolitan-d78fd1d2dd",
        "Why" => "five causes of concern",
        "Subject" => "ines",
        _ when name.EndsWith("On", StringComparison.Ordinal) || name is "From" or "To" or "Until" => Date(name),
        _ => name.ToLowerInvariant(),
    };

    private static JsonSerializerOptions Settings()
    {
        var settings = EventJson.Settings();
        (settings.WriteIndented, settings.Encoder) = (true, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        settings.MakeReadOnly(populateMissingResolver: true);
        return settings;
    }
}
