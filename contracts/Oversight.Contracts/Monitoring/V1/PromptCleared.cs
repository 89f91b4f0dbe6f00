namespace Oversight.Contracts.Monitoring.V1;

/// <summary>A prompt no longer stands.</summary>
/// <param name="Body">Its id.</param>
/// <param name="PromptId">The prompt's id.</param>
/// <param name="On">The day on which it was cleared.</param>
/// <param name="Because">Why, in a sentence.</param>
[WireName("monitoring.prompt-cleared.v1")]
public sealed record PromptCleared(string Body, Guid PromptId, string On, string Because) : IContract;
