namespace Oversight.Contracts.Monitoring.V1;

/// <summary>A rule suggests that a body needs a closer look. It decides nothing.</summary>
/// <param name="Body">Its id.</param>
/// <param name="PromptId">The prompt's id.</param>
/// <param name="Rulebook">The version of the rules.</param>
/// <param name="Rule">Which of its rules.</param>
/// <param name="On">The day on which it was raised.</param>
/// <param name="Because">Why, in a sentence.</param>
/// <param name="Clears">What would clear it.</param>
/// <param name="Evidence">What it rests on.</param>
[WireName("monitoring.prompt-raised.v1")]
public sealed record PromptRaised(
    string Body, Guid PromptId, string Rulebook, string Rule, string On, string Because, string Clears, IReadOnlyList<PromptEvidence> Evidence) : IContract;

/// <summary>One claim that a prompt rests on.</summary>
public sealed record PromptEvidence(string FactId, Guid ClaimId, string Says, string Cited, string? PublishedOn);
