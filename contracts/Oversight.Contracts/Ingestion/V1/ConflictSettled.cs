namespace Oversight.Contracts.Ingestion.V1;

/// <summary>The order of publishers, or a person, says which side of a conflict counts; every side is kept.</summary>
/// <param name="Body">The body it is about.</param>
/// <param name="FactId">The fact.</param>
/// <param name="About">The fact in words.</param>
/// <param name="Round">1 for the first step in settling this fact; the last one counts.</param>
/// <param name="Value">What the side that counts says.</param>
/// <param name="ClaimId">A claim that says so.</param>
/// <param name="Cited">The source of that claim.</param>
/// <param name="Agrees">What other sides say that can be right together with it.</param>
/// <param name="Overruled">What the sides say that it contradicts.</param>
/// <param name="By"><c>precedence</c> or <c>person</c>.</param>
/// <param name="Precedence">The version of the order of publishers.</param>
/// <param name="Who">The person: their name, and in brackets what the identity provider knows them by.</param>
/// <param name="Reason">Why.</param>
/// <param name="On">The day.</param>
[WireName("ingestion.conflict-settled.v1")]
public sealed record ConflictSettled(
    string Body, string FactId, string About, int Round, string Value, Guid ClaimId, string Cited, IReadOnlyList<string> Agrees, IReadOnlyList<string> Overruled,
    string By, string? Precedence, string? Who, string Reason, string On) : IContract;
