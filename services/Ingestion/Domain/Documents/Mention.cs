using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents;

/// <summary>How a sentence speaks of a body.</summary>
internal enum MentionKind
{
    /// <summary>By a name.</summary>
    Named,

    /// <summary>As "the force" or "the service".</summary>
    Back,

    /// <summary>As one of many, or one that the register does not have: "forces", "a neighbouring force", a service elsewhere.</summary>
    Other,
}

/// <summary>A place where a sentence speaks of a body.</summary>
/// <param name="At">Where.</param>
/// <param name="Kind">How.</param>
/// <param name="Body">Of a name only.</param>
/// <param name="IsPassing">Only there for comparison: "unlike Kent Police", "alongside Essex Police".</param>
internal sealed record Mention(Span At, MentionKind Kind, string? Body, bool IsPassing);
