using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Oversight.Core;

namespace Oversight.Specs;

/// <summary>Makes one value of any event or command, every member filled; the same each time.</summary>
internal static class Samples
{
    public static object Of(Type type) => type switch
    {
        _ when type == typeof(string) => "sample",
        _ when type == typeof(int) => 7,
        _ when type == typeof(long) => 8L,
        _ when type == typeof(decimal) => 89.5m,
        _ when type == typeof(bool) => true,
        _ when type == typeof(Guid) => NameBasedId.Of("sample"),
        _ when type == typeof(DateOnly) => new DateOnly(2022, 6, 28),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2022, 6, 28, 9, 30, 0, TimeSpan.Zero),
        _ when type == typeof(PartialDate) => PartialDate.Parse("2022-06-28"),
        _ when Nullable.GetUnderlyingType(type) is { } underlying => Of(underlying),
        _ when type.IsEnum => type.GetEnumValues().GetValue(type.GetEnumValues().Length - 1)!,
        _ when type.IsArray => ArrayOf(type.GetElementType()!),
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) =>
            typeof(ImmutableArray).GetMethods().Single(method => method is { Name: "Create", IsGenericMethod: true } && method.GetParameters() is [{ ParameterType.IsArray: true }])
                .MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [ArrayOf(type.GetGenericArguments()[0])])!,
        _ when type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) && type.IsInterface => ArrayOf(type.GetGenericArguments()[0]),
        _ when type.IsAbstract => Of(type.GetNestedTypes().Concat(type.Assembly.GetTypes()).First(nested => nested.IsSubclassOf(type))),
        _ => Make(type),
    };

    private static Array ArrayOf(Type element)
    {
        var array = Array.CreateInstance(element, 1);
        array.SetValue(Of(element), 0);
        return array;
    }

    private static object Make(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).OrderByDescending(made => made.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
    }
}
