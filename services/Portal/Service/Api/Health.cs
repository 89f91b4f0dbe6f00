using System.Text.Json;
using System.Text.Json.Serialization;

namespace Oversight.Portal.Api;

/// <summary>The answer of /health/ready.</summary>
public sealed record Health(string Status, IReadOnlyDictionary<string, HealthOfService>? Services);

/// <summary>How one service is.</summary>
public sealed record HealthOfService(string Status, string? Version, IReadOnlyList<HealthCheck>? Checks);

/// <summary>One thing that was looked at.</summary>
public sealed record HealthCheck(string Name, string Status, string? Description, IReadOnlyDictionary<string, JsonElement>? Data)
{
    /// <summary>Everything that has to move, and how far it has.</summary>
    [JsonIgnore]
    public IEnumerable<(string What, Moving Moving)> Moves => (Data ?? new Dictionary<string, JsonElement>())
        .Where(one => one.Value.ValueKind == JsonValueKind.Object && one.Value.TryGetProperty("reached", out _)).Select(one => (one.Key, one.Value.Deserialize<Moving>(JsonSerializerOptions.Web)!)).OrderBy(one => one.Key, StringComparer.Ordinal);
}

/// <summary>How far a projection or a consumer is.</summary>
public sealed record Moving(long? Head, long? Reached, string? StuckSince, string? Fault)
{
    /// <summary>How many events it has yet to take in.</summary>
    [JsonIgnore]
    public long? Behind => Head - Reached;
}
