using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Oversight.Core;

namespace Oversight.Specs;

/// <summary>Makes values of any command at random, the same for the same seed; ids and words that were said before come up again.</summary>
internal sealed class Arbitrary(int seed)
{
    private static readonly string[] Words =
    [
        "", " ", "kent", "engage", "scan", "good", "inadequate", "PEEL 2021/22", "PEEL 2023-25", "Investigating crime", "Kent Police", "police", "2021-05-07", "why",
        "https://hmicfrs.justiceinspectorates.gov.uk/a", "a newspaper", "one\u200bword", new('x', 5_000),
    ];

    // What only a few words say at all.
    private static readonly Dictionary<string, string[]> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        ["programme"] = ["PEEL 2021/22", "PEEL 2023-25"], ["area"] = ["Investigating crime", "Preventing crime"], ["grade"] = ["good", "adequate", "inadequate", "not-graded"],
        ["accelerated"] = ["yes", "no", "unknown"],
    };

    private static readonly DateOnly[] Days = [new(1829, 1, 1), new(2019, 5, 1), new(2021, 10, 27), new(2022, 6, 28), new(2023, 2, 28), new(2026, 11, 23), new(2100, 12, 31)];

    private const int Recent = 4;

    private static readonly ConcurrentDictionary<Type, (ConstructorInfo? Made, (ParameterInfo Is, bool CanBeNull)[] Of)> Shapes = new();

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, List<string>> _said = new(StringComparer.OrdinalIgnoreCase);

    public T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    public object Of(Type type) => Make(type, 0);

    /// <summary>The same but for one thing.</summary>
    public object Varied(object command)
    {
        var type = command.GetType();
        var (constructor, parameters) = Shapes.GetOrAdd(type, Shape);
        var other = _random.Next(parameters.Length);
        return parameters.Length == 0 ? command : constructor!.Invoke([.. parameters.Select((parameter, i) =>
            i == other ? Of(parameter.Is, parameter.CanBeNull, 1) : type.GetProperty(parameter.Is.Name!)!.GetValue(command))]);
    }

    /// <summary>Remembers what an event says, so that later commands can be about it.</summary>
    public void Heard(JsonNode? said, string name = "")
    {
        switch (said)
        {
            case JsonObject many: many.ToList().ForEach(one => Heard(one.Value, one.Key)); break;
            case JsonArray all: all.ToList().ForEach(one => Heard(one, name)); break;
            case JsonValue value when value.TryGetValue<string>(out var text):
                if (!_said.TryGetValue(name, out var known))
                {
                    _said[name] = known = [];
                }

                known.Add(text);
                break;
        }
    }

    private object? Of(ParameterInfo parameter, bool canBeNull, int depth) => canBeNull && _random.Next(2) == 0 ? null
        : Of(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType, parameter.Name!, depth);

    private object Of(Type type, string name, int depth) => type switch
    {
        _ when type == typeof(string) => Text(name),
        _ when type == typeof(Guid) => Said(name) is { } said && Guid.TryParse(said, out var id) ? id : NameBasedId.Of($"{_random.Next(4)}"),
        _ when type == typeof(int) => One([0, 1, 2, 3, 7, 24]),
        _ when type == typeof(long) => (long)_random.Next(4),
        _ when type == typeof(decimal) => One([-1m, 0m, 1.6m, 50m, 89.5m, 100m, 101m]),
        _ when type == typeof(bool) => _random.Next(2) == 0,
        _ when type == typeof(DateOnly) => One(Days),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(One(Days), TimeOnly.MinValue, TimeSpan.Zero).AddHours(_random.Next(48)),
        _ when type == typeof(PartialDate) => PartialDate.Parse($"{One(Days):yyyy-MM-dd}"[..One([4, 7, 10])]),
        _ when type.IsEnum => type.GetEnumValues().GetValue(_random.Next(type.GetEnumValues().Length))!,
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) =>
            typeof(ImmutableArray).GetMethods().Single(method => method is { Name: "Create", IsGenericMethod: true } && method.GetParameters() is [{ ParameterType.IsArray: true }])
                .MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [ArrayOf(type.GetGenericArguments()[0], name, depth)])!,
        _ when type.IsArray => ArrayOf(type.GetElementType()!, name, depth),
        _ when type.IsGenericType && type.IsInterface && type.IsAssignableTo(typeof(IEnumerable)) => ArrayOf(type.GetGenericArguments()[0], name, depth),
        _ => Make(type, depth),
    };

    private object Make(Type type, int depth)
    {
        if (type.IsAbstract)
        {
            var cases = type.Assembly.GetTypes().Where(nested => nested.IsSubclassOf(type) && !nested.IsAbstract).ToArray();
            return cases.Length == 0 ? throw new NotSupportedException($"Nobody says how a {type} is made at random.") : Make(One(cases), depth);
        }

        var (constructor, parameters) = Shapes.GetOrAdd(type, Shape);
        return constructor is null || depth > 6 || !type.Namespace!.StartsWith("Oversight", StringComparison.Ordinal)
            ? throw new NotSupportedException($"Nobody says how a {type} is made at random.")
            : constructor.Invoke([.. parameters.Select(parameter => Of(parameter.Is, parameter.CanBeNull, depth + 1))]);
    }

    private static (ConstructorInfo?, (ParameterInfo, bool)[]) Shape(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(made => made.GetParameters().Length).FirstOrDefault();
        return (constructor, [.. (constructor?.GetParameters() ?? []).Select(parameter => (parameter,
            Nullable.GetUnderlyingType(parameter.ParameterType) is not null || new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable))]);
    }

    private Array ArrayOf(Type element, string name, int depth)
    {
        var array = Array.CreateInstance(element, _random.Next(3));
        for (var i = 0; i < array.Length; i++)
        {
            array.SetValue(Of(element, name, depth + 1), i);
        }

        return array;
    }

    // A step is one of the words of some enumeration of steps, mostly.
    private string Text(string name)
    {
        var words = Usual.GetValueOrDefault(name) ?? [.. Enumerations[name]];
        return Said(name) ?? (words.Length > 0 && _random.Next(5) > 0 ? One(words) : One(Words));
    }

    private string? Said(string name) => _random.Next(2) == 0 && _said.TryGetValue(name, out var known) ? One(known[^Math.Min(Recent, known.Count)..]) : null;

    private static readonly ILookup<string, string> Enumerations = Laws.Domains.SelectMany(domain => domain.GetTypes()).Where(type => type.IsEnum)
        .SelectMany(type => type.GetEnumNames().Select(word => (Name: LastWord(type.Name), Word: JsonNamingPolicy.KebabCaseLower.ConvertName(word))))
        .Distinct().ToLookup(one => one.Name, one => one.Word, StringComparer.OrdinalIgnoreCase);

    private static string LastWord(string name) => name[Array.FindLastIndex(name.ToCharArray(), char.IsUpper)..];
}
