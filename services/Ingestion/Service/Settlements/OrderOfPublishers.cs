using System.Text.Json;
using Oversight.Core;

namespace Oversight.Ingestion.Settlements;

/// <summary>The order in effect: <c>precedence.json</c> beside this file.</summary>
internal static class OrderOfPublishers
{
    public static Precedence InEffect { get; } = Read();

    private static Precedence Read()
    {
        using var file = typeof(OrderOfPublishers).Assembly.GetManifestResourceStream("Settlements/precedence.json")!;
        return JsonSerializer.Deserialize<Precedence>(file, EventJson.Options)!;
    }
}
