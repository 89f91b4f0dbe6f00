using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using JasperFx.Events;
using Oversight.Contracts;
using Oversight.Contracts.Delivery.V1;
using Oversight.Core;

namespace Oversight.Hosting;

/// <summary>What a service says to others.</summary>
/// <param name="Said">The events that can become public; none: any can.</param>
/// <param name="ToContracts">As what.</param>
internal sealed record Sayings(Type[] Said, Func<IEvent, IEnumerable<IContract>> ToContracts);

/// <summary>Contracts by their wire names, and how a stored event becomes entries of a chunk.</summary>
internal static class ContractTypes
{
    private static readonly FrozenDictionary<Type, string> Names = typeof(IContract).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IContract)) && !type.IsAbstract)
        .ToFrozenDictionary(type => type, type => type.GetCustomAttribute<WireNameAttribute>()!.Name);

    public static JsonSerializerOptions Json { get; } = EventJson.Settings();

    public static string NameOf(Type contract) => Names[contract];

    public static Entry[] Entries(IEnumerable<IEvent> stored, Sayings sayings) => [.. stored.SelectMany(e => Entries(e, sayings))];

    private static IEnumerable<Entry> Entries(IEvent stored, Sayings sayings) =>
        sayings.ToContracts(stored).Select((contract, index) => new Entry(
            stored.Sequence,
            index == 0 ? stored.Id : NameBasedId.Of(stored.Id.ToString(), index.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Names[contract.GetType()], contract.Body, stored.Timestamp.ToUniversalTime(), stored.CausationId,
            JsonSerializer.SerializeToElement(contract, contract.GetType(), Json)));
}
