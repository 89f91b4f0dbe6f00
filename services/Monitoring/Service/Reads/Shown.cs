using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Reads;

/// <summary>What the answers have in common.</summary>
internal static class Shown
{
    /// <summary>Are there more sources than are listed? The history has them all.</summary>
    public static bool HasMore<T>(this IEnumerable<Seen<T>> seen)
        where T : notnull => seen.Any(value => value.Further);

    public static IReadOnlyList<SourceShown> Sources(this IEnumerable<Seen<MoveDate>> claims) => SourceShown.Of(claims, claim => claim.On.ToString());
}
