namespace Oversight.Core;

/// <summary>Which claim something rests on, and where that claim was read.</summary>
/// <param name="ClaimId">The same claim read twice has the same id.</param>
/// <param name="FactId">The fact that the claim is about, such as <c>grade/metropolitan/peel-2021-22/preventing-crime</c>.</param>
/// <param name="Revision">How many claims had been made in the fact's stream, this one included.</param>
/// <param name="Cited">The source as the submission cites it, mostly an address.</param>
/// <param name="Submission">The submission that brought it first.</param>
/// <param name="Line">The line of the submission, 1 being its first.</param>
/// <param name="PublishedOn">When the source was published; null where nobody says.</param>
public sealed record Provenance(
    Guid ClaimId, string FactId, int Revision, string Cited, string Submission, int Line, PartialDate? PublishedOn);
