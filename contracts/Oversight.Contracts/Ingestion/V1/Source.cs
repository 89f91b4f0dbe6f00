namespace Oversight.Contracts.Ingestion.V1;

/// <summary>Which claim a contract rests on, and where it was read.</summary>
/// <param name="ClaimId">The same claim read twice has the same id.</param>
/// <param name="FactId">The fact that the claim is about.</param>
/// <param name="Revision">How many claims had been made about the fact, this one included.</param>
/// <param name="Cited">The source as the submission cites it, mostly an address.</param>
/// <param name="Submission">The submission that brought it first.</param>
/// <param name="Line">The line of the submission, 1 being its first.</param>
/// <param name="PublishedOn">2022, 2022-06 or 2022-06-28; null where nobody says.</param>
/// <param name="Standing">To the claims made before it: <c>first</c>, <c>supports</c>, <c>refines</c>, <c>succeeds</c> or <c>differs</c>.</param>
public sealed record Source(
    Guid ClaimId, string FactId, int Revision, string Cited, string Submission, int Line, string? PublishedOn, string Standing);
