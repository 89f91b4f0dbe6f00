using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
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
        .Where(member => !member.Attribute("name")!.Value.Contains(".Generated.", StringComparison.Ordinal)).ToDictionary(member => member.Attribute("name")!.Value);

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
            in chunks. What may be missing has a question mark; the examples fill it nevertheless, also where two such things do not come together. Dates are as precise as their source: `2022`, `2022-06` or `2022-06-28`.


            """);
        Part(text, "Stored events", Stored);
        Part(text, "Contracts", Said);
        Shapes(text);
        Approved.IsFile("docs/events.md", text.ToString());
    }

    [Fact]
    public void Every_one_says_when_it_is_said() =>
        Assert.Empty(Stored.Concat(Said).Where(named => Summary(named.Type).Length < 10).Select(named => named.Name));

    [Fact]
    public void Every_field_says_what_it_is() =>
        Assert.Equal("", string.Join(' ', Stored.Concat(Said).Select(named => named.Type).Concat(Within)
            .SelectMany(type => Members(type).Where(member => About(type, member).Length == 0).Select(member => $"{type.Name}.{member.Name}"))));

    [Fact]
    public void No_example_fills_a_field_with_its_own_name()
    {
        var examples = Stored.Concat(Said).Select(named => (named.Name, JsonSerializer.SerializeToNode(CatalogueExamples.Of(named.Type, named.Name), named.Type, Json)!)).ToArray();
        Assert.True(examples.Length > 60);
        Assert.Empty(examples.SelectMany(example => Named(example.Item2).Where(field => string.Equals(field.Name, field.Value, StringComparison.OrdinalIgnoreCase)).Select(field => $"{example.Name}: {field.Name}")));
    }

    private static IEnumerable<(string Name, string Value)> Named(JsonNode? node, string name = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Named(member.Value, member.Key)),
        JsonArray items => items.SelectMany(item => Named(item, name)),
        JsonValue value when value.TryGetValue(out string? text) => [(name, text)],
        _ => [],
    };

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

            text.AppendLine().AppendLine("```json").AppendLine(JsonSerializer.Serialize(CatalogueExamples.Of(type, name), type, Json)).AppendLine("```").AppendLine();
        }
    }

    private static void Shapes(StringBuilder text)
    {
        text.AppendLine("## Shapes that stand within them").AppendLine();
        foreach (var shape in Within.OrderBy(shape => shape.FullName, StringComparer.Ordinal))
        {
            text.AppendLine($"### {shape.Name}{(shape.Namespace!.StartsWith("Oversight.Contracts", StringComparison.Ordinal) ? ", in contracts" : "")}").AppendLine().AppendLine(Summary(shape)).AppendLine().AppendLine("| field | is | what |").AppendLine("|---|---|---|");
            foreach (var member in Members(shape))
            {
                text.AppendLine($"| `{member.Name}` | {Kind(member.PropertyType)}{(IsOptional(member) ? "?" : "")} | {About(shape, member)} |");
            }

            text.AppendLine();
        }
    }

    private static HashSet<Type> Within
    {
        get
        {
            var (found, waiting) = (new HashSet<Type>(), new Queue<Type>(Stored.Concat(Said).Select(named => named.Type)));
            while (waiting.TryDequeue(out var type))
            {
                foreach (var member in Members(type))
                {
                    var inner = Nullable.GetUnderlyingType(member.PropertyType) ?? Json.GetTypeInfo(member.PropertyType).ElementType ?? member.PropertyType;
                    if (Json.GetTypeInfo(inner).Kind == JsonTypeInfoKind.Object && found.Add(inner))
                    {
                        waiting.Enqueue(inner);
                    }
                }
            }

            return found;
        }
    }

    private static IEnumerable<JsonPropertyInfo> Members(Type type) => Json.GetTypeInfo(type).Properties.Where(member => member.Get is not null);

    private static string Summary(Type type) => Sentence(Documentation.GetValueOrDefault($"T:{type.FullName!.Replace('+', '.')}")?.Element("summary"));

    // What means the same wherever it stands; what differs is said on the record itself.
    private static readonly Dictionary<string, string> Everywhere = new()
    {
        ["body"] = "The id of the body it is about.", ["programme"] = "The round of inspection, as printed.", ["inspection"] = "The inspection, as printed.",
        ["area"] = "What was graded.", ["provenance"] = "The claim it rests on, and where that was read.", ["source"] = "The claim it rests on, and where that was read.",
        ["standing"] = "How the claim stood to those before it about the same fact.", ["reason"] = "Why, as the source sums it up.", ["cited"] = "The source, mostly an address.",
        ["effectiveOn"] = "When it took effect.", ["decidedOn"] = "When it was decided, where the source says.", ["rulebook"] = "The version of the rules.",
        ["decision"] = "The id of the decision.", ["by"] = "Who did it.", ["at"] = "When.", ["why"] = "Why, in their words.", ["phase"] = "`engage` or `scan`.",
        ["proposedBy"] = "Who proposed it.", ["confirmedBy"] = "Who confirmed it.", ["confirmedOn"] = "The day on which it was confirmed.", ["publishedOn"] = "When it was made public.",
        ["expiresAt"] = "When it runs out if nobody decides.", ["evidence"] = "The facts and claims it rests on.", ["supersededBy"] = "The newer proposal.",
        ["grade"] = "The grade, or why there is none: `outstanding`, `good`, `adequate`, `requires-improvement`, `inadequate`, `not-graded`, `not-inspected`.",
        ["figure"] = "What was measured, and what it came to.", ["annotation"] = "What was said of it later.", ["settling"] = "Which side counts from then on, by whom and why.",
        ["method"] = "How auditors counted then; figures of two methods are not compared.", ["category"] = "Which crimes or records were counted.",
        ["percent"] = "The published share, of a hundred.", ["halfWidth"] = "Half the width of the published interval, in percentage points.", ["sample"] = "How many records were looked at.",
        ["records"] = "How many records were looked at.", ["topic"] = "What was counted or told of.", ["standard"] = "The limit it is measured against, where there is one.",
        ["count"] = "How many.", ["outOf"] = "Of how many.", ["text"] = "The finding in the source's words, shortly.", ["practice"] = "What is praised, as the source names it.",
        ["adoptedBy"] = "The id of the body that took it over.", ["cause"] = "The cause of concern, by its fact id or its title.", ["title"] = "What the cause of concern is about.",
        ["raisedOn"] = "When it was raised.", ["accelerated"] = "Was it raised before the report?", ["recommendations"] = "How many recommendations came with it.",
        ["recommendation"] = "Which of its recommendations.", ["due"] = "By when, as printed: a date, \"immediately\", \"within three months\".", ["under"] = "The later inspection under which it was issued again.",
        ["grownFrom"] = "The area for improvement that it grew from.", ["note"] = "What else the source says.", ["step"] = "What happened.", ["detail"] = "More about it, as the source has it.",
        ["case"] = "The investigation, by the name it is known by.", ["with"] = "The other one, where two belong together.", ["report"] = "The report that is to be answered.",
        ["sameFindingsAs"] = "Another report with the same findings, which one answer may cover.", ["relation"] = "How they belong together.", ["occurredOn"] = "When it happened.",
        ["summary"] = "What happened, in a sentence.", ["factId"] = "The fact.", ["sides"] = "What each side says, and where.", ["country"] = "The country it polices or protects.",
        ["onsCode"] = "The code of the Office for National Statistics for its area.", ["submission"] = "The submission that brought it.", ["sha256"] = "The hash of the original.",
        ["mediaType"] = "Its form, such as `text/csv`.", ["length"] = "How long it is, in bytes.", ["fromLine"] = "The line on which the first of the rows starts.", ["toLine"] = "The line on which the last of the rows starts.",
        ["accepted"] = "How many rows said something new.", ["unchanged"] = "How many rows said what was known.", ["conflicting"] = "How many rows disagree with what was known.",
        ["audit"] = "`recording` or `stop-search`.", ["ruling"] = "What Grading made of the claim.", ["lastDay"] = "The last day on which it would have been in time.",
        ["noticedOn"] = "The day on which the clock noticed.", ["owner"] = "Who had to do it.", ["promptId"] = "The prompt's id; the same as long as it lasts.", ["rule"] = "Which rule.",
        ["because"] = "Why, in a sentence.", ["clears"] = "What would clear it.", ["kind"] = "Which kind.", ["name"] = "The name.", ["label"] = "What the source calls it, as printed.",
        ["value"] = "What the step came to, such as an outcome.", ["line"] = "The line in the submission.",
        ["service"] = "`police` or `fire`.", ["claimId"] = "The claim.", ["says"] = "What it says, in words.", ["date"] = "The date that it tells of.", ["speaker"] = "Who said it.", ["role"] = "What the speaker was then.",
        ["on"] = "When.", ["about"] = "What it is about, in words.", ["until"] = "Until when, where the source says.", ["claims"] = "The claims it rests on.", ["key"] = "What tells it from other prompts of the same rule.",
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

    private static JsonSerializerOptions Settings()
    {
        var settings = EventJson.Settings();
        (settings.WriteIndented, settings.Encoder) = (true, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        settings.MakeReadOnly(populateMissingResolver: true);
        return settings;
    }
}
