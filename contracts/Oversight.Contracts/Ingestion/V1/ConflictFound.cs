namespace Oversight.Contracts.Ingestion.V1;

/// <summary>Sources disagree about one fact; nothing is settled, all are kept.</summary>
/// <param name="Body">The body it is about.</param>
/// <param name="FactId">The fact.</param>
/// <param name="About">The fact in words.</param>
/// <param name="Claims">Every claim that differs from another, in the order they were made.</param>
[WireName("ingestion.conflict-found.v1")]
public sealed record ConflictFound(string Body, string FactId, string About, IReadOnlyList<DifferingClaim> Claims) : IContract;

/// <summary>One side of a conflict.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Source">Where it was read.</param>
public sealed record DifferingClaim(string Value, Source Source);
