using System.Collections.Immutable;

namespace Oversight.Ingestion.Documents;

/// <summary>Of whom something is said.</summary>
/// <param name="Bodies">Ids; null in it for one that cannot be told.</param>
/// <param name="IsOurs">It is what the document is about, and not said in passing of somebody else.</param>
/// <param name="Sure">More where the sentence names the body itself.</param>
internal readonly record struct Subject(ImmutableArray<string?> Bodies, bool IsOurs, decimal Sure)
{
    public static Subject SomebodyElse => new([], false, 0);
}
