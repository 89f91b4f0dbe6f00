using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Oversight.Core;
using Xunit;

namespace Oversight.Promises.Tests;

/// <summary>What lies in the event stores must be readable for ever: the name of every event and what is stored of it.</summary>
public sealed class StoredNames
{
    private static readonly JsonSerializerOptions Json = Settings();

    private static readonly Assembly[] Domains =
    [
        typeof(Ingestion.Facts.FactEvent).Assembly, typeof(Grading.ProgrammeRecords.GradingEvent).Assembly, typeof(Monitoring.Bodies.BodyEvent).Assembly,
    ];

    private static readonly (string Name, Type Type)[] Events =
    [
        .. Domains.SelectMany(domain => domain.GetTypes())
            .Select(type => (type.GetCustomAttribute<EventNameAttribute>()?.Name!, type)).Where(named => named.Item1 is not null)
            .OrderBy(named => named.Item1, StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_event_and_what_is_stored_of_it_is_as_approved()
    {
        var (text, shared) = (new StringBuilder(), new SortedDictionary<string, Type>(StringComparer.Ordinal));
        foreach (var (name, type) in Events)
        {
            text.AppendLine(name);
            Members(type, text, shared);
        }

        text.AppendLine().AppendLine("Stored within them").AppendLine();
        for (var written = new HashSet<string>(); shared.FirstOrDefault(type => !written.Contains(type.Key)) is { Key: { } next } found; written.Add(next))
        {
            text.AppendLine(next);
            Members(found.Value, text, shared);
        }

        Approved.Is("StoredNames", text.ToString());
    }

    [Fact]
    public void A_name_is_given_once() => Assert.Empty(Events.GroupBy(named => named.Name).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void A_name_is_its_service_its_fact_and_its_version() =>
        Assert.All(Events, named => Assert.Matches(@"^[a-z-]+\.[a-z-]+\.v\d+$", named.Name));

    [Fact]
    public void What_is_worked_out_is_not_stored() => Assert.Empty(
        from named in Events
        from type in Within(named.Type).Distinct()
        from member in Json.GetTypeInfo(type).Properties
        where member is { Get: not null, Set: null, AssociatedParameter: null }
        select $"{named.Name} stores {type.Name}.{member.Name}, which nothing reads back");

    [Fact]
    public void Every_service_stores_events() => Assert.Equal(Domains.ToHashSet(), Events.Select(named => named.Type.Assembly).ToHashSet());

    private static void Members(Type type, StringBuilder text, SortedDictionary<string, Type> shared)
    {
        if (type.IsEnum)
        {
            text.Append("  one of ").AppendJoin(", ", Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.Serialize(value, type, Json).Trim('"'))).AppendLine();
            return;
        }

        foreach (var member in Json.GetTypeInfo(type).Properties.Where(member => member.Get is not null))
        {
            text.AppendLine($"  {member.Name}: {Name(member.PropertyType, shared)}{(IsOptional(member) ? "?" : "")}");
        }
    }

    private static string Name(Type type, SortedDictionary<string, Type> shared)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var info = Json.GetTypeInfo(type);
        if (info.ElementType is { } element)
        {
            return $"list of {Name(element, shared)}";
        }

        if (info.Kind == JsonTypeInfoKind.Object || type.IsEnum)
        {
            shared[Called(type)] = type;
        }

        return Called(type);
    }

    // Two services may each have a type of one name.
    private static string Called(Type type) => Domains.Contains(type.Assembly) ? $"{type.Namespace!.Split('.')[1]} {type.Name}" : type.Name;

    private static IEnumerable<Type> Within(Type type)
    {
        var info = Json.GetTypeInfo(type);
        var inner = info.ElementType is { } element ? [element] : info.Properties.Select(member => member.PropertyType);
        return inner.SelectMany(Within).Append(type);
    }

    private static bool IsOptional(JsonPropertyInfo member) => Nullable.GetUnderlyingType(member.PropertyType) is not null
        || (!member.PropertyType.IsValueType && member.IsGetNullable);

    private static JsonSerializerOptions Settings()
    {
        var settings = EventJson.Settings();
        settings.MakeReadOnly(populateMissingResolver: true);
        return settings;
    }
}
