namespace Oversight.Core;

/// <summary>What was said of a fact after it was published.</summary>
public enum AnnotationKind
{
    /// <summary>Its publisher changed what it had said.</summary>
    Corrected,

    /// <summary>Its publisher took it back.</summary>
    Withdrawn,

    /// <summary>Somebody concerned says that it is wrong; it stands as it was.</summary>
    Disputed,

    /// <summary>They no longer say so.</summary>
    DisputeWithdrawn,
}

/// <summary>A correction, a withdrawal or a dispute, as one source tells of it.</summary>
/// <param name="FactId">The fact.</param>
/// <param name="What">Which of them.</param>
/// <param name="On">From when on.</param>
/// <param name="By">Who corrects, withdraws or disputes.</param>
/// <param name="Detail">What about it, and why.</param>
/// <param name="Before">The wording that a correction replaces.</param>
/// <param name="After">The wording that replaces it.</param>
/// <param name="Provenance">Where it was read.</param>
public sealed record Annotation(
    string FactId, AnnotationKind What, PartialDate On, string By, string Detail, string? Before, string? After, Provenance Provenance);

/// <summary>How annotations are written.</summary>
public static class Annotations
{
    /// <summary>Every kind as people write it.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetValues<AnnotationKind>().Select(kind => kind.Word)];

    extension(AnnotationKind kind)
    {
        /// <summary>DisputeWithdrawn is written "dispute-withdrawn".</summary>
        public string Word => kind == AnnotationKind.DisputeWithdrawn ? "dispute-withdrawn" : kind.ToString().ToLowerInvariant();
    }

    /// <summary>Reads the written form.</summary>
    public static AnnotationKind? Find(string word) =>
        Enum.GetValues<AnnotationKind>().Cast<AnnotationKind?>().FirstOrDefault(kind => kind!.Value.Word.Equals(word, StringComparison.OrdinalIgnoreCase));
}
