using System.Text.Json;
using Oversight.Core;

namespace Oversight.Monitoring.Rulebooks;

/// <summary>Every rulebook there is: one file each, none of which changes once it has been in effect.</summary>
internal static class Shelf
{
    private const string Folder = "Rulebooks/Books/";

    public static IReadOnlyList<Rulebook> All { get; } =
    [
        .. typeof(Shelf).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Read),
    ];

    /// <summary>The one that raises prompts on a day; null when none does.</summary>
    public static Rulebook? InEffect(DateOnly day) => All.SingleOrDefault(book => book.IsInEffect(day));

    public static Rulebook? Find(string id) => All.FirstOrDefault(book => string.Equals(book.Id, id, StringComparison.OrdinalIgnoreCase));

    private static Rulebook Read(string name)
    {
        using var file = typeof(Shelf).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Rulebook>(file, EventJson.Options)!;
    }
}
