using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Oversight.Core;

/// <summary>The one way in which events are written and read, in the store and by whoever replays them.</summary>
public static class EventJson
{
    /// <summary>Camel case, enums by name, nothing written that is not known, unknown members refused.</summary>
    public static JsonSerializerOptions Options { get; } = Settings();

    /// <summary>A new copy of the settings, for whoever has to add to them.</summary>
    public static JsonSerializerOptions Settings() => new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        MaxDepth = 16,
    };
}

/// <summary>The events of one closed hierarchy by their permanent names.</summary>
/// <typeparam name="TEvent">An abstract record whose cases are nested in it.</typeparam>
public static class EventNames<TEvent>
{
    /// <summary>Every case by its stored name.</summary>
    public static FrozenDictionary<string, Type> Types { get; } = typeof(TEvent).GetNestedTypes()
        .Where(type => type.IsSubclassOf(typeof(TEvent)))
        .ToFrozenDictionary(type => type.GetCustomAttribute<EventNameAttribute>()?.Name
            ?? throw new InvalidOperationException($"{type} has no permanent name."));

    /// <summary>Reads one stored event.</summary>
    /// <exception cref="KeyNotFoundException">No case has that name.</exception>
    public static TEvent Read(string name, string json) => (TEvent)JsonSerializer.Deserialize(json, Types[name], EventJson.Options)!;
}
