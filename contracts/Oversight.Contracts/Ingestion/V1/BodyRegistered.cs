namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A body is in the register.</summary>
/// <param name="Body">Its id, such as <c>metropolitan</c>.</param>
/// <param name="Name">Its name today.</param>
/// <param name="Service"><c>police</c> or <c>fire</c>.</param>
/// <param name="Country">England, Wales, or null for a national body.</param>
/// <param name="OnsCode">The Office for National Statistics' code, where it has one.</param>
/// <param name="Cited">Where the register has it from.</param>
[WireName("ingestion.body-registered.v1")]
public sealed record BodyRegistered(string Body, string Name, string Service, string? Country, string? OnsCode, string? Cited) : IContract;
