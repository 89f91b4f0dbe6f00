namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A source reports that a body got another name.</summary>
/// <param name="Body">Its id, which stays.</param>
/// <param name="FormerName">The name it had; null where the source does not say.</param>
/// <param name="Name">The name it got.</param>
/// <param name="LawOn">When it was so called in law, as precisely as known; null where the source does not say.</param>
/// <param name="InUseOn">When the name came into use; null where the source does not say.</param>
/// <param name="Note">What else the source says.</param>
/// <param name="Source">Where it was read.</param>
[WireName("ingestion.body-renamed.v1")]
public sealed record BodyRenamed(
    string Body, string? FormerName, string Name, string? LawOn, string? InUseOn, string Note, Source Source) : IContract;
