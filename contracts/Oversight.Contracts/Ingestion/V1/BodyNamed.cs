namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A body is, or was, known by another name.</summary>
/// <param name="Body">Its id.</param>
/// <param name="Name">The other name.</param>
/// <param name="Kind"><c>alias</c>, <c>former</c>, <c>press</c> or <c>welsh</c>.</param>
/// <param name="From">The first day it was used, as precisely as known.</param>
/// <param name="To">The last day it was used, as precisely as known.</param>
/// <param name="Cited">Where the register has it from.</param>
[WireName("ingestion.body-named.v1")]
public sealed record BodyNamed(string Body, string Name, string Kind, string? From, string? To, string? Cited) : IContract;
