namespace Oversight.Contracts.Ingestion.V1;

/// <summary>What the order of publishers had settled is open again: its best sources disagree by now.</summary>
/// <param name="Body">The body it is about.</param>
/// <param name="FactId">The fact.</param>
/// <param name="About">The fact in words.</param>
/// <param name="Round">The step in settling this fact; the last one counts.</param>
/// <param name="Precedence">The version of the order of publishers.</param>
/// <param name="Reason">Why.</param>
/// <param name="On">The day.</param>
[WireName("ingestion.conflict-reopened.v1")]
public sealed record ConflictReopened(string Body, string FactId, string About, int Round, string? Precedence, string Reason, string On) : IContract;
