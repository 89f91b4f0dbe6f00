using System.Text.Json;
using Oversight.Core;

namespace Oversight.Ingestion.Candidates;

/// <summary>Whom to trust, out of the file that <c>Oversight:Candidates:TrustedSources</c> names; nobody where it names none.</summary>
internal sealed class TrustedSources(IConfiguration settings)
{
    public IReadOnlyList<TrustedSource> All { get; } = settings["Oversight:Candidates:TrustedSources"] is { Length: > 0 } path ? In(path) : [];

    private static TrustedSource[] In(string path)
    {
        try
        {
            var all = JsonSerializer.Deserialize<TrustedSource[]>(File.ReadAllText(path), EventJson.Options) ?? [];
            return Array.Find(all, source => source is not { Publisher: { } publisher, AtLeast: > 0 and <= 1, Kinds.Count: > 0 } || !publisher.StartsWith("https://", StringComparison.Ordinal) || publisher.Count('/') < 3) is { } wrong
                ? throw new InvalidOperationException($"Oversight:Candidates:TrustedSources in {path}: {wrong} has to name a publisher such as https://example.org/, atLeast between 0 and 1, and kinds.")
                : all;
        }
        catch (JsonException fault)
        {
            throw new InvalidOperationException($"Oversight:Candidates:TrustedSources in {path} cannot be read: {fault.Message}", fault);
        }
    }
}
