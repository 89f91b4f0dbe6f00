using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;

namespace Oversight.Grading;

/// <summary>A claim's source as a contract says it, and as the domain keeps it.</summary>
internal static class Sources
{
    public static Provenance Read(Source source) => new(
        source.ClaimId, source.FactId, source.Revision, source.Cited, source.Submission, source.Line,
        source.PublishedOn is { } date ? PartialDate.Parse(date) : null);

    public static Source Say(Provenance source, Standing standing) => new(
        source.ClaimId, source.FactId, source.Revision, source.Cited, source.Submission, source.Line, source.PublishedOn?.ToString(),
        standing switch
        {
            Standing.First => "first",
            Standing.Supports => "supports",
            Standing.Refines => "refines",
            Standing.Succeeds => "succeeds",
            Standing.Differs => "differs",
            _ => throw new System.Diagnostics.UnreachableException(),
        });
}
